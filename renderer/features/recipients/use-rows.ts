import { startTransition, useEffect, useMemo, useState } from "react";
import { latestOnly } from "../../draft/latest-only.ts";
import type { DraftList } from "../../draft/draft-state.ts";
import type { RowFilter, RowView } from "../../list-worker/protocol.ts";

const pageSize = 100;

type Question = { filter: RowFilter; search: string; revision: number; first: number; last: number };
type Shown = { total: number; rows: Map<number, RowView> };
/** The part of the list worker that answers rows. */
type RowSource = Pick<DraftList, "rows">;
type Page = { key: string; filter: RowFilter; search: string; from: number };

/**
 * The rows in view, asked of the worker a page at a time. Rows of the last answer stay until newer ones are there, so
 * that the table does not flicker under an edit.
 */
export function useRows(list: RowSource, { filter, search, revision, first, last }: Question): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const look = useMemo(() => createPager(list, setShown), [list]);
  useEffect(() => look({ filter, search, revision, first, last }), [look, filter, search, revision, first, last]);
  return shown;
}

/** Asks for the rows around a view unless it has them; the answered function is called with every new view. */
function createPager(list: RowSource, show: (shown: Shown) => void): (question: Question) => void {
  const nothing = { key: "", from: 0, to: 0, total: 0, rows: new Map<number, RowView>() };
  let held = nothing;

  const ask = latestOnly(
    ({ filter, search, from }: Page) => list.rows({ filter, search, offset: from, limit: pageSize * 4 }),
    ({ total, rows }, { key, from }) => {
      // A row that both pages have stays the same object: it is not drawn anew.
      const known = held.key === key ? held.rows : nothing.rows;
      const next = {
        total,
        rows: new Map(rows.map((row, at) => [from + at, known.get(from + at) ?? row])),
      };
      // The first ones are drawn bit by bit; whoever scrolls waits for the others.
      if (held === nothing) startTransition(() => show(next));
      else show(next);
      held = { key, from, to: from + rows.length, ...next };
    },
    () => {
      // The worker is gone. What it said is as true as it was, and is asked anew with the next view or list.
      held = nothing;
    },
  );

  return ({ filter, search, revision, first, last }) => {
    const key = `${filter} ${revision} ${search}`;
    if (held.key === key && held.from <= first && Math.min(last + 1, held.total) <= held.to) return;
    ask({ key, filter, search, from: Math.max(0, Math.floor(first / pageSize - 1) * pageSize) });
  };
}
