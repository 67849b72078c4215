import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { OnePerson } from "../../../../../renderer/features/settings/one-person.tsx";
import type { PersonTrace } from "../../../../../shared/privacy.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const nothing: PersonTrace = { campaigns: [], lists: [], drafts: [], neverTextSince: null, ownTestNumber: false };
const locked = { id: "d1", title: "Spring letter", how: "unsearched" } as const;

/** Settings of a program that knows so much, and the files that were saved. */
async function ask(trace: PersonTrace): Promise<Uint8Array[]> {
  const saved: Uint8Array[] = [];
  await giveDesk({
    tracePerson: async () => ok(trace),
    saveFile: async ({ bytes, name }) => {
      saved.push(bytes);
      return ok({ saved: true, name });
    },
  });
  onTheDesk(<OnePerson onErased={() => undefined} />);
  const act = screen.getByRole<HTMLButtonElement>("button", { name: "Save what is known" });
  await expect.poll(() => act.disabled).toBe(false);
  fireEvent.change(screen.getByRole("textbox", { name: "Their number" }), { target: { value: "+380671234567" } });
  fireEvent.click(act);
  return saved;
}

test("a spreadsheet that cannot be searched is said to be one, and is nothing that is known of the person", async () => {
  const saved = await ask({ ...nothing, drafts: [locked] });
  expect(await screen.findByText("Nothing is known of 380671234567.")).toBeTruthy();
  expect(screen.getByText(/cannot be searched \(locked, or an old \.xls\): Spring letter\./)).toBeTruthy();
  expect(saved).toEqual([]);
});

test("a campaign that holds the number in its list and in its message stands in the file once", async () => {
  const draft = { id: "d2", title: "Autumn letter" };
  const drafts: PersonTrace["drafts"] = [
    { ...draft, how: "rewritten" },
    { ...draft, how: "text" },
  ];
  const twice = await ask({ ...nothing, drafts });
  await expect.poll(() => twice.length).toBe(1);
  cleanup();
  const once = await ask({ ...nothing, drafts: drafts.slice(0, 1) });
  await expect.poll(() => once.length).toBe(1);
  expect(twice[0]?.length).toBe(once[0]?.length);
});

test("what is known is saved, and what could not be searched is said beside it", async () => {
  const saved = await ask({ ...nothing, neverTextSince: "2026-07-15T12:00:00.000Z", drafts: [locked] });
  expect(await screen.findByText(/^Saved as What is known of 380671234567/)).toBeTruthy();
  expect(screen.getByText(/Spring letter/)).toBeTruthy();
  expect(saved).toHaveLength(1);
});
