import { expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { createMeasuring } from "../../../../renderer/draft/draft-measuring.ts";
import { type DraftList, type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import type { CountingWatch, MessageTally } from "../../../../renderer/list-worker/protocol.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";

type Asked = { text: string; watch: CountingWatch; answer: (tally: MessageTally) => void };

/** A worker that answers when the test says so. */
function measured() {
  const asked: Asked[] = [];
  const list = {
    tally: (text: string, _: unknown, watch: CountingWatch = {}) =>
      new Promise<MessageTally>((answer, fail) => {
        asked.push({ text, watch, answer });
        watch.signal?.addEventListener("abort", () => fail(new Error("ended")));
      }),
  } as Pick<DraftList, "tally"> as DraftList;
  const store = createStore<DraftState>(() => unopened);
  const { askTally } = createMeasuring({ store, list, desk: {} as Desk });
  const write = (text: string) => {
    const draft = { text, review: { latinLetters: null } } as DraftState["draft"];
    store.setState({ draft, list: { revision: 1 } as DraftState["list"] });
    askTally();
  };
  return { asked, store, write };
}

const tallyOf = (people: number) => ({ people, costs: [], saving: null }) as unknown as MessageTally;

test("each key ends the counting of the text before, and only the newest text's figures are shown", async () => {
  const { asked, store, write } = measured();
  write("H");
  write("Hi");
  expect(asked.map(({ text, watch }) => [text, watch.signal?.aborted])).toEqual([
    ["H", true],
    ["Hi", false],
  ]);
  asked[1]?.answer(tallyOf(2));
  await vi.waitFor(() => expect(store.getState().tally?.people).toBe(2));
  expect(store.getState().tallyOf?.text).toBe("Hi");
});

test("figures of the text before are marked as such once the counting takes its time, with how far it is", async () => {
  vi.useFakeTimers();
  const { asked, store, write } = measured();
  write("H");
  asked[0]?.watch.onProgress?.(1, 4);
  await vi.advanceTimersByTimeAsync(100);
  expect(store.getState().counting).toBeNull();
  write("Hi");
  asked[1]?.watch.onProgress?.(2, 5);
  await vi.advanceTimersByTimeAsync(150);
  expect(store.getState().counting).toEqual({ share: 0.4 });
  asked[0]?.watch.onProgress?.(4, 4);
  asked[1]?.watch.onProgress?.(4, 5);
  expect(store.getState().counting).toEqual({ share: 0.8 });
  asked[1]?.answer(tallyOf(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.getState().counting).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.getState().counting).toBeNull();
  vi.useRealTimers();
});
