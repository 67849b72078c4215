import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ListBeside } from "../../../../../renderer/features/lists/list-beside.tsx";
import type { DraftBeside } from "../../../../../renderer/draft/compare-list.ts";
import type { CommandInput } from "../../../../../shared/ipc/contract.ts";
import type { ListComparison, OpenedList } from "../../../../../shared/library/list.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const opened: OpenedList = {
  list: { id: "l1", name: "Regulars", people: 424, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] },
  columns: ["Name"],
  undo: null,
};

async function show(comparison: Partial<ListComparison>, beside: DraftBeside | null = null) {
  const asked: string[] = [];
  const taken: CommandInput<"takeListUpdate">[] = [];
  const updated: OpenedList[] = [];
  await giveDesk({
    listListUpdate: ({ kind }) => {
      asked.push(kind);
      return Promise.resolve(ok({ total: 0, rows: [] }));
    },
    takeListUpdate: (input) => {
      taken.push(input);
      return Promise.resolve(ok(opened));
    },
  });
  onTheDesk(
    <ListBeside
      title="Update “Regulars”"
      fileName="May.xlsx"
      opened={opened}
      comparison={{
        same: 412,
        changed: 0,
        added: 0,
        gone: 0,
        neverText: 0,
        columns: ["Name"],
        newColumns: [],
        ...comparison,
      }}
      read={null}
      beside={beside}
      onCountry={() => undefined}
      onUpdated={(list) => updated.push(list)}
      onKeep={() => undefined}
    />,
  );
  return { asked, taken, updated };
}

it("removes nobody unless it is asked to, and says how many people the list has then", async () => {
  const { taken, updated } = await show({ changed: 7, added: 38, gone: 5, newColumns: ["Card"], neverText: 2 });
  expect(screen.getByText("The list gets a new column: Card.", { exact: false }).textContent).toContain(
    "2 more of the file are on the never-text list and stay out.",
  );
  expect(screen.getByRole("button", { name: "Update the list to 462 people" })).toBeDefined();
  fireEvent.click(screen.getByRole("checkbox", { name: "Remove 5 people who are not in the file" }));
  fireEvent.click(screen.getByRole("checkbox", { name: /^Take over what changed for 7 people/ }));
  fireEvent.click(screen.getByRole("button", { name: "Update the list to 457 people" }));
  await waitFor(() => expect(updated).toEqual([opened]));
  expect(taken).toEqual([{ id: "l1", take: { added: true, changed: false, gone: true } }]);
});

it("shows who differs first, and whoever is asked for", async () => {
  const { asked } = await show({ gone: 5 });
  await waitFor(() => expect(asked).toEqual(["gone"]));
  fireEvent.click(screen.getByRole("button", { name: "412 same" }));
  await waitFor(() => expect(asked).toEqual(["gone", "same"]));
});

it("has nothing to take over from a file that says nothing new", async () => {
  await show({});
  expect(screen.getByText(/The file says nothing new/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Update the list to 412 people" }).hasAttribute("disabled")).toBe(true);
});

it("says of the people of a campaign that whoever was left out of it by hand counts as gone, and stays", async () => {
  await show({ gone: 3 }, { name: "May.xlsx", leftOut: 2 });
  expect(
    screen.getByText(/^2 rows of the campaign are crossed out in the file, left out by hand or still to be decided/),
  ).toBeDefined();
  expect(screen.getByText(/stays on the list unless you remove those who are gone/)).toBeDefined();
  const remove = screen.getByRole("checkbox", { name: "Remove 3 people who are not in the campaign" });
  expect(remove).toHaveProperty("checked", false);
});

it("speaks of nobody left out where nobody is gone, or nobody was", async () => {
  await show({ added: 3 }, { name: "May.xlsx", leftOut: 2 });
  expect(screen.queryByText(/of the campaign/)).toBeNull();
  cleanup();
  await show({ gone: 3 }, { name: "May.xlsx", leftOut: 0 });
  expect(screen.queryByText(/left out by hand/)).toBeNull();
});
