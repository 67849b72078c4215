import { appErrorOf } from "../../shared/errors.ts";
import { err, ok } from "../../shared/result.ts";
import type { Answer, Page } from "./port.ts";

/** Most rows of one page, by the OpenAPI. */
const pageRows = 500;
/** More rows than a list of people has; one that never ends is not believed. */
const mostRows = 1_000_000;
/** A list that is always another one while it is read cannot be told. */
const tries = 3;

/**
 * Every row of a list that has to be whole, such as the stop list: of one that changes while it is read page by page a
 * row slips from one page to another and is seen twice, or never; then it is read again.
 * @param read a page from `offset` on
 * @returns `service.malformed` for a list that never ends, gives the same page again, or is another one at each try
 */
export async function wholeList<T extends { id: string }>(
  read: (page: { offset: number; limit: number }) => Answer<Page<T>>,
): Answer<T[]> {
  for (let time = 0; time < tries; time += 1) {
    const list = await once(read);
    if (!list.ok || list.value !== null) return list.ok ? ok(list.value ?? []) : list;
  }
  return err(appErrorOf("service.malformed", { reason: "changing list" }));
}

/** Null when it was another list at the end than at the beginning. */
async function once<T extends { id: string }>(
  read: (page: { offset: number; limit: number }) => Answer<Page<T>>,
): Answer<T[] | null> {
  const rows = new Map<string, T>();
  let first: number | null = null;
  for (let offset = 0; offset < mostRows;) {
    const page = await read({ offset, limit: pageRows });
    if (!page.ok) return page;
    const { total } = page.value;
    if (offset === 0) first = total;
    offset += page.value.rows.length;
    for (const row of page.value.rows) rows.set(row.id, row);
    // A service may give fewer a page than it was asked for: a short page alone is not the end.
    if (page.value.rows.length === 0 || (total !== null && offset >= total)) {
      const isWhole = total === first && rows.size === offset && (total === null || rows.size >= total);
      return ok(isWhole ? [...rows.values()] : null);
    }
    // The same page once more: it takes no notice of where it is to begin.
    if (rows.size < offset) return ok(null);
  }
  return err(appErrorOf("service.malformed", { reason: "endless list" }));
}
