import type { RowReading } from "./row-reading.ts";
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
 * this". Empty for a row that is not refused, or not there.
 */
export function rowsAlike({ rows, verdicts }: ListContent, number: number): number[] {
  const row = rows.rowNumbered(number);
  if (row === -1 || verdicts.verdict(row) !== "invalid") return [];
  const problem = problemOf(verdicts.reading(row));
  const found: number[] = [];
  for (const other of verdicts.withVerdict("invalid")) {
    if (found.length === mostRows) break;
    if (problemOf(verdicts.reading(other)) === problem) found.push(rows.rowNumber(other));
  }
  return found;
}
