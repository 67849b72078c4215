import { expect, it } from "vitest";
import { exportList } from "../../../../../renderer/features/lists/export-list.ts";
import { appErrorOf } from "../../../../../shared/errors.ts";
import type { OpenedList } from "../../../../../shared/library/list.ts";
import { err, ok } from "../../../../../shared/result.ts";
import { gridOf, readBook } from "../../../../unit/renderer/list-worker/read-table.ts";
import { giveDesk } from "../../fake-desk.ts";

const opened: OpenedList = {
  list: { id: "l", name: "Regulars: 2026", people: 1_200, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] },
  columns: ["Name", "City"],
  undo: null,
};

/** A desk with a list of so many people, of which the page at `missing` is refused. */
async function listOf(people: number, missing: number | null = null) {
  const written: { name: string; bytes: Uint8Array }[] = [];
  await giveDesk({
    listListPeople: ({ offset, limit }) => {
      if (offset === missing) return Promise.resolve(err(appErrorOf("list.missing")));
      const rows = Array.from({ length: Math.min(limit, people - offset) }, (_, at) => ({
        position: offset + at,
        number: String(380_670_000_000 + offset + at),
        cells: [`Olena ${offset + at}`],
      }));
      return Promise.resolve(ok({ total: people, rows }));
    },
    saveFile: (file) => {
      written.push(file);
      return Promise.resolve(ok({ saved: true, name: file.name }));
    },
  });
  return written;
}

it.each(["xlsx", "csv"] as const)(
  "everybody of a list is in the %s, page by page, and how far it is is said",
  async (ending) => {
    const written = await listOf(1_200);
    const said: number[] = [];
    expect(await exportList(opened, ending, "Phone", (done) => said.push(done))).toEqual(ok(`Regulars 2026.${ending}`));
    const grid = gridOf(await readBook(written[0]?.bytes ?? new Uint8Array()));
    expect([grid.length, grid[0]]).toEqual([1_201, ["Phone", "Name", "City"]]);
    expect(grid[1_200]?.slice(0, 2)).toEqual([
      // As text a workbook takes no phone for a formula; of a CSV any program might.
      ending === "csv" ? "'+380670001199" : "+380670001199",
      "Olena 1199",
    ]);
    expect(said).toEqual([500, 1_000, 1_200]);
  },
);

it("a list that goes while it is written leaves no file, and says why", async () => {
  const written = await listOf(1_200, 500);
  for (const ending of ["xlsx", "csv"] as const) {
    expect(await exportList(opened, ending, "Phone", () => undefined)).toEqual(err(appErrorOf("list.missing")));
  }
  expect(written).toEqual([]);
});
