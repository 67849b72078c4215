import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { DraftPatch } from "../../shared/library/draft.ts";

/** Saves what is typed: a change after a rest at once, those that follow it soon. */
export type DraftSaver = {
  change: (patch: DraftPatch) => void;
  /** Saves what is waiting now. @returns whether everything is saved. */
  flush: () => Promise<boolean>;
};

/** How long after a save the next one waits for more, in milliseconds. */
export const saveDelay = 250;

/** Makes the saver of one draft. A patch that was refused is kept and goes with the next one. */
export function createDraftSaver(
  desk: Pick<Desk, "saveDraft">,
  id: string,
  report: (outcome: { savedAt: string } | { error: AppError }) => void,
): DraftSaver {
  let waiting: DraftPatch = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let changedSince = false;
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
  const saveNext = () => {
    running = running.then(save);
    return running;
  };
  const rest = () => {
    changedSince = false;
    timer = setTimeout(() => {
      timer = null;
      if (!changedSince) return;
      rest();
      void saveNext();
    }, saveDelay);
  };
  return {
    change: (patch) => {
      waiting = { ...waiting, ...patch };
      if (timer !== null) {
        changedSince = true;
        return;
      }
      rest();
      void saveNext();
    },
    flush: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      return saveNext();
    },
  };
}
