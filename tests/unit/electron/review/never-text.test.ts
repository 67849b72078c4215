import { expect, test } from "vitest";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { StopList } from "../../../../electron/review/never-text.ts";
import { ok } from "../../../../shared/result.ts";

/** A service that has so many entries, gives at most `most` a page, and says how many there are, or not. */
function service(entries: number, most: number, saysTotal: boolean): BsgClient {
  const all = Array.from({ length: entries }, (_, index) => ({
    id: String(index),
    phone: `38067${1_000_000 + index}`,
  }));
  const stopList: BsgClient["stopList"] = ({ offset, limit }) => {
    const rows = all.slice(offset, offset + Math.min(limit, most));
    return Promise.resolve(ok({ rows, total: saysTotal ? entries : null, date: null }));
  };
  return { stopList } as BsgClient;
}

test.each([
  [1_234, 500, true],
  [1_234, 500, false],
  [500, 500, false],
  [1_234, 100, true],
  [0, 500, true],
  [1_234, 100, false],
])("reads all of %d entries in pages of %d", async (entries, most, saysTotal) => {
  const read = await new StopList(() => 0).read(service(entries, most, saysTotal), true);
  expect(read.ok && read.value.size).toBe(entries);
});

type Entry = { id: string; phone: string };

/** A list of 1,200 people that is changed once, after its first page was read. */
function changing(change: (all: Entry[]) => void, saysTotal: boolean): { client: BsgClient; all: Entry[] } {
  const all = Array.from({ length: 1200 }, (_, index) => ({
    id: String(index),
    phone: `38067${1_000_000 + index}`,
  }));
  let asked = 0;
  const stopList: BsgClient["stopList"] = ({ offset, limit }) => {
    const rows = all.slice(offset, offset + limit);
    const total = saysTotal ? all.length : null;
    asked += 1;
    if (asked === 1) change(all);
    return Promise.resolve(ok({ rows, total, date: null }));
  };
  return { client: { stopList } as BsgClient, all };
}

test.each([
  ["loses somebody in front", true, (all: Entry[]) => void all.shift()],
  ["gains somebody in front", true, (all: Entry[]) => void all.unshift({ id: "new", phone: "380999999999" })],
  ["gains somebody in front", false, (all: Entry[]) => void all.unshift({ id: "new", phone: "380999999999" })],
])(
  "a list that %s while it is read is read again: nobody slips from one page to another",
  async (_, saysTotal, change) => {
    const { client, all } = changing(change, saysTotal);
    const read = await new StopList(() => 0).read(client, true);
    expect(read.ok && [...read.value].sort()).toEqual(all.map(({ phone }) => phone).sort());
  },
);

test.each([
  ["counts entries of other kinds as well", 900, (all: Entry[]) => all],
  ["has somebody on it twice", null, (all: Entry[]) => [...all, ...all.slice(0, 7)]],
  ["counts each once who is on it twice", 800, (all: Entry[]) => [...all.slice(0, 7), ...all]],
])("a list that %s is believed when it is the same once more", async (_, total, shown) => {
  const all = Array.from({ length: 800 }, (_row, index) => ({ id: String(index), phone: `38067${1_000_000 + index}` }));
  const stopList: BsgClient["stopList"] = ({ offset, limit }) =>
    Promise.resolve(ok({ rows: shown(all).slice(offset, offset + limit), total, date: null }));
  const read = await new StopList(() => 0).read({ stopList } as BsgClient, true);
  expect(read.ok && [...read.value].sort()).toEqual(all.map(({ phone }) => phone).sort());
});

test("a list of which somebody is counted and nobody shown is not believed", async () => {
  const stopList: BsgClient["stopList"] = () => Promise.resolve(ok({ rows: [], total: 3, date: null }));
  const read = await new StopList(() => 0).read({ stopList } as BsgClient, true);
  expect(read).toMatchObject({ ok: false, error: { code: "service.malformed" } });
});

test("a service that gives the same page again and again is not believed, whatever it says of the total", async () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ id: String(index), phone: `38067${1_000_000 + index}` }));
  for (const total of [700, null]) {
    const stopList: BsgClient["stopList"] = () => Promise.resolve(ok({ rows, total, date: null }));
    const read = await new StopList(() => 0).read({ stopList } as BsgClient, true);
    expect(read).toMatchObject({ ok: false, error: { code: "service.malformed" } });
  }
});
