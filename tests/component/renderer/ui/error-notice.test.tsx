import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
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

test.each(errorCodes)("%s has three sentences and shows no code", (code) => {
  const params = { name: "n", field: "f", people: 3, count: 3, most: 3 };
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
