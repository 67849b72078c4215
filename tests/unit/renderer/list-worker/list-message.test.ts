import { expect, test } from "vitest";
import { serveList } from "../../../../renderer/list-worker/serve.ts";
import { openList, fileOf } from "./open-list.ts";

const list = [
  "Phone;Name;City",
  "380671234501;Ann;Kyiv",
  "380671234502;Олена;Kyiv",
  "380671234503;;Lviv",
  "380671234504;Олександра;",
].join("\n");
const text = `Hi {Name|friend}, see you in {City}. ${"x".repeat(60)}`;

test("every group of a tally lists exactly its people, with the text that each gets", async () => {
  const { engine } = await openList(list);
  const tally = await engine.tally(text);
  for (const { key, people, first } of tally.buckets) {
    const group = await engine.group({ text, latin: null, key, offset: 0, limit: 10 });
    expect(group.total).toBe(people);
    expect(group.rows[0]?.position).toBe(first);
  }
  const [gap] = tally.emptyFields;
  const nameless = await engine.group({ text, latin: null, key: gap?.key ?? "", offset: 0, limit: 10 });
  expect(nameless.rows.map(({ row, number, text: got }) => [row, number, got.slice(0, 10)])).toEqual([
    [4, "380671234503", "Hi friend,"],
  ]);
});

test("people who get too much or nothing can be listed", async () => {
  const { engine } = await openList(`Phone;Name\n380671234501;${"x".repeat(800)}\n380671234502;\n380671234503;Al\n`);
  const rowsOf = async (key: string) =>
    (await engine.group({ text: "{Name}", latin: null, key, offset: 0, limit: 10 })).rows.map(({ row }) => row);
  expect(await rowsOf("over")).toEqual([2]);
  expect(await rowsOf("blank")).toEqual([3]);
});

test("a group comes in pages, follows the list, and is nobody while the text has a problem", async () => {
  const { engine } = await openList(list);
  const plain = (await engine.tally("Hello")).buckets[0]?.key ?? "";
  const page = (offset: number) => engine.group({ text: "Hello", latin: null, key: plain, offset, limit: 2 });
  expect((await page(2)).rows.map(({ position }) => position)).toEqual([2, 3]);
  await engine.applyEdit({ kind: "leave-out", rows: [2], out: true });
  expect(await page(0)).toMatchObject({ total: 3, rows: [{ row: 3 }, { row: 4 }] });
  expect(await engine.group({ text: "Hi {Nam", latin: null, key: plain, offset: 0, limit: 2 })).toEqual({
    total: 0,
    rows: [],
  });
});

test("Latin letters make everybody's text a plain one, in the tally, the preview and the groups", async () => {
  const { engine } = await openList(list);
  expect((await engine.tally(text)).buckets.map(({ encoding, people }) => [encoding, people])).toEqual([
    ["gsm7", 2],
    ["ucs2", 2],
  ]);
  const latin = await engine.tally(text, "uk");
  expect(latin.buckets).toMatchObject([{ encoding: "gsm7", parts: 1, people: 4, cause: { kind: "plain" } }]);
  expect((await engine.preview(text, 1, "uk"))?.text).toMatch(/^Hi Olena,/);
  const key = latin.buckets[0]?.key ?? "";
  expect((await engine.group({ text, latin: "uk", key, offset: 0, limit: 10 })).total).toBe(4);
});

const many = 45_000;
const longList = `Phone;Name\n${Array.from({ length: many }, (_, row) => `3806712${row + 10_000};Ann`).join("\n")}\n`;

test("while a long list is counted, other questions are answered", async () => {
  const order: (string | number)[] = [];
  const serve = serveList((reply) => {
    if (reply.kind === "answer") order.push(reply.id);
  });
  await serve({ id: 1, method: "open", args: [fileOf(longList)] });
  const counted = serve({ id: 2, method: "tally", args: ["Hi {Name}", null] });
  // A keystroke's questions come while the worker is at work.
  await new Promise((resolve) => void setTimeout(resolve));
  await Promise.all([
    counted,
    serve({ id: 3, method: "preview", args: ["Hi {Name}!", 0, null] }),
    serve({ id: 4, method: "tally", args: ["Hi {Name}!", null] }),
  ]);
  expect(order).toEqual([1, 3, 2, 4]);
});

test("rows that change while they are counted are counted anew", async () => {
  const { engine } = await openList(longList);
  const counting = engine.tally("Hi {Name}");
  await engine.applyEdit({ kind: "leave-out", rows: [2, 3], out: true });
  expect((await counting).people).toBe(many - 2);
});

test("a counting that was ended gives way to the next one at its first pause", async () => {
  const { engine } = await openList(longList);
  const typed = new AbortController();
  let pauses = 0;
  const counting = engine.tally("Hi {Name}", null, {
    signal: typed.signal,
    onProgress: () => {
      pauses++;
      typed.abort(new Error("another key was pressed"));
    },
  });
  await expect(counting).rejects.toThrow("another key was pressed");
  expect(pauses).toBe(1);
  expect((await engine.tally("Hi {Name}")).people).toBe(many);
});
