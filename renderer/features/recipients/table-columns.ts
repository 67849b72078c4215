import { sameMeaning } from "../../../shared/message/field-concepts.ts";
import type { RowView, Understood } from "../../list-worker/protocol.ts";

/** One column of the table of rows: a column of the file, or what the program says of the row. */
export type TableColumn =
  | { kind: "row" | "texted" | "happened" | "phone" }
  | { kind: "cell"; column: number; heading: string; phone: boolean };

/**
 * The columns in reading order: row, the field that tells who it is, phone before and after, what happened, and the other
 * fields. Who it is, is told by the first field that is called a name, otherwise by the first that has words and is
 * neither a country nor an e-mail address.
 */
export function tableColumns({ columns }: Pick<Understood, "columns">): TableColumn[] {
  const phones = columns.filter(({ role }) => role.kind === "phone").length;
  const cells = columns.flatMap(({ role, heading, letter }, column) =>
    role.kind === "unused" || (role.kind === "phone" && phones === 1)
      ? []
      : [{ kind: "cell" as const, column, heading: heading || letter, phone: role.kind === "phone" }],
  );
  const fields = cells.filter(({ phone }) => !phone);
  const telling = fields.filter(({ column }) => tellsWho(columns[column]));
  const named = (is: (heading: string) => boolean) => telling.find(({ heading }) => is(heading));
  const first = named(isName) ?? named(hasName) ?? telling[0] ?? fields[0];
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

function tellsWho(column: Understood["columns"][number] | undefined): boolean {
  return (
    column?.role.kind === "field" && column.samples.some((sample) => /\p{L}/u.test(sample) && !sample.includes("@"))
  );
}

/** `Ваше ім’я`, `ПІБ учня`: one of its words is a name's. */
const hasName = (heading: string): boolean => heading.split(/[\s(),/]+/).some(isName);

function isName(heading: string): boolean {
  return sameMeaning("name", [heading]) !== null || sameMeaning("surname", [heading]) !== null;
}

/** What the cell of a column holds, as the file has it. */
export function valueOf(row: RowView, column: TableColumn): string {
  if (column.kind === "cell") return row.cells[column.column] ?? "";
  return column.kind === "phone" ? row.phone : "";
}

/** What the file has in a cell that was corrected by hand; null for any other. */
export function beforeOf({ corrections, phoneColumn }: RowView, column: TableColumn): string | null {
  const at = column.kind === "cell" ? column.column : column.kind === "phone" ? phoneColumn : null;
  return corrections.find((correction) => correction.column === at)?.before ?? null;
}

/** Cells of the file can be corrected; what the program says of them cannot. */
export function isEditable(column: TableColumn | undefined): boolean {
  return column?.kind === "cell" || column?.kind === "phone";
}

/** A name for the column that is its own. */
export function keyOf(column: TableColumn): string {
  return column.kind === "cell" ? `cell ${column.column}` : column.kind;
}
