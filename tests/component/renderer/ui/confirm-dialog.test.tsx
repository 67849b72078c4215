import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ConfirmDialog } from "../../../../renderer/ui/confirm-dialog.tsx";
import { onTheDesk } from "../on-the-desk.tsx";

afterEach(cleanup);

function asking(state: { busy?: boolean; waiting?: boolean }) {
  const pressed: string[] = [];
  onTheDesk(
    <ConfirmDialog
      title="Send?"
      act="Send to 5 people"
      keep="Not yet"
      {...state}
      onAct={() => pressed.push("act")}
      onKeep={() => pressed.push("keep")}
    >
      5 people
    </ConfirmDialog>,
  );
  return pressed;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const escape = () => fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });

test("Esc and the other button are the way back", () => {
  const pressed = asking({});
  escape();
  press("Not yet");
  press("Send to 5 people");
  expect(pressed).toEqual(["keep", "keep", "act"]);
});

test("while the act is under way there is no way back that would not be true", () => {
  const pressed = asking({ busy: true });
  escape();
  press("Not yet");
  press("Send to 5 people");
  expect(pressed).toEqual([]);
});

test("while the act waits for something it can still be left", () => {
  const pressed = asking({ waiting: true });
  press("Send to 5 people");
  escape();
  press("Not yet");
  expect(pressed).toEqual(["keep", "keep"]);
});

test("the second half of a double click and a key that is held do nothing: they were meant for what stood there before", () => {
  const pressed = asking({});
  const act = screen.getByRole("button", { name: "Send to 5 people" });
  fireEvent.click(act, { detail: 2 });
  expect(pressed).toEqual([]);
  expect(fireEvent.keyDown(act, { key: "Enter", repeat: true })).toBe(false);
  expect(fireEvent.keyDown(act, { key: "Enter" })).toBe(true);
  expect(fireEvent.keyDown(act, { key: "Tab", repeat: true })).toBe(true);
  fireEvent.click(act, { detail: 1 });
  expect(pressed).toEqual(["act"]);
});
