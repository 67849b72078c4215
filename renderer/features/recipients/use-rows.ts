import { useEffect, useRef, useState } from "react";
import { latestOnly } from "../../draft/latest-only.ts";
import type { DraftList } from "../../draft/draft-state.ts";
import type { RowView } from "../../list-worker/protocol.ts";
import type { Verdict } from "../../../shared/recipients/reading.ts";

const pageSize = 100;

type Question = { filter: Verdict | "all"; search: string; revision: number; first: number; last: number };
type Shown = { total: number; rows: Map<number, RowView> };

/**
 * The rows in view, asked of the worker a page at a time. Rows of the last answer stay until newer ones are there, so
 * that the table does not flicker under an edit.
 */
export function useRows(list: DraftList, question: Question) {
  const [shown, setShown] = useState<Shown | null>(null);
  const key = `${question.filter} ${question.revision} ${question.search}`;
  const held = useRef({ key: "", from: 0, to: 0 });

  const ask = useRef(
    latestOnly(
      async ({ filter, search, from, limit }: { key: string; filter: Verdict | "all"; search: string; from: number; limit: number }) =>
        list.rows({ filter, search, offset: from, limit }),
      (answer, { key, from }) => {
        held.current = { key, from, to: from + answer.rows.length };
        setShown({ total: answer.total, rows: new Map(answer.rows.map((row, index) => [from + index, row])) });
      },
      () => setShown({ total: 0, rows: new Map() }),
    ),
  );

  const { filter, search, first, last } = question;
  useEffect(() => {
    const { current } = held;
    const total = shown?.total ?? Infinity;
    const inHand = current.key === key && current.from <= first && Math.min(last + 1, total) <= current.to;
    if (inHand) return;
    const from = Math.max(0, Math.floor(first / pageSize - 1) * pageSize);
    ask.current({ key, filter, search, from, limit: pageSize * 4 });
  }, [key, filter, search, first, last, shown?.total]);
  return shown;
}
