import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";

const pageSize = 200;

/** Rows of a long table, of which only the pages in view are asked for. */
export type Pages<T, Extra> = {
  /** Null until the first answer. */
  total: number | null;
  /** The latest answer, for what it says beside its rows. */
  extra: Extra | null;
  /** Whether all this answers the present question, and not the one before it. */
  answered: boolean;
  /** The row, or undefined while its page is on the way. */
  row: (index: number) => T | undefined;
  /** Tells which rows are in view (both inclusive), so that their pages are fetched. */
  show: (first: number, last: number) => void;
  /** Asks again for what is in view; what was shown stays until the answer is there. */
  reload: () => void;
  error: AppError | null;
};

type Held<T, A> = { key: string; answer: A | null; pages: ReadonlyMap<number, T[]>; error: AppError | null };

/**
 * Pages of 200 rows. A new key keeps the old rows until its first answer is there.
 * @param key everything the question depends on, as text.
 */
export function usePages<T, A extends { total: number; rows: T[] }>(
  key: string,
  ask: (page: { offset: number; limit: number }) => Promise<Result<A, AppError>>,
): Pages<T, A> {
  const [held, setHeld] = useState<Held<T, A>>({ key, answer: null, pages: new Map(), error: null });
  const [round, setRound] = useState(0);
  const [view, setView] = useState({ first: 0, last: 0 });
  const asked = useRef({ question: "", pages: new Set<number>() });
  const askNow = useEffectEvent(ask);

  useEffect(() => {
    const question = `${round} ${key}`;
    if (asked.current.question !== question) asked.current = { question, pages: new Set() };
    const mine = asked.current;
    const fetchPage = async (page: number) => {
      const answer = await askNow({ offset: page * pageSize, limit: pageSize });
      if (asked.current !== mine) return;
      setHeld((before) => withPage(before, key, page, answer));
    };
    for (let page = view.first; page <= view.last; page++) {
      if (mine.pages.has(page)) continue;
      mine.pages.add(page);
      void fetchPage(page);
    }
  }, [key, round, view.first, view.last]);

  const show = useCallback((firstRow: number, lastRow: number) => {
    const first = Math.floor(firstRow / pageSize);
    const last = Math.floor(lastRow / pageSize);
    setView((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const { pages } = held;
  const row = useCallback((index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize], [pages]);
  const answered = held.answer !== null && held.key === key;
  return { total: held.answer?.total ?? null, extra: held.answer, answered, row, show, reload, error: held.error };
}

function withPage<T, A extends { rows: T[] }>(
  before: Held<T, A>,
  key: string,
  page: number,
  answer: Result<A, AppError>,
): Held<T, A> {
  if (!answer.ok) return { ...before, error: answer.error };
  const kept = before.key === key ? before.pages : new Map<number, T[]>();
  return { key, answer: answer.value, pages: new Map(kept).set(page, answer.value.rows), error: null };
}
