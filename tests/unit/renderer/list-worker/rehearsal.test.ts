import { describe, expect, it } from "vitest";
import { madeUpLists, rehearse, type Rest } from "../../../../renderer/list-worker/rehearsal.ts";
import { fixture, openList } from "./open-list.ts";

const atOnce: Rest = () => Promise.resolve();

/** All that is said of a list: how it was understood, its sums, its rows and its people. */
async function allSaid(bytes: Uint8Array) {
  const { engine, understood } = await openList(bytes);
  const rows = await engine.rows({ filter: "all", search: "", offset: 0, limit: 500 });
  return { understood, state: await engine.state(), rows, people: await engine.people(0) };
}

describe("the rehearsal of the list worker", () => {
  it("goes all the way with lists of people: ready, repaired, refused and repeated ones", async () => {
    const lists = [...madeUpLists()];
    expect(new Set(lists.map((bytes) => new TextDecoder().decode(bytes))).size).toBe(lists.length);
    for (const bytes of lists) {
      const { engine, understood } = await openList(bytes);
      const { rows, ready, repaired, invalid, duplicate } = (await engine.state()).sum;
      expect(rows).toBe(500);
      expect(Math.min(ready, repaired, invalid, duplicate)).toBeGreaterThan(0);
      expect(ready + repaired + invalid + duplicate).toBe(rows);
      expect(understood.columns[4]?.samples[1]).toMatch(/^Street 1[,;] 7$/);
    }
  });

  it("leaves nothing behind: what is read after it is read as before", async () => {
    const files = ["customers-utf-8.csv", "flower-shop-windows-1251.csv"].map((name) => fixture(name));
    const lists = [...files, new TextEncoder().encode("Phone,Name\n0671234567,Anna\n202-555-0123,Bob\n")];
    const before = await Promise.all(lists.map(allSaid));
    await rehearse(atOnce, new AbortController().signal);
    expect(await Promise.all(lists.map(allSaid))).toEqual(before);
  });

  it("ends before the next of its lists once it is wanted no more", async () => {
    const wanted = new AbortController();
    let rests = 0;
    await rehearse(async () => {
      if (++rests === 3) wanted.abort();
    }, wanted.signal);
    expect(rests).toBe(3);
  });
});
