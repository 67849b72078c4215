import { assertNever } from "../../../shared/result.ts";
import type { RowFilter } from "../protocol.ts";
import { holding } from "../source/source-table.ts";
import type { ListContent } from "./list-content.ts";
import { NumberSearch } from "./number-search.ts";
import { TextSearch } from "./text-search.ts";
import { rowsTextedLately } from "./texted-lately.ts";

/** Fewer digits than this are looked for in the cells only. */
const leastDigits = 3;

/** True when a row holds all the words, or the digits, that were typed. */
export function rowMatcher({ rows, verdicts }: ListContent, search: string): (row: number) => boolean {
  const words = search
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => new TextSearch(word, rows.encoding));
  const digits = /^[\d\s+().-]+$/.test(search) ? search.replaceAll(/\D/g, "") : "";
  const numbers = digits.length >= leastDigits ? new NumberSearch(digits) : null;
  return (row) => {
    if (numbers?.isIn(verdicts.number(row)) === true) return true;
    let isOpen = false;
    for (const word of words) {
      const told = rows.holds(row, word);
      if (told === holding.no) return false;
      isOpen ||= told === holding.perhaps;
    }
    if (!isOpen) return true;
    const text = rows.searchText(row);
    return words.every((word) => text.includes(word.text));
  };
}

/** Finds the rows of a filter and a search, and remembers the last answer: paging asks for it again and again. */
export class RowSearch {
  private key = "";
  private found: Uint32Array = new Uint32Array(0);

  rows(content: ListContent, filter: RowFilter, search: string): Uint32Array {
    const key = JSON.stringify([content.version, filter, search.trim()]);
    if (key !== this.key) {
      this.found = findRows(content, filter, search.trim());
      this.key = key;
    }
    return this.found;
  }

  /** Forgets everything: the content is another one. */
  clear(): void {
    this.key = "";
  }
}

function findRows(content: ListContent, filter: RowFilter, search: string): Uint32Array {
  const rows = filteredRows(content, filter);
  return search === "" ? rows : rows.filter(rowMatcher(content, search));
}

function filteredRows(content: ListContent, filter: RowFilter): Uint32Array {
  const { fileRows, count } = content.rows;
  switch (filter) {
    case "all":
      return rowsFrom(0, count);
    case "added":
      return rowsFrom(fileRows, count);
    case "crossed-out":
      return content.verdicts.crossedOut();
    case "texted-lately":
      return rowsTextedLately(content);
    case "ready":
    case "repaired":
    case "to-decide":
    case "duplicate":
    case "invalid":
    case "empty":
    case "never-text":
      return content.verdicts.withVerdict(filter);
    default:
      return assertNever(filter);
  }
}

/** The rows from one to before another. Filled by hand: an array made by a callback takes ten times as long. */
function rowsFrom(first: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - first);
  for (let at = 0; at < rows.length; at++) rows[at] = first + at;
  return rows;
}
