import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CrossedOut } from "../../../../../renderer/features/recipients/crossed-out.tsx";
import { edit as editSchema } from "../../../../../shared/recipients/reading.ts";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const list =
  "<table><tr><td>Name</td><td>Phone</td></tr><tr><td>Olena</td><td>0671110002</td></tr>" +
  "<tr><td><s>Ihor</s></td><td>0671110003</td></tr><tr><td>Taras</td><td><s>0671110004</s></td></tr></table>";
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("rows that are crossed out are said, shown on their own, and taken back by one edit that one step takes back", async () => {
  const draft = await openedDraft(list);
  const shown: boolean[] = [];
  onTheDraft(draft, ({ state }) => (
    <CrossedOut rows={state.crossedOut} shown={shown.at(-1) === true} onShow={(only) => void shown.push(only)} />
  ));
  expect(screen.getByRole("status").textContent).toBe(
    "2 rows are crossed out in the file. They are not texted.Show 2 rowsText them too",
  );
  press("Show 2 rows");
  expect(shown).toEqual([true]);
  press("Text them too");
  await waitFor(() => expect(screen.queryByRole("status")).toBeNull());
  const { draft: now, list: texted } = draft.store.getState();
  expect(now?.edits).toEqual([{ kind: "leave-out", rows: [3, 4], out: false }]);
  expect(now?.edits.map((one) => editSchema.safeParse(one).success)).toEqual([true]);
  expect(texted?.state).toMatchObject({ people: 3, crossedOut: 0 });
  await draft.recipients.undo();
  await waitFor(() => expect(screen.getByText("They are not texted.", { exact: false })).toBeDefined());
  expect(draft.store.getState().list?.state).toMatchObject({ people: 1, crossedOut: 2, edits: 0 });
});

test("one row is said as one, and a second click while the first is under way makes no second edit", async () => {
  const draft = await openedDraft(list.replace("<s>Ihor</s>", "Ihor"));
  onTheDraft(draft, ({ state }) => <CrossedOut rows={state.crossedOut} shown onShow={() => undefined} />);
  expect(screen.getByText("1 row is crossed out in the file.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Show everybody" })).toBeDefined();
  await Promise.all([draft.recipients.textCrossedOut(), draft.recipients.textCrossedOut()]);
  expect(draft.store.getState().draft?.edits).toEqual([{ kind: "leave-out", rows: [4], out: false }]);
});

test("nothing is said of a list in which nobody is crossed out", async () => {
  const draft = await openedDraft("Name;Phone\nOlena;0671110002\n");
  onTheDraft(draft, ({ state }) => <CrossedOut rows={state.crossedOut} shown={false} onShow={() => undefined} />);
  expect(screen.queryByRole("status")).toBeNull();
});
