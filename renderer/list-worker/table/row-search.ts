import type { Verdict } from "../../../shared/recipients/reading.ts";
import type { ListContent } from "./list-content.ts";

/** True when a row holds all the words, or the digits, that were typed. */
export function rowMatcher(content: ListContent, search: string): (row: number) => boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const digits = /^[\d\s+().-]+$/.test(search) ? search.replaceAll(/\D/g, "") : "";
  return (row) => {
    if (digits.length >= 3 && content.verdicts.digits(row).includes(digits)) return true;
    const text = content.rows.searchText(row);
    return words.every((word) => text.includes(word));
  };
}

/** Finds the rows of a filter and a search, and remembers the last answer: paging asks for it again and again. */
export class RowSearch {
  private key = "";
  private found = new Uint32Array(0);

  rows(content: ListContent, filter: Verdict | "all", search: string): Uint32Array {
    const key = JSON.stringify([content.version, filter, search.trim()]);
    if (key !== this.key) {
      this.found = Uint32Array.from(findRows(content, filter, search.trim()));
      this.key = key;
    }
    return this.found;
  }

  /** Forgets everything: the content is another one. */
  clear(): void {
    this.key = "";
  }
}

function findRows(content: ListContent, filter: Verdict | "all", search: string): Uint32Array {
  const rows =
    filter === "all"
      ? Uint32Array.from({ length: content.rows.count }, (_, row) => row)
      : content.verdicts.withVerdict(filter);
  return search === "" ? rows : rows.filter(rowMatcher(content, search));
}
