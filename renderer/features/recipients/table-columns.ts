import type { RowView, Understood } from "../../list-worker/protocol.ts";

/** One column of the table of rows: a column of the file, or what the program says of the row. */
export type TableColumn =
  | { kind: "row" | "texted" | "happened" | "phone" }
  | { kind: "cell"; column: number; heading: string; phone: boolean };

/** The columns in reading order: row, first field, phone before and after, what happened, and the other fields. */
export function tableColumns({ columns }: Pick<Understood, "columns">): TableColumn[] {
  const phones = columns.filter(({ role }) => role.kind === "phone").length;
  const cells = columns.flatMap(({ role, heading, letter }, column) =>
    role.kind === "unused" || (role.kind === "phone" && phones === 1)
      ? []
      : [{ kind: "cell" as const, column, heading: heading || letter, phone: role.kind === "phone" }],
  );
  const first = cells.find(({ phone }) => !phone);
  const rest = cells.filter((cell) => cell !== first);
  return [
    { kind: "row" },
    ...(first === undefined ? [] : [first]),
    { kind: "phone" },
    { kind: "texted" },
    { kind: "happened" },
    ...rest,
  ];
}

/** The columns of what the program says. */
const said = { row: "56px", texted: "116px", happened: "minmax(310px, 2.4fr)" };

/** Pixels that a letter takes, and those around the words of a cell. */
const letter = { text: 7.2, phone: 7.6, around: 22 };

/**
 * How wide each column is, as a CSS grid: as its heading and first values need, and a share of what is free. All
 * least widths are lengths, so that every row comes to the same columns by itself.
 */
export function columnWidths(columns: readonly TableColumn[], { columns: views }: Pick<Understood, "columns">): string {
  const first = columns.find((column) => column.kind === "cell" && !column.phone);
  const phones = views.filter(({ role }) => role.kind === "phone").flatMap(({ samples }) => samples);
  return columns
    .map((column) => {
      if (column.kind === "phone") return `${between(134, lengthOf(phones) * letter.phone, 182)}px`;
      if (column.kind !== "cell") return said[column.kind];
      const samples = views[column.column]?.samples ?? [];
      const needed = Math.max(
        lengthOf(samples) * (column.phone ? letter.phone : letter.text),
        column.heading.length * 7,
      );
      return column === first
        ? `minmax(${between(118, needed, 200)}px, 1.6fr)`
        : `minmax(${between(70, needed, 150)}px, 1fr)`;
    })
    .join(" ");
}

function lengthOf(values: readonly string[]): number {
  return Math.max(0, ...values.map((value) => value.length));
}

function between(least: number, needed: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, needed + letter.around)));
}

/** What the cell of a column holds, as the file has it. */
export function valueOf(row: RowView, column: TableColumn): string {
  if (column.kind === "cell") return row.cells[column.column] ?? "";
  return column.kind === "phone" ? row.phone : "";
}

/** Cells of the file can be corrected; what the program says of them cannot. */
export function isEditable(column: TableColumn | undefined): boolean {
  return column?.kind === "cell" || column?.kind === "phone";
}

/** A name for the column that is its own. */
export function keyOf(column: TableColumn): string {
  return column.kind === "cell" ? `cell ${column.column}` : column.kind;
}
