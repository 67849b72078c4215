import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { speak } from "../../../../renderer/i18n/i18n.ts";
import { ErrorNotice } from "../../../../renderer/ui/error-notice.tsx";
import { appErrorOf, errorCodes } from "../../../../shared/errors.ts";
import { giveDesk } from "../fake-desk.ts";
import { onTheDesk } from "../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

test("says what happened, what it means and what to do", () => {
  onTheDesk(<ErrorNotice error={appErrorOf("network.down")} />);
  expect(screen.getByRole("alert").textContent).toBe(
    "No internet. You can go on preparing; the price and sending wait. Check the connection. The program goes on by itself when it is back.",
  );
});

test("fills the gaps of a sentence with what the refusal tells", () => {
  onTheDesk(<ErrorNotice error={appErrorOf("list.name-taken", { name: "Regulars <b>" })} />);
  expect(screen.getByRole("alert").textContent).toContain("There is a list called “Regulars <b>” already.");
});

test("says how far the clock is off, and counts as the system does", async () => {
  await speak("en", "en-IN");
  onTheDesk(<ErrorNotice error={appErrorOf("clock.wrong", { hours: -25.1, minutes: -1506 })} />);
  expect(screen.getByRole("alert").textContent).toContain("Your computer's clock is 25 hours off.");
  cleanup();
  onTheDesk(<ErrorNotice error={appErrorOf("draft.too-long", { people: 123_456 })} />);
  expect(screen.getByRole("alert").textContent).toContain("1,23,456");
  await speak("en", "en");
});

test.each(errorCodes)("%s has three sentences and shows no code", (code) => {
  const params = { name: "n", field: "f", lists: "Summer fair", people: 3, count: 3, most: 3, minutes: 90 };
  onTheDesk(<ErrorNotice error={appErrorOf(code, params)} />);
  const text = screen.getByRole("alert").textContent;
  expect(text).not.toContain(`error.${code}`);
  expect(text).not.toContain("{{");
  expect(text.split(/[.?:] ?/).filter(Boolean).length).toBeGreaterThanOrEqual(3);
});

test("trying again is a button when it can help", () => {
  const again = vi.fn<() => void>();
  onTheDesk(<ErrorNotice error={appErrorOf("network.timeout")} onAgain={again} />);
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(again).toHaveBeenCalledOnce();
});
