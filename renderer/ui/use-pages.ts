import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";

const pageSize = 200;

/** Rows of a long table, of which only the pages in view are asked for. `rows` may have gaps while they load. */
export type Pages<T, Extra> = {
  /** Null until the first answer. */
  total: number | null;
  /** What the latest answer said beside its rows. */
  extra: Extra | null;
  row: (index: number) => T | undefined;
  /** Tells which rows are in view (both inclusive), so that their pages are fetched. */
  show: (first: number, last: number) => void;
  /** Asks again for what is in view; what was shown stays until the answer is there. */
  reload: () => void;
  error: AppError | null;
};

type Answer<T> = { total: number; rows: T[] };
type Held<T, A> = { key: string; total: number | null; answer: A | null; pages: ReadonlyMap<number, T[]> };

/**
 * Pages of 200 rows, kept as long as `key` stays.
 * @param key everything the question depends on, as text; a new one starts from an empty table.
 */
export function usePages<T, A extends Answer<T>>(
  key: string,
  ask: (page: { offset: number; limit: number }) => Promise<Result<A, AppError>>,
): Pages<T, A> {
  const [held, setHeld] = useState<Held<T, A>>({ key, total: null, answer: null, pages: new Map() });
  const [error, setError] = useState<AppError | null>(null);
  const question = useRef({ key, ask });
  question.current = { key, ask };
  const inView = useRef({ first: 0, last: 0 });
  const asked = useRef(new Set<string>());

  const fetchPage = useCallback((page: number) => {
    const { key, ask } = question.current;
    const mark = `${key}\n${page}`;
    if (asked.current.has(mark)) return;
    asked.current.add(mark);
    void ask({ offset: page * pageSize, limit: pageSize }).then((answer) => {
      if (question.current.key !== key) return;
      setError(answer.ok ? null : answer.error);
      if (!answer.ok) return;
      const { total, rows } = answer.value;
      setHeld((before) => {
        const kept = before.key === key ? before.pages : new Map<number, T[]>();
        return { key, total, answer: answer.value, pages: new Map(kept).set(page, rows) };
      });
    });
  }, []);

  const fetchView = useCallback(() => {
    const { first, last } = inView.current;
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) fetchPage(page);
  }, [fetchPage]);

  const show = useCallback(
    (first: number, last: number) => {
      inView.current = { first, last };
      fetchView();
    },
    [fetchView],
  );
  const reload = useCallback(() => {
    asked.current.clear();
    fetchView();
  }, [fetchView]);

  useEffect(() => {
    inView.current = { first: 0, last: 0 };
    reload();
  }, [key, reload]);

  const row = useCallback(
    (index: number) => held.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [held.pages],
  );
  return { total: held.total, extra: held.answer, row, show, reload, error };
}
