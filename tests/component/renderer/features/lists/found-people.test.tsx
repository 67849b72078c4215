import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { SavedList } from "../../../../../renderer/features/lists/saved-list.tsx";
import type { CommandInput, CommandOutput } from "../../../../../shared/ipc/contract.ts";
import type { OpenedList } from "../../../../../shared/library/list.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const opened: OpenedList = {
  list: { id: "l1", name: "Regulars", people: 900_000, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] },
  columns: ["Name"],
  undo: null,
};

it("a button that removes whom a search found never names how many another search had found", async () => {
  const asked = new Map<string, (page: CommandOutput<"listListPeople">) => void>();
  const removed: CommandInput<"removeListPeople">[] = [];
  await giveDesk({
    openList: () => Promise.resolve(ok(opened)),
    listListPeople: async ({ search }) => {
      const { promise, resolve } = Promise.withResolvers<CommandOutput<"listListPeople">>();
      asked.set(search, resolve);
      return ok(await promise);
    },
    removeListPeople: (input) => {
      removed.push(input);
      return Promise.resolve(ok(opened));
    },
  });
  onTheDesk(<SavedList id="l1" onBack={() => undefined} onUse={() => undefined} />);
  const find = async (words: string, before: string) => {
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: words } });
    await waitFor(() => expect(asked.has(words)).toBe(true));
    expect(screen.queryByRole("button", { name: /^Remove the/ }), before).toBeNull();
  };
  await waitFor(() => expect(asked.has("")).toBe(true));
  asked.get("")?.({ total: 900_000, rows: [] });

  await find("anna", "of everybody");
  asked.get("anna")?.({ total: 5, rows: [] });
  await screen.findByRole("button", { name: "Remove the 5 people found" });
  await find("an", "of Anna");
  asked.get("an")?.({ total: 81_000, rows: [] });
  fireEvent.click(await screen.findByRole("button", { name: "Remove the 81,000 people found" }));
  await waitFor(() => expect(removed).toEqual([{ id: "l1", who: { search: "an" } }]));
});
