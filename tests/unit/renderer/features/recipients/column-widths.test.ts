import { expect, test } from "vitest";
import { columnWidths } from "../../../../../renderer/features/recipients/column-widths.ts";
import { tableColumns } from "../../../../../renderer/features/recipients/table-columns.ts";
import type { ColumnView } from "../../../../../renderer/list-worker/protocol.ts";

const field = (heading: string, sample: string): ColumnView => ({
  letter: "A",
  heading,
  role: { kind: "field", name: heading },
  samples: [sample],
});
const columns: ColumnView[] = [
  field("Name", "Olena Kovalenko"),
  { letter: "B", heading: "Phone", role: { kind: "phone", order: 0 }, samples: ["+380 (93) 765-43-21"] },
  field("City", "Odesa"),
  field("Last order", "12.05.2026"),
];
const headings = ["Рядок", "Name", "Телефон у файлі", "Куди напишемо", "Що сталося", "City", "Last order"];

/** The least width of each column, in pixels, where numbers are offered in Ukrainian. */
function leastWidths(roomy: boolean): number[] {
  const table = tableColumns({ columns });
  const widths = columnWidths(table, headings, { columns, rows: 2_000 }, "", "Узяти +380000000000", roomy);
  return (widths.match(/minmax\([^)]*\)|\S+/g) ?? []).map((track) => Number.parseFloat(track.replace("minmax(", "")));
}
const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);

// What the window has beside its entries, its margins and the bar to scroll by.
test("a window of 1200 pixels has room for what happened and for the field behind it", () => {
  expect(sum(leastWidths(true).slice(0, 6))).toBeLessThanOrEqual(1200 - 204 - 48 - 13);
});

test("in one of 1024 pixels what happened ends where the window does", () => {
  expect(sum(leastWidths(false).slice(0, 5))).toBeLessThanOrEqual(1024 - 204 - 48 - 8);
});
