import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { DraftPatch } from "../../shared/library/draft.ts";

/** Saves what is typed: soon after the last key, at once when asked. */
export type DraftSaver = {
  change: (patch: DraftPatch) => void;
  /** Saves what is waiting now. @returns whether everything is saved. */
  flush: () => Promise<boolean>;
};

/** How long typing may go on before it is saved, in milliseconds. */
export const saveDelay = 250;

/** Makes the saver of one draft. A patch that was refused is kept and goes with the next one. */
export function createDraftSaver(
  desk: Pick<Desk, "saveDraft">,
  id: string,
  report: (outcome: { savedAt: string } | { error: AppError }) => void,
): DraftSaver {
  let waiting: DraftPatch = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<boolean> = Promise.resolve(true);

  const save = async (): Promise<boolean> => {
    if (Object.keys(waiting).length === 0) return true;
    const patch = waiting;
    waiting = {};
    const answer = await desk.saveDraft({ id, patch });
    if (!answer.ok) waiting = { ...patch, ...waiting };
    report(answer.ok ? { savedAt: answer.value.savedAt } : { error: answer.error });
    return answer.ok;
  };
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running = running.then(save);
    return running;
  };
  return {
    change: (patch) => {
      waiting = { ...waiting, ...patch };
      timer ??= setTimeout(() => void flush(), saveDelay);
    },
    flush,
  };
}
