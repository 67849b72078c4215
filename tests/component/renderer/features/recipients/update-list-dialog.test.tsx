import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CompareListProvider, type DraftBeside } from "../../../../../renderer/draft/compare-list.ts";
import { UpdateListDialog } from "../../../../../renderer/features/recipients/update-list-dialog.tsx";
import { ok } from "../../../../../shared/result.ts";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const list = "Name;Phone\nOlena;0671234567\nIhor;0501112233\nMaria;0937654321\n";

test("before a saved list is compared it is said that whoever was left out by hand counts as gone, and the page of the list is told", async () => {
  const draft = await openedDraft(list);
  Object.assign(window.desk, {
    listLists: async () =>
      ok([{ id: "l1", name: "Regulars", people: 424, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] }]),
    writeDraftPeople: async () => ok({}),
    writeListUpdateFromDraft: async () => ok({}),
  });
  await draft.recipients.edit({ kind: "leave-out", rows: [2, 3], out: true });
  const compared: [string, DraftBeside][] = [];
  onTheDraft(draft, () => (
    <CompareListProvider value={(id, beside) => compared.push([id, beside])}>
      <UpdateListDialog name="May.xlsx" onClose={() => undefined} />
    </CompareListProvider>
  ));
  expect(
    screen.getByText(
      /^2 rows of the campaign are crossed out in the file, left out by hand .* counts as gone, and stays/,
    ),
  ).toBeDefined();
  await waitFor(() => fireEvent.click(screen.getByRole("button", { name: /^Regulars/ })));
  await waitFor(() => expect(compared).toEqual([["l1", { name: "May.xlsx", leftOut: 2 }]]));
});
