import type { Edit } from "../../../shared/recipients/reading.ts";
import { assertNever } from "../../../shared/result.ts";
import type { ReplaceView } from "../protocol.ts";
import type { ListRows } from "./list-rows.ts";
import type { Verdicts } from "./verdicts.ts";

/**
 * What an edit changes. `phones` are the columns of phone numbers, `country` is that of each row's, -1 without one, and
 * `used` are all that are used for anything.
 */
export type Edited = {
  rows: ListRows;
  verdicts: Verdicts;
  phones: readonly number[];
  country: number;
  used: readonly number[];
};

/** Makes one edit. Rows and columns that the list does not have are passed over, so that an edit always replays. */
export function applyEdit(edit: Edit, list: Edited): void {
  const { rows, verdicts } = list;
  switch (edit.kind) {
    case "cell":
      return correct(list, rows.rowNumbered(edit.row), edit.column, edit.value);
    case "replace":
      return replace(list, edit);
    case "take-offered":
      return takeOffered(list, edit);
    case "answer":
      return verdicts.phones.answer(edit.question, edit.choice);
    case "duplicates":
      verdicts.duplicatesKeep = edit.keep;
      verdicts.fillFromDuplicates = edit.fill === true;
      return;
    case "leave-out":
      for (const number of edit.rows) {
        const row = rows.rowNumbered(number);
        if (row !== -1) verdicts.leaveOut(row, edit.out);
      }
      return;
    case "add-row":
      return verdicts.phones.readRow(rows.add(edit.values));
    default:
      assertNever(edit);
  }
}

function correct({ rows, verdicts, phones, country }: Edited, row: number, column: number, value: string): void {
  const isRead = column === country || phones.includes(column);
  if (rows.correct(row, column, value) && isRead) verdicts.phones.readRow(row);
}

/** The cell as it is looked for: what the table shows, a phone with all its digits. */
function written({ rows, phones }: Edited, row: number, column: number): string {
  return phones.includes(column) ? rows.phoneCell(row, column).text : rows.ownCell(row, column);
}

/** A cell that find and replace changes. */
type Replacement = { row: number; column: number; before: string; after: string };

/**
 * What find and replace changes: whole cells as they stand, or every place within cells whatever its case. Without a
 * column in all that are used: nobody sees what stands in the others.
 */
export function* replacements(
  list: Edited,
  { column, find, by, whole }: Extract<Edit, { kind: "replace" }>,
): Generator<Replacement> {
  const { rows } = list;
  const columns = column === null ? list.used : [column];
  const pattern = new RegExp(find.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  for (const at of columns.filter((at) => at < rows.columns)) {
    for (let row = 0; row < rows.count; row++) {
      const before = written(list, row, at);
      const after = whole ? (before === find ? by : before) : before.replace(pattern, () => by);
      if (after !== before) yield { row, column: at, before, after };
    }
  }
}

function replace(list: Edited, edit: Extract<Edit, { kind: "replace" }>): void {
  for (const { row, column, after } of replacements(list, edit)) correct(list, row, column, after);
}

/** So many replaced cells are shown before it is done. */
const samplesShown = 3;

/** What find and replace would change, without changing anything. */
export function foreseeReplace(list: Edited, edit: Extract<Edit, { kind: "replace" }>): ReplaceView {
  const seen: ReplaceView = { cells: 0, columns: [], samples: [] };
  for (const { row, column, before, after } of replacements(list, edit)) {
    const number = row < list.rows.fileRows ? list.rows.rowNumber(row) : null;
    if (seen.cells < samplesShown) seen.samples.push({ row: number, before, after });
    if (seen.columns.at(-1) !== column) seen.columns.push(column);
    seen.cells++;
  }
  return seen;
}

/** Puts what a phone cell offers in its place: with a plus, which leaves no question open. */
function takeOffered(list: Edited, { rows: numbers, offered: taken }: Extract<Edit, { kind: "take-offered" }>): void {
  for (const [index, number] of numbers.entries()) {
    const row = list.rows.rowNumbered(number);
    if (row === -1) continue;
    const { column, reading } = list.verdicts.phones.reading(row);
    const { offered } = reading;
    // Nobody has seen any other number of it.
    if (offered !== null && (taken === undefined || taken[index] === offered))
      correct(list, row, column, `+${offered}`);
  }
}
