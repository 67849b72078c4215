import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { DraftPatch } from "../../shared/library/draft.ts";
import type { Edit } from "../../shared/recipients/reading.ts";
import { ok, type Result } from "../../shared/result.ts";
import { KeptEdits } from "./kept-edits.ts";

/** Saves what is typed: a change after a rest at once, those that follow it soon; edits of the rows always at once. */
export type DraftSaver = {
  change: (patch: DraftPatch) => void;
  /** Saves that the edits are these: one more, or one less. @returns whether everything is saved. */
  changeEdits: (edits: readonly Edit[]) => Promise<boolean>;
  /** Main has these edits: a draft was opened, or a new source has taken the old one's place. */
  editsAre: (edits: readonly Edit[]) => void;
  /** Saves what is waiting now. @returns whether everything is saved. */
  flush: () => Promise<boolean>;
};

/** How long after a save the next one waits for more, in milliseconds. */
export const saveDelay = 250;

/** Makes the saver of one draft. What was refused is kept and goes with the next change of anything. */
export function createDraftSaver(
  desk: Pick<Desk, "saveDraft" | "writeDraftEdit">,
  id: string,
  report: (outcome: { savedAt: string } | { error: AppError }) => void,
): DraftSaver {
  const edits = new KeptEdits(desk, id);
  let waiting: DraftPatch = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let changedSince = false;
  let running: Promise<boolean> = Promise.resolve(true);

  const savePatch = async (): Promise<Result<string | null, AppError>> => {
    if (Object.keys(waiting).length === 0) return ok(null);
    const patch = waiting;
    waiting = {};
    const answer = await desk.saveDraft({ id, patch });
    if (answer.ok) return ok(answer.value.savedAt);
    waiting = { ...patch, ...waiting };
    return answer;
  };
  const save = async (): Promise<boolean> => {
    const patched = await savePatch();
    const edited = await edits.save();
    const refused = [patched, edited].find((answer) => !answer.ok);
    if (refused !== undefined && !refused.ok) report({ error: refused.error });
    const savedAt = (edited.ok ? edited.value : null) ?? (patched.ok ? patched.value : null);
    if (refused === undefined && savedAt !== null) report({ savedAt });
    return refused === undefined;
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
    editsAre: (now) => edits.are(now),
    changeEdits: (now) => {
      edits.want(now);
      return saveNext();
    },
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
