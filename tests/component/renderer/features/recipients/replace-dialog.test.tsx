import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { EditButtons } from "../../../../../renderer/features/recipients/edit-buttons.tsx";
import { ListStep } from "../../../../../renderer/features/recipients/list-step.tsx";
import { ReplaceDialog } from "../../../../../renderer/features/recipients/replace-dialog.tsx";
import { button, edits, press, type } from "./on-screen.ts";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const list = "Name;Phone;City\nOlena;0671234567;Kiev\nOlena K;380671234567;\nIhor;none;kiev\nTaras;none;Lviv\n";

describe("find and replace", () => {
  const show = async () => {
    const draft = await openedDraft(list);
    let closed = false;
    onTheDraft(draft, ({ understood }) => (
      <ReplaceDialog find="" columns={understood.columns} onClose={() => (closed = true)} />
    ));
    return { draft, isClosed: () => closed };
  };

  test("says how many cells change before it changes them, and then closes", async () => {
    const { draft, isClosed } = await show();
    expect(button("Replace").hasAttribute("disabled")).toBe(true);
    type("Find", "KIEV");
    type("Replace with", "Kyiv");
    await waitFor(() => expect(screen.getByText("2 cells change, in City.")).toBeDefined());
    expect(screen.getByText("Row 2: Kiev → Kyiv")).toBeDefined();
    expect(edits(draft)).toEqual([]);
    press("Replace in 2 cells");
    await waitFor(() =>
      expect(edits(draft)).toEqual([{ kind: "replace", column: null, find: "KIEV", by: "Kyiv", whole: false }]),
    );
    expect(isClosed()).toBe(true);
  });

  test("finds whole cells only where that is asked, and says when there is none", async () => {
    await show();
    type("Find", "Ki");
    await waitFor(() => expect(screen.getByText("2 cells change, in City.")).toBeDefined());
    fireEvent.click(screen.getByRole("checkbox", { name: "Only cells that hold nothing else" }));
    await waitFor(() => expect(screen.getByText("No cell has this.")).toBeDefined());
  });
});

describe("in a very long list, find and replace", () => {
  test("says that it is counting, and no longer waits for a text that was typed on", async () => {
    const draft = await openedDraft(list);
    const asked: { find: string; ended: boolean; answer: (cells: number) => void }[] = [];
    draft.list.foreseeReplace = ({ find }, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const answer = (cells: number) => resolve({ cells, columns: [2], samples: [] });
        const one = { find, ended: false, answer };
        asked.push(one);
        signal?.addEventListener("abort", () => {
          one.ended = true;
          reject(new Error("ended"));
        });
      });
    onTheDraft(draft, ({ understood }) => (
      <ReplaceDialog find="" columns={understood.columns} onClose={() => undefined} />
    ));
    type("Find", "Ki");
    expect(screen.queryByText("Counting the cells…")).toBeNull();
    await waitFor(() => expect(screen.getByText("Counting the cells…")).toBeDefined());
    type("Find", "Kiev");
    expect(asked.map(({ find, ended }) => [find, ended])).toEqual([
      ["Ki", true],
      ["Kiev", false],
    ]);
    await waitFor(() => expect(screen.getByText("Counting the cells…")).toBeDefined());
    asked[1]?.answer(2);
    await waitFor(() => expect(screen.getByText("2 cells change, in City.")).toBeDefined());
    expect(screen.queryByText("Counting the cells…")).toBeNull();
    // The list behind it has changed: what was counted of it is not so any more.
    await draft.recipients.edit({ kind: "leave-out", rows: [2], out: true });
    await waitFor(() => expect(asked).toHaveLength(3));
    expect(button("Replace").hasAttribute("disabled")).toBe(true);
  });

  test("leaves a word where the list stands until it is changed, then Undo", async () => {
    const draft = await openedDraft(list);
    const made = Promise.withResolvers<void>();
    const { applyEdit } = draft.list;
    draft.list.applyEdit = async (edit) => {
      await made.promise;
      return applyEdit(edit);
    };
    onTheDraft(draft, () => <ListStep />);
    const edit = draft.recipients.edit({ kind: "replace", column: 2, find: "ki", by: "Ky", whole: false });
    await waitFor(() => expect(screen.getByText("Changing the list…")).toBeDefined());
    expect(button("Undo").hasAttribute("disabled")).toBe(true);
    made.resolve();
    await edit;
    await waitFor(() => expect(screen.queryByText("Changing the list…")).toBeNull());
    expect(button("Undo").hasAttribute("disabled")).toBe(false);
  });
});

describe("a dialog above the list", () => {
  test("keeps the keys of the list to itself: nothing is taken back behind it", async () => {
    const draft = await openedDraft(list);
    onTheDraft(draft, ({ understood }) => (
      <>
        <EditButtons />
        <ReplaceDialog find="" columns={understood.columns} onClose={() => undefined} />
      </>
    ));
    await draft.recipients.edit({ kind: "leave-out", rows: [2], out: true });
    const key = { code: "KeyZ", ctrlKey: true };
    fireEvent.keyDown(screen.getByRole("checkbox"), key);
    await draft.recipients.settled();
    expect(edits(draft)).toHaveLength(1);
  });
});
