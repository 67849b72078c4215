import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ListStep } from "../../../../../renderer/features/recipients/list-step.tsx";
import { ListTable } from "../../../../../renderer/features/recipients/list-table.tsx";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const list = "Name;Phone\nIhor;none\nTaras;nobody\nMaria;nothing\nJan;nowhere\nOlena;0671111111\nEwa;0672222222\n";
const cell = (text: string) => screen.getByText(text).closest<HTMLElement>("[role=gridcell]")!;
const editor = () => screen.getByRole("textbox");

async function refusedRows() {
  const draft = await openedDraft(list);
  onTheDraft(draft, (view) => <ListTable list={view} filter="invalid" search="" />);
  await waitFor(() => expect(screen.getByText("nobody")).toBeDefined());
  return { draft, edits: () => draft.store.getState().draft?.edits ?? [] };
}

test("what is being typed stays with its row when rows before it are mended and leave the table", async () => {
  const { draft, edits } = await refusedRows();
  fireEvent.doubleClick(cell("nobody"));
  fireEvent.change(editor(), { target: { value: "050111" } });
  await draft.recipients.edit({ kind: "cell", row: 2, column: 1, value: "0671234567" });
  await waitFor(() => expect(screen.queryByText("none")).toBeNull());
  expect(editor()).toHaveProperty("value", "050111");
  fireEvent.change(editor(), { target: { value: "0501112233" } });
  fireEvent.keyDown(editor(), { key: "Enter" });
  await waitFor(() => expect(edits().at(-1)).toEqual({ kind: "cell", row: 3, column: 1, value: "0501112233" }));
});

test("what was typed in a row that leaves the table is kept for that row, and no other one is corrected in its place", async () => {
  const { draft, edits } = await refusedRows();
  fireEvent.doubleClick(cell("nobody"));
  fireEvent.change(editor(), { target: { value: "0501112233" } });
  await draft.recipients.edit({ kind: "cell", row: 3, column: 1, value: "0671234567" });
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
  await waitFor(() => expect(edits().at(-1)).toEqual({ kind: "cell", row: 3, column: 1, value: "0501112233" }));
  expect(edits()).toHaveLength(2);
});

test("a person added by hand is in view and chosen, whatever was searched for", async () => {
  const draft = await openedDraft(list);
  onTheDraft(draft, () => <ListStep />);
  await waitFor(() => expect(screen.getByText("nobody")).toBeDefined());
  const search = screen.getByRole("searchbox");
  fireEvent.change(search, { target: { value: "Ihor" } });
  await waitFor(() => expect(screen.queryByText("nobody")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Add a person" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Phone" }), { target: { value: "0671234567" } });
  await waitFor(() => expect(screen.getByText("Will be texted as 380671234567")).toBeDefined());
  fireEvent.click(screen.getByRole("button", { name: "Add this person" }));
  await waitFor(() => expect(document.activeElement?.closest("[role=row]")?.textContent).toContain("380671234567"));
  expect(screen.getByRole("searchbox")).toHaveProperty("value", "");
});

test("what is typed for a second person while the first is being added stays, and keeps the focus", async () => {
  const draft = await openedDraft(list);
  onTheDraft(draft, () => <ListStep />);
  const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
  const open = () => fireEvent.click(screen.getByRole("button", { name: "Add a person" }));
  open();
  fireEvent.change(field("Phone"), { target: { value: "0671234567" } });
  await waitFor(() => expect(screen.getByText("Will be texted as 380671234567")).toBeDefined());
  fireEvent.click(screen.getByRole("button", { name: "Add this person" }));
  open();
  fireEvent.change(field("Name"), { target: { value: "Nadiia" } });
  await waitFor(() => expect(screen.getByText("380671234567")).toBeDefined());
  expect(field("Name").value).toBe("Nadiia");
  await waitFor(() => expect(document.activeElement?.closest("[role=dialog]")).toBe(screen.getByRole("dialog")));
});

test("a double click takes the offered number of one row, not that of the next one that comes into its place", async () => {
  const draft = await openedDraft("Name;Phone\nMax;9592112345\nIvan;9592112346\nEva;9592112347\nIhor;0671234567\n");
  await draft.recipients.edit({ kind: "answer", question: "with-plus:UA", choice: "none" });
  onTheDraft(draft, (view) => <ListTable list={view} filter="invalid" search="" />);
  const offers = () => screen.queryAllByRole("button", { name: /^Take \+/ });
  await waitFor(() => expect(offers()).toHaveLength(3));
  fireEvent.click(offers()[0]!, { detail: 1 });
  await waitFor(() => expect(offers()).toHaveLength(2));
  fireEvent.click(offers()[0]!, { detail: 2 });
  await draft.recipients.settled();
  expect(offers()).toHaveLength(2);
});

test("a held key leaves out one row, and does not bring it back", async () => {
  const { draft, edits } = await refusedRows();
  fireEvent.focus(cell("nobody"));
  fireEvent.keyDown(screen.getByRole("grid"), { key: "Delete" });
  fireEvent.keyDown(screen.getByRole("grid"), { key: "Delete", repeat: true });
  await draft.recipients.settled();
  expect(edits()).toHaveLength(1);
});
