import { setDraft, type DraftContext } from "./draft-context.ts";

/**
 * What was ticked in Review holds for what was on the screen then. "These people agreed, and each text says how to stop
 * them" speaks of the people and of the text: of others it is asked anew. Whether those texted lately may be texted
 * again was said of the people alone.
 */
export function askAnew(context: Pick<DraftContext, "store" | "saver">, changed: "people" | "text"): void {
  const before = context.store.getState().draft?.review;
  if (before === undefined) return;
  const keepTextedLately = changed === "text" && before.keepTextedLately;
  if (!before.consent && keepTextedLately === before.keepTextedLately) return;
  const review = { ...before, consent: false, keepTextedLately };
  setDraft(context, { review });
  context.saver.change({ review });
}
