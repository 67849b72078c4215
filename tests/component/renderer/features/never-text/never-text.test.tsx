import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { NeverText } from "../../../../../renderer/features/never-text/never-text.tsx";
import type { Desk } from "../../../../../shared/ipc/bridge.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const row = { number: "380671234567", since: "2026-07-15T12:00:00.000Z" };

async function show(commands: Partial<Desk>): Promise<void> {
  await giveDesk({
    listNeverText: async () => ok({ total: 1, rows: [row], erased: 0 }),
    tracePerson: async () =>
      ok({ campaigns: [], lists: [], drafts: [], neverTextSince: row.since, ownTestNumber: false }),
    ...commands,
  });
  onTheDesk(<NeverText />);
}

const inDialog = (name: string) => {
  const found = [...screen.getByRole("dialog").querySelectorAll("button")].find((each) => each.textContent === name);
  if (found === undefined) throw new Error(name);
  return found;
};

test("who was taken off the list is said", async () => {
  await show({ removeNeverText: async () => ok({}) });
  fireEvent.click(await screen.findByRole("button", { name: "Remove 380671234567" }));
  fireEvent.click(inDialog("Take it off the list"));
  expect(await screen.findByText("380671234567 is off the list.")).toBeTruthy();
});

test("somebody who cannot go yet everywhere is not said to be erased", async () => {
  const waiting = { number: row.number, askedAt: row.since, campaigns: ["Tulips"], until: null };
  await show({ erasePerson: async () => ok({ waiting }) });
  fireEvent.click(await screen.findByRole("button", { name: "Erase 380671234567 everywhere" }));
  await expect.poll(() => inDialog("Erase this person").getAttribute("aria-busy")).toBe(null);
  fireEvent.click(inDialog("Erase this person"));
  expect(await screen.findByText("380671234567 is erased, but for Tulips: there it goes by itself.")).toBeTruthy();
});
