import { type Reason, reasonOf } from "../../../shared/recipients/reason.ts";
import type { RowView } from "../protocol.ts";
import { differencesOf } from "./duplicate-cells.ts";
import type { ListContent } from "./list-content.ts";
import { isToBeTexted, textedAt } from "./texted-lately.ts";

/** Everything that is to be said about a row: of its number, then of other rows and lists. */
function reasonsOf({ rows, verdicts }: ListContent, row: number, own: readonly Reason[]): Reason[] {
  // How the number of a row that is not texted was read does not matter.
  const reasons = verdicts.isCrossedOut(row) ? [] : [...own];
  const verdict = verdicts.verdict(row);
  if (verdict === "duplicate") reasons.unshift(duplicateOf(rows, verdicts.keptRow(row)));
  if (verdict === "never-text") reasons.unshift(reasonOf("never-text", { since: verdicts.neverTextSince(row) }));
  if (rows.crossedOut[row] === 1) reasons.unshift(reasonOf("crossed-out"));
  if (verdicts.isLeftOut(row) && !verdicts.isCrossedOut(row)) reasons.unshift(reasonOf("left-out-by-hand"));
  return reasons;
}

function duplicateOf(rows: ListContent["rows"], kept: number): Reason {
  return kept < rows.fileRows
    ? reasonOf("duplicate-of", { row: rows.rowNumber(kept) })
    : reasonOf("duplicate-of-added");
}

/** One row as the table shows it. */
export function rowView(content: ListContent, row: number): RowView {
  const { rows, verdicts, phones } = content;
  const { column, cell, reading } = verdicts.phones.reading(row);
  const digits = verdicts.digits(row);
  return {
    row: rows.rowNumber(row),
    added: row >= rows.fileRows,
    cells: Array.from({ length: rows.columns }, (_, at) => {
      if (at === column) return cell;
      return phones.includes(at) ? rows.phoneCell(row, at).text : rows.cell(row, at);
    }),
    phone: cell,
    phoneColumn: column,
    digits: digits === "" ? null : digits,
    verdict: verdicts.verdict(row),
    reasons: reasonsOf(content, row, reading.reasons),
    warning: reading.warning,
    leftOutByHand: verdicts.isLeftOut(row),
    offered: reading.offered,
    corrections: rows.corrections(row),
    differs: differencesOf(content, row),
    textedLately: textedAt(content, row),
    toBeTexted: isToBeTexted(content, row),
  };
}
