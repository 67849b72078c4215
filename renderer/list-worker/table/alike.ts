import type { RowReading } from "./row-reading.ts";
import type { RowsAlike } from "../protocol.ts";
import type { ListContent } from "./list-content.ts";

/** So many rows one edit can name. */
const mostRows = 100_000;

/** What makes two refused phone cells the same problem: the reason, its country, and whether something is offered. */
function problemOf({ reading }: RowReading): string {
  const [reason] = reading.reasons;
  return JSON.stringify([reason?.code, reason?.params["country"], reading.offered !== null]);
}

/**
 * The file's numbers of the rows refused for the same reason as this one, itself among them, at most 100,000: "all like
 * this"; with what each offers. Empty for a row that is not refused, offers nothing, or is not there.
 */
export function rowsAlike({ rows, verdicts }: ListContent, number: number): RowsAlike {
  const row = rows.rowNumbered(number);
  const found: RowsAlike = { rows: [], offered: [] };
  if (row === -1 || verdicts.verdict(row) !== "invalid") return found;
  const problem = problemOf(verdicts.phones.reading(row));
  for (const other of verdicts.withVerdict("invalid")) {
    if (found.rows.length === mostRows) break;
    const read = verdicts.phones.reading(other);
    if (read.reading.offered === null || problemOf(read) !== problem) continue;
    found.rows.push(rows.rowNumber(other));
    found.offered.push(read.reading.offered);
  }
  return found;
}
