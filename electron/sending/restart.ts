import { isoNow, type SendingDeps, tell, watchUntilOf } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";

const goesOnFor = 30 * 60_000;

/**
 * What happens to what the last run of the program left: POSTs under way are in doubt, planned parts ask unless they
 * go on by themselves, and in a journal older than the number beside the key nothing stays planned.
 * @returns whether the journal was restored from an older copy
 */
export async function recover(deps: SendingDeps): Promise<boolean> {
  const restored = await isRestored(deps);
  for (const work of await deps.journal.openParts()) {
    if (restored) {
      await tell(deps, work, { kind: "restored", watchUntil: watchUntilOf(work, deps.clock.now()) });
    } else if (work.part.state.name === "in-doubt") {
      await tell(deps, work, { kind: "restart" });
    }
  }
  const undoOpen = new Set(await deps.journal.unreleased());
  await askAgain(deps, undoOpen);
  for (const id of undoOpen) await deps.journal.release(id, isoNow(deps.clock));
  return restored;
}

async function isRestored({ journal, sequenceNote, failed }: SendingDeps): Promise<boolean> {
  try {
    const noted = await sequenceNote.read();
    return noted !== null && (await journal.sequence()) < noted;
  } catch (error) {
    failed("sequence note", error);
    return false;
  }
}

/**
 * Puts the question of a restart to every planned part. A later part of a campaign for "now" goes on by itself when a
 * part before it was accepted in the last 30 minutes and it is not night where its people live.
 * @param undoOpen campaigns whose undo window was open: they always ask
 */
export async function askAgain(deps: SendingDeps, undoOpen: ReadonlySet<string>): Promise<void> {
  const planned = (await deps.journal.openParts()).filter(
    ({ part }) => part.state.name === "planned" && part.state.question === null,
  );
  for (const work of planned) {
    if (!undoOpen.has(work.campaignId) && (await goesOn(deps, work))) continue;
    const passed = work.start !== null && Date.parse(work.start.utc) <= deps.clock.now();
    await tell(deps, work, { kind: "ask", question: passed ? "time-passed" : "restarted" });
  }
}

async function goesOn({ journal, clock, isNight }: SendingDeps, work: PartWork): Promise<boolean> {
  if (work.start !== null) return false;
  const since = clock.now() - goesOnFor;
  const siblings = await journal.parts(work.campaignId);
  const lately = siblings.some(({ acceptedAt }) => acceptedAt !== null && Date.parse(acceptedAt) >= since);
  if (!lately) return false;
  return !(await isNight(await journal.partNumbers(work.campaignId, work.index)));
}
