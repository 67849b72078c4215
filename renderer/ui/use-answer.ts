import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
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
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<{ mark: string; value: T | null; error: AppError | null } | null>(null);
  const mark = `${round} ${key}`;
  const askNow = useEffectEvent(ask);

  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const answer = await askNow();
      if (!wanted) return;
      setAnswered((before) =>
        answer.ok
          ? { mark, value: answer.value, error: null }
          : { mark, value: before?.value ?? null, error: answer.error },
      );
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [mark]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return {
    value: answered?.value ?? null,
    error: answered?.error ?? null,
    loading: answered?.mark !== mark,
    reload,
  };
}

/** An act of the user on its way to main. */
export type Act = {
  busy: boolean;
  error: AppError | null;
  clear: () => void;
  /** Runs an act unless one is running; answers whether it worked. */
  run: <T>(act: () => Promise<Result<T, AppError>>, then?: (value: T) => void) => Promise<boolean>;
};

/** Runs one act at a time and keeps its refusal for the screen. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const running = useRef(false);

  const run = useCallback<Act["run"]>(async (act, then) => {
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
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, clear, run };
}

/** Listens to an event of main while the component is on the screen. */
export function useDeskEvent<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): void {
  const heard = useEffectEvent(listener);
  useEffect(() => desk().on(event, (payload) => heard(payload)), [event]);
}
