import type { Page } from "../bsg/port.ts";

/** No account has more rows of anything that is asked for; a list that never ends is not read for ever. */
const mostRows = 200_000;

/** Where the next page begins; null at the end. A page may be shorter than asked for: only the total or an empty one ends. */
export function nextOffset(page: Page<unknown>, offset: number): number | null {
  const next = offset + page.rows.length;
  if (page.rows.length === 0 || next > mostRows) return null;
  return page.total !== null && next >= page.total ? null : next;
}
