import { assertNever } from "../../../shared/result.ts";
import type { Understood } from "../../list-worker/protocol.ts";
import type { TableColumn } from "./table-columns.ts";

/** Pixels that a letter takes: in a heading, in a cell, in a phone number, in what can be pressed. */
const letter = { heading: 7.8, text: 7.2, phone: 7.6, act: 7.5 };
/** Pixels around the words of a cell. */
const around = 21;

/**
 * How wide each column is, as a CSS grid: as its heading and its first values need, within bounds, and a share of what
 * is free. All least widths are lengths, so that every row comes to the same columns by itself.
 */
export function columnWidths(
  columns: readonly TableColumn[],
  headings: readonly string[],
  { columns: views, rows }: Pick<Understood, "columns" | "rows">,
  /** What stands in place of a row number, "" where there is no such row. */
  added = "",
  /** What stands in place of the number of a row that offers one. */
  offer = "",
  /** Whether the window has room for more than who it is, the number and what happened: in a small one these fill it. */
  roomy = true,
): string {
  const first = columns.find((column) => column.kind === "cell" && !column.phone);
  const phones = views.filter(({ role }) => role.kind === "phone").flatMap(({ samples }) => samples);
  return columns
    .map((column, index) => {
      const heading = (headings[index] ?? "").length * letter.heading;
      const needs = (values: readonly string[], each: number) => around + Math.max(heading, longest(values) * each);
      switch (column.kind) {
        case "row":
          return width(56, needs([String(rows), added], letter.text), 84);
        case "phone":
          return roomy ? width(134, needs(phones, letter.phone), 182) : "140px";
        case "texted":
          // What is offered has two lines, and breaks before its number.
          return width(116, needs(offer.split(" "), letter.act), 170);
        case "happened":
          return `minmax(${roomy ? 300 : 284}px, 6fr)`;
        case "cell": {
          const values = needs(views[column.column]?.samples ?? [], column.phone ? letter.phone : letter.text);
          return column === first
            ? `minmax(${width(100, values, roomy ? 200 : 104)}, 1.6fr)`
            : `minmax(${width(70, values, 150)}, 1fr)`;
        }
      }
      return assertNever(column);
    })
    .join(" ");
}

function longest(values: readonly string[]): number {
  return Math.max(0, ...values.map((value) => value.length));
}

function width(least: number, needed: number, most: number): string {
  return `${Math.round(Math.min(most, Math.max(least, needed)))}px`;
}
