import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../../renderer/draft/draft-state.ts";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { LeaveOut } from "../../../../../renderer/features/message/leave-out.tsx";
import type { Edit } from "../../../../../shared/recipients/reading.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

const written = (text: string) => ({ text, review: { latinLetters: null } }) as unknown as DraftState["draft"];
const listAt = (revision: number) => ({ revision }) as DraftState["list"];

/** The button for the two people who were too long when "Hello" was counted, with what it leaves out. */
function shown() {
  const tallyOf = { text: "Hello", latin: null, revision: 1 };
  const store = createStore<DraftState>(() => ({ ...unopened, draft: written("Hello"), list: listAt(1), tallyOf }));
  const edits: Edit[] = [];
  const list = { group: () => Promise.resolve({ total: 2, rows: [{ row: 4 }, { row: 7 }] }) };
  const recipients = {
    edit: (edit: Edit) => {
      edits.push(edit);
      return Promise.resolve();
    },
  };
  onTheDesk(
    <DraftContext value={{ store, list, recipients } as unknown as DraftStore}>
      <LeaveOut group={{ key: "over", people: 2, why: "too long" }} />
    </DraftContext>,
  );
  return { store, edits, button: screen.getByRole<HTMLButtonElement>("button", { name: "Leave these 2 people out" }) };
}

test("people are left out as they were counted", async () => {
  const { edits, button } = shown();
  fireEvent.click(button);
  await waitFor(() => expect(edits).toEqual([{ kind: "leave-out", rows: [4, 7], out: true }]));
});

test("until another text or other rows are counted, nobody is left out by the number of the ones before", () => {
  const { store, edits, button } = shown();
  for (const change of [{ draft: written("Hello, everybody") }, { draft: written("Hello"), list: listAt(2) }]) {
    act(() => store.setState(change));
    expect(button.disabled).toBe(true);
  }
  fireEvent.click(button);
  expect(edits).toEqual([]);
  act(() => store.setState({ tallyOf: { text: "Hello", latin: null, revision: 2 } }));
  expect(button.disabled).toBe(false);
});
