import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useRows } from "../../../../../renderer/features/recipients/use-rows.ts";
import type { RowView } from "../../../../../renderer/list-worker/protocol.ts";

type Answer = { total: number; rows: RowView[] };
type Asked = { search: string; offset: number; limit: number };

const view = { filter: "all" as const, search: "", revision: 1, first: 0, last: 20 };

/** A list of so many rows that answers when it is told to. */
function heldList(total: number) {
  const asked: Asked[] = [];
  const waiting: { resolve: (answer: Answer) => void; reject: (problem: Error) => void; asked: Asked }[] = [];
  return {
    asked,
    rows: ({ search, offset, limit }: Asked) => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      asked.push({ search, offset, limit });
      waiting.push({ resolve, reject, asked: { search, offset, limit } });
      return promise;
    },
    answer: () =>
      act(async () => {
        const next = waiting.shift();
        const count = Math.min(next?.asked.limit ?? 0, total - (next?.asked.offset ?? 0));
        next?.resolve({ total, rows: Array.from({ length: count }, (_, at) => rowAt((next.asked.offset ?? 0) + at)) });
      }),
    fail: () => act(async () => waiting.shift()?.reject(new Error("The list worker stopped"))),
  };
}

function rowAt(index: number): RowView {
  const seen = {
    verdict: "ready" as const,
    reasons: [],
    warning: null,
    leftOutByHand: false,
    offered: null,
    corrections: [],
    added: false,
    differs: [],
    textedLately: null,
    toBeTexted: false,
  };
  return { row: index + 2, cells: [], phone: "380671234567", phoneColumn: 0, digits: "380671234567", ...seen };
}

function show(total: number) {
  const list = heldList(total);
  return { list, ...renderHook((question: typeof view) => useRows(list, question), { initialProps: view }) };
}

it("asks for the pages around the view, and for nothing that is in hand", async () => {
  const { list, result, rerender } = show(5_000);
  await list.answer();
  expect(result.current?.total).toBe(5_000);
  rerender({ ...view, first: 150, last: 170 });
  rerender({ ...view, first: 950, last: 970 });
  await list.answer();
  expect(list.asked.map(({ offset }) => offset)).toEqual([0, 800]);
  expect([result.current?.rows.get(950)?.row, result.current?.rows.get(0)]).toEqual([952, undefined]);
});

it("keeps the rows it has while newer ones are on their way", async () => {
  const { list, result, rerender } = show(40);
  await list.answer();
  rerender({ ...view, revision: 2 });
  expect(result.current?.rows.size).toBe(40);
  expect(list.asked).toHaveLength(2);
});

it("asks only the newest of the questions that come while one is under way", async () => {
  const { list, rerender } = show(40);
  for (const search of ["O", "Ol", "Ole"]) rerender({ ...view, search });
  await list.answer();
  await list.answer();
  expect(list.asked.map(({ search }) => search)).toEqual(["", "Ole"]);
});

it("keeps the rows it has when the worker has stopped, and asks again with the next view", async () => {
  const { list, result, rerender } = show(40);
  await list.answer();
  rerender({ ...view, revision: 2 });
  await list.fail();
  expect([result.current?.total, result.current?.rows.size]).toEqual([40, 40]);
  rerender({ ...view, revision: 2, last: 0 });
  await list.answer();
  expect(list.asked).toHaveLength(3);
  expect(result.current?.total).toBe(40);
});

it("keeps a row that two pages have as the same object, or it would be drawn anew while the table scrolls", async () => {
  const { list, result, rerender } = show(5_000);
  await list.answer();
  const before = result.current?.rows.get(350);
  rerender({ ...view, first: 390, last: 410 });
  await list.answer();
  expect(list.asked.at(-1)?.offset).toBe(200);
  expect(result.current?.rows.get(350)).toBe(before);
  expect(result.current?.rows.get(410)?.row).toBe(412);
});

it("takes every row anew once the list is another", async () => {
  const { list, result, rerender } = show(40);
  await list.answer();
  const before = result.current?.rows.get(3);
  rerender({ ...view, revision: 2 });
  await list.answer();
  expect(result.current?.rows.get(3)).not.toBe(before);
});
