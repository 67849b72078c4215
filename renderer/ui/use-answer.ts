import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import type { EventName, EventPayload } from "../../shared/ipc/contract.ts";
import type { Result } from "../../shared/result.ts";
import { desk } from "./desk.ts";

/** What a question to main has brought so far; `value` stays while a newer answer is on its way. */
export type Answer<T> = { value: T | null; error: AppError | null; loading: boolean; reload: () => void };

/**
 * Asks main when the component appears, when `key` changes and on `reload`. Late answers of older questions are dropped.
 * @param key everything the question depends on, as text.
 */
export function useAnswer<T>(key: string, ask: () => Promise<Result<T, AppError>>): Answer<T> {
  const [state, setState] = useState<{ value: T | null; error: AppError | null; loading: boolean }>({
    value: null,
    error: null,
    loading: true,
  });
  const latest = useRef(0);
  const question = useRef(ask);
  question.current = ask;

  const reload = useCallback(() => {
    const mine = ++latest.current;
    setState((before) => ({ ...before, loading: true }));
    void question.current().then((answer) => {
      if (mine !== latest.current) return;
      setState((before) =>
        answer.ok
          ? { value: answer.value, error: null, loading: false }
          : { value: before.value, error: answer.error, loading: false },
      );
    });
  }, []);

  useEffect(() => {
    reload();
    return () => {
      latest.current++;
    };
  }, [key, reload]);

  return { ...state, reload };
}

/** Runs one act at a time and keeps its refusal for the screen; `run` answers whether it worked. */
export function useAct(): {
  busy: boolean;
  error: AppError | null;
  clear: () => void;
  run: <T>(act: () => Promise<Result<T, AppError>>, then?: (value: T) => void) => Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async <T>(act: () => Promise<Result<T, AppError>>, then?: (value: T) => void): Promise<boolean> => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      try {
        const answer = await act();
        setError(answer.ok ? null : answer.error);
        if (answer.ok) then?.(answer.value);
        return answer.ok;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [],
  );
  const clear = useCallback(() => setError(null), []);
  return { busy, error, clear, run };
}

/** Listens to an event of main while the component is on the screen. */
export function useDeskEvent<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): void {
  const current = useRef(listener);
  current.current = listener;
  useEffect(() => desk().on(event, (payload) => current.current(payload)), [event]);
}
