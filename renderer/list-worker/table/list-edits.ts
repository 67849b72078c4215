import type { Edit, ReplaceEdit } from "../../../shared/recipients/reading.ts";
import { assertNever } from "../../../shared/result.ts";
import type { ListRows } from "./list-rows.ts";
import { replacements } from "./replacing.ts";
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

function replace(list: Edited, edit: ReplaceEdit): void {
  for (const { row, column, after } of replacements(list, edit)) correct(list, row, column, after);
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
