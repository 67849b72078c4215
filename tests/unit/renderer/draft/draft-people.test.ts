import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { createHandOver } from "../../../../renderer/draft/draft-people.ts";
import { type DraftState, type ListView, unopened } from "../../../../renderer/draft/draft-state.ts";
import type { CommandInput } from "../../../../shared/ipc/contract.ts";
import { ok } from "../../../../shared/result.ts";

/** A list of one person whose revision is told, and what main was handed of it. */
function handingOver() {
  const handed: string[][] = [];
  let number = "380671000001";
  const store = createStore<DraftState>(() => unopened);
  const handOver = createHandOver({
    store,
    id: "d1",
    list: {
      people: async () => ({ offset: 0, columns: [], numbers: [number], rows: [2], cells: [], last: true }),
    },
    desk: {
      writeDraftPeople: ({ numbers }: CommandInput<"writeDraftPeople">) => {
        handed.push(numbers);
        return Promise.resolve(ok({ people: numbers.length }));
      },
    },
  } as unknown as Parameters<typeof createHandOver>[0]);
  return {
    handOver,
    handed,
    store,
    change: (revision: number, to: string) => {
      number = to;
      store.setState({ list: { revision, state: { people: 1 } } as ListView });
    },
  };
}

test("a list that changed after main was found to have it is handed over again", async () => {
  const { handOver, handed, change } = handingOver();
  change(1, "380671000001");
  await handOver();
  expect(await handOver(), "main has it: nothing to do").toEqual(ok(null));
  change(2, "380671000002");
  expect(await handOver()).toEqual(ok(null));
  expect(handed).toEqual([["380671000001"], ["380671000002"]]);
});

test("asked for without a list it is refused, and not ever after", async () => {
  const { handOver, handed, change } = handingOver();
  expect(await handOver()).toMatchObject({ ok: false });
  change(1, "380671000001");
  expect(await handOver()).toEqual(ok(null));
  expect(handed).toEqual([["380671000001"]]);
});

test("calls that come meanwhile share one hand-over", async () => {
  const { handOver, handed, change } = handingOver();
  change(1, "380671000001");
  await Promise.all([handOver(), handOver(), handOver()]);
  expect(handed).toHaveLength(1);
});

test("people of a list that was taken away meanwhile are not taken for those of the next one", async () => {
  const { handOver, handed, change, store } = handingOver();
  change(1, "380671000001");
  const handing = handOver();
  store.setState({ list: null });
  change(1, "380671000002");
  expect(await handing).toEqual(ok(null));
  expect(handed.at(-1)).toEqual(["380671000002"]);
});
