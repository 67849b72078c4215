import { expect, test } from "vitest";
import { Leaving } from "../../../electron/leaving.ts";

/** A program with so many windows; `late` lets the patience with them end. */
function aProgram(windows: number) {
  const patience: (() => void)[] = [];
  let asked = 0;
  const leaving = new Leaving({
    ask: () => {
      asked += 1;
      return windows;
    },
    after: (_ms, act) => patience.push(act),
  });
  return { leaving, asked: () => asked, late: () => patience.forEach((act) => act()) };
}

/** Whether a promise has resolved by now. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);
}

test("the program waits until every window has saved what was typed", async () => {
  const { leaving, asked } = aProgram(2);
  const saved = leaving.saved();
  expect(asked()).toBe(1);
  leaving.haveSaved();
  expect(await isDone(saved)).toBe(false);
  leaving.haveSaved();
  expect(await isDone(saved)).toBe(true);
});

test("a window that hangs keeps nothing from ending, and without a window nothing is waited for", async () => {
  const hanging = aProgram(1);
  const saved = hanging.leaving.saved();
  expect(await isDone(saved)).toBe(false);
  hanging.late();
  expect(await isDone(saved)).toBe(true);
  expect(await isDone(aProgram(0).leaving.saved())).toBe(true);
});

test("who says unasked that everything is saved ends nothing", async () => {
  const { leaving } = aProgram(1);
  leaving.haveSaved();
  expect(await isDone(leaving.saved())).toBe(false);
});

test("a window that closes goes on waiting for its save when the program is told to end meanwhile", async () => {
  const { leaving } = aProgram(1);
  const closing = leaving.saved();
  const ending = leaving.saved();
  expect(await isDone(closing)).toBe(false);
  leaving.haveSaved();
  expect(await isDone(closing)).toBe(true);
  expect(await isDone(ending)).toBe(false);
  leaving.haveSaved();
  expect(await isDone(ending)).toBe(true);
});
