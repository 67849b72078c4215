import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { SavedList } from "../../../../../renderer/features/lists/saved-list.tsx";
import type { CommandInput } from "../../../../../shared/ipc/contract.ts";
import type { ListPerson, OpenedList } from "../../../../../shared/library/list.ts";
import { type AppError, appErrorOf } from "../../../../../shared/errors.ts";
import { err, ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const olena: ListPerson = { position: 0, number: "380671234567", cells: ["Olena", "Kyiv", ""] };
const ihor: ListPerson = { position: 1, number: "380501112233", cells: ["Ihor", "Kyiv", ""] };
const opened: OpenedList = {
  list: { id: "l1", name: "Regulars", people: 2, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] },
  columns: ["Name", "City", "Note"],
  undo: null,
};

const removable: OpenedList = { ...opened, undo: { kind: "removed", people: 1 } };

/** The page of a list whose corrections are answered as they are told. */
async function aList() {
  let rows = [olena, ihor];
  let reads = 0;
  const asked: CommandInput<"changeListPerson">[] = [];
  const answers: ((refusal: AppError | null) => void)[] = [];
  const [removed, undone]: [number[], string[]] = [[], []];
  let menu = (_payload: { command: "undo" }) => {};
  await giveDesk({
    openList: () => Promise.resolve(ok(opened)),
    listListPeople: () => {
      reads += 1;
      return Promise.resolve(ok({ total: rows.length, rows }));
    },
    changeListPerson: async (change) => {
      asked.push(change);
      const refusal = await new Promise<AppError | null>((resolve) => answers.push(resolve));
      return refusal === null ? ok(opened) : err(refusal);
    },
    removeListPeople: async ({ who }) => {
      if ("positions" in who) removed.push(...who.positions);
      return ok(removable);
    },
    undoListStep: async ({ id }) => {
      undone.push(id);
      return ok(opened);
    },
    on: (event, listener) => {
      if (event === "menu") menu = listener as typeof menu;
      return () => undefined;
    },
  });
  onTheDesk(<SavedList id="l1" onBack={() => undefined} onUse={() => undefined} />);
  await screen.findByText("Olena");
  return {
    asked,
    answer: (refusal: AppError | null = null) => answers.shift()?.(refusal),
    shows: (left: ListPerson[]) => (rows = left),
    pagesRead: () => reads,
    removed,
    undone,
    undoByMenu: () => act(() => menu({ command: "undo" })),
  };
}

const correct = async (column: string, value: string) => {
  const editor = await screen.findByRole("textbox", { name: `Corrected cell: ${column}` });
  fireEvent.change(editor, { target: { value } });
  fireEvent.keyDown(editor, { key: "Tab" });
};
const of = (position: number, column: number, value: string) => ({
  id: "l1",
  position,
  change: { kind: "cell", column, value },
});

it("keeps what is typed in the next cell while the one before is still being saved", async () => {
  const { asked, answer } = await aList();
  fireEvent.doubleClick(screen.getByText("Olena"));
  await correct("Name", "Olenka");
  await correct("City", "Lviv");
  answer();
  await waitFor(() => expect(asked).toEqual([of(0, 0, "Olenka"), of(0, 1, "Lviv")]));
});

it("says that a correction was refused although the one after it was saved", async () => {
  const { asked, answer, pagesRead } = await aList();
  fireEvent.doubleClick(screen.getByText("Olena"));
  await correct("Name", "Olenka");
  await correct("City", "Lviv");
  answer(appErrorOf("list.person-missing"));
  await waitFor(() => expect(asked).toHaveLength(2));
  const readAgain = pagesRead();
  answer();
  await waitFor(() => expect(pagesRead()).toBeGreaterThan(readAgain));
  expect(screen.getByText(/This person is no longer on the list/)).toBeDefined();
});

it("corrects whom the typing began at, although somebody else has come into the row by then", async () => {
  const { asked, answer, shows } = await aList();
  fireEvent.doubleClick(screen.getAllByText("Kyiv")[0] ?? document.body);
  await correct("City", "Lviv");
  const editor = await screen.findByRole("textbox", { name: "Corrected cell: Note" });
  fireEvent.change(editor, { target: { value: "call" } });
  shows([ihor]);
  answer();
  await waitFor(() => expect(screen.queryByText("Olena")).toBeNull());
  fireEvent.keyDown(screen.getByRole("textbox", { name: "Corrected cell: Note" }), { key: "Enter" });
  await waitFor(() => expect(asked.at(-1)).toEqual(of(0, 2, "call")));
});

it("removes one person by a double click or a held key, and not who comes into the place", async () => {
  const { removed } = await aList();
  const remove = await screen.findByRole("button", { name: "Remove 380671234567" });
  fireEvent.click(remove, { detail: 1 });
  await waitFor(() => expect(removed).toEqual([0]));
  fireEvent.click(await screen.findByRole("button", { name: "Remove 380671234567" }), { detail: 2 });
  const cell = screen.getByRole("gridcell", { name: "380671234567" });
  fireEvent.keyDown(cell, { key: "Delete", repeat: true });
  expect(removed).toEqual([0]);
  fireEvent.keyDown(cell, { key: "Delete" });
  await waitFor(() => expect(removed).toEqual([0, 0]));
});

it("leaves the list alone when the menu takes back what is typed in a field", async () => {
  const { removed, undone, undoByMenu } = await aList();
  fireEvent.click(await screen.findByRole("button", { name: "Remove 380671234567" }));
  await waitFor(() => expect(removed).toEqual([0]));
  await waitFor(() => expect(screen.getByRole("button", { name: /^Undo/ }).hasAttribute("disabled")).toBe(false));
  const search = screen.getByRole("searchbox");
  search.focus();
  undoByMenu();
  expect(undone).toEqual([]);
  search.blur();
  undoByMenu();
  await waitFor(() => expect(undone).toEqual(["l1"]));
});
