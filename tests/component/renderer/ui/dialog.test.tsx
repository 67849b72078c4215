import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Dialog } from "../../../../renderer/ui/dialog.tsx";
import { onTheDesk } from "../on-the-desk.tsx";

afterEach(cleanup);

function open(): () => number {
  let closed = 0;
  onTheDesk(
    <Dialog title="Paste cells or numbers" onClose={() => closed++}>
      <textarea aria-label="Numbers" />
    </Dialog>,
  );
  return () => closed;
}

/** A click beside the dialog, on what lies between it and the screen. */
const clickBeside = () => fireEvent.click(document.querySelector(".mantine-Modal-overlay")!);

test("a click beside a dialog is the way back from it", () => {
  const closed = open();
  clickBeside();
  expect(closed()).toBe(1);
});

test("once something was typed a click beside it loses nothing; Esc is still the way back", () => {
  const closed = open();
  fireEvent.input(screen.getByRole("textbox"), { target: { value: "0671234567" } });
  clickBeside();
  expect(closed()).toBe(0);
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  expect(closed()).toBe(1);
});
