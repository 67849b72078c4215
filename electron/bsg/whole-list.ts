import { appErrorOf } from "../../shared/errors.ts";
import { err, ok } from "../../shared/result.ts";
import type { Answer, Page } from "./port.ts";

/** Most rows of one page, by the OpenAPI. */
const pageRows = 500;
/** More rows than a list of people has; one that never ends is not believed. */
const mostRows = 1_000_000;
/** A list that is always another one while it is read cannot be told. */
const tries = 3;

/** What was read until the end; `told`: every row once, as many as the service says there are. */
type Reading<T> = { rows: Map<string, T>; told: boolean };

/**
 * Every row of a list that has to be whole, such as the stop list: of one that changes while it is read page by page a
 * row slips from one page to another and is seen twice, or never; then it is read again. One whose total counts
 * otherwise, or that has somebody on it twice, is believed when two readings in a row are of the same rows.
 * @param read a page from `offset` on
 * @returns `service.malformed` for a list that never ends, gives the same page again, is another one at each try, or
 * shows nobody of those it counts
 */
export async function wholeList<T extends { id: string }>(
  read: (page: { offset: number; limit: number }) => Answer<Page<T>>,
): Answer<T[]> {
  let before: Reading<T> | null = null;
  for (let time = 0; time < tries; time += 1) {
    const answer: Awaited<Answer<Reading<T> | null>> = await once(read);
    if (!answer.ok) return answer;
    const reading = answer.value;
    if (reading !== null && (reading.told || isSame(reading, before))) return ok([...reading.rows.values()]);
    before = reading;
  }
  return err(appErrorOf("service.malformed", { reason: "changing list" }));
}

function isSame<T>({ rows }: Reading<T>, before: Reading<T> | null): boolean {
  return rows.size > 0 && rows.size === before?.rows.size && [...rows.keys()].every((id) => before.rows.has(id));
}

/** Null when a page came again: the service takes no notice of where it is to begin. */
async function once<T extends { id: string }>(
  read: (page: { offset: number; limit: number }) => Answer<Page<T>>,
): Answer<Reading<T> | null> {
  const rows = new Map<string, T>();
  let first: number | null = null;
  for (let offset = 0; offset < mostRows;) {
    const page = await read({ offset, limit: pageRows });
    if (!page.ok) return page;
    const { total } = page.value;
    if (offset === 0) first = total;
    const known = rows.size;
    offset += page.value.rows.length;
    for (const row of page.value.rows) rows.set(row.id, row);
    // A service may give fewer a page than it was asked for: a short page alone is not the end.
    if (page.value.rows.length === 0 || (total !== null && rows.size >= total)) {
      const told = total === first && rows.size === offset && (total === null || rows.size >= total);
      return ok({ rows, told });
    }
    if (rows.size === known) return ok(null);
  }
  return err(appErrorOf("service.malformed", { reason: "endless list" }));
}
