import type { Page } from "../bsg/port.ts";

/** No account has more rows of anything that is asked for; a list that never ends is not read for ever. */
const mostRows = 200_000;

/**
 * Where the next page begins; null at the end. A page may be shorter than asked for: only the total, an empty one or the
 * page before once more ends: then the service takes no notice of where a page is to begin.
 * @param before the page before this one
 */
export function nextOffset(page: Page<unknown>, offset: number, before: Page<unknown> | null): number | null {
  const next = offset + page.rows.length;
  if (page.rows.length === 0 || next > mostRows) return null;
  if (before !== null && JSON.stringify(page.rows[0]) === JSON.stringify(before.rows[0])) return null;
  return page.total !== null && next >= page.total ? null : next;
}
