import { type Reason, reasonOf } from "../../../shared/recipients/reason.ts";
import type { RowView } from "../protocol.ts";
import type { ListContent } from "./list-content.ts";

/** Everything that is to be said about a row: of its number, then of other rows and lists. */
function reasonsOf({ rows, verdicts }: ListContent, row: number, own: readonly Reason[]): Reason[] {
  const reasons = [...own];
  const verdict = verdicts.verdict(row);
  if (verdict === "duplicate")
    reasons.unshift(reasonOf("duplicate-of", { row: rows.rowNumber(verdicts.keptRow(row)) }));
  if (verdict === "never-text") reasons.unshift(reasonOf("never-text", { since: verdicts.neverTextSince(row) }));
  if (verdicts.isLeftOut(row)) reasons.unshift(reasonOf("left-out-by-hand"));
  return reasons;
}

/** One row as the table shows it. */
export function rowView(content: ListContent, row: number): RowView {
  const { rows, verdicts } = content;
  const { column, cell, reading } = verdicts.reading(row);
  const digits = verdicts.digits(row);
  return {
    row: rows.rowNumber(row),
    cells: Array.from({ length: rows.columns }, (_, at) => rows.cell(row, at)),
    phone: cell,
    phoneColumn: column,
    digits: digits === "" ? null : digits,
    verdict: verdicts.verdict(row),
    reasons: reasonsOf(content, row, reading.reasons),
    warning: reading.warning,
    leftOutByHand: verdicts.isLeftOut(row),
    offered: reading.offered,
    corrections: rows.corrections(row),
  };
}
