import type { PartEvent } from "../../shared/campaign/part-event.ts";
import { isAccepted, isWatched } from "../../shared/campaign/part-state.ts";
import { absenceSpan, votesNeeded } from "../../shared/campaign/votes.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { BsgClient } from "../bsg/port.ts";
import { keyOf, type SendingDeps, tell } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";
import { lookFor, type Sight } from "./look-up.ts";

const second = 1000;
const hour = 60 * 60 * second;

/** Pauses before each look for a part in doubt; the later ones together pass the ten minutes of absence. */
const pauses = [0, 5, 10, 15, 30, 60, 180, 320, 300].map((seconds) => seconds * second);
/** A watch that ends while nobody can read is given up after so long. */
const unreadLimit = 24 * hour;
/** Dates of the service have whole seconds. */
const settlingSpan = absenceSpan + 2 * second;
/** At the end of a watch: so that as many looks as show absence take no longer than that needs. */
const lastPause = settlingSpan / (votesNeeded - 1);

export type Reconcile = {
  /** Looks for every part in doubt, and for what is watched, when it is due. @returns ms until the next look. */
  turn: () => Promise<number | null>;
  /** Looks as soon as possible, whatever was planned. */
  lookNow(campaignId: string): void;
  /** Account or network are there again: whatever could not be looked for is looked for at once. */
  hurry(): void;
  /** When the part is looked for next (wall ms), if it is. */
  nextLook(campaignId: string, index: number): number | null;
};

type Plan = {
  looks: number;
  due: number;
  blind: boolean;
  /** Looks since the watch should have ended that showed nothing new, and when the first was (monotonic ms). */
  last: { looks: number; since: number } | null;
};
type Intake = { fingerprint: string; since: number };

/** Finds out what became of parts in doubt, and keeps looking for late copies. */
export function createReconcile(deps: SendingDeps, wakeOthers: () => void): Reconcile {
  const { journal, clock } = deps;
  const plans = new Map<string, Plan>();
  const intakes = new Map<string, Intake>();

  const turn = async (): Promise<number | null> => {
    const client = deps.client();
    const open = (await journal.openParts()).filter(needsLook);
    forget(plans, open);
    forget(intakes, open);
    for (const work of open) {
      const plan = plans.get(keyOf(work)) ?? { looks: 0, due: clock.monotonic(), blind: false, last: null };
      plans.set(keyOf(work), plan);
      if (plan.due > clock.monotonic()) continue;
      plan.blind = (await look(client, work, plan)) === "blind";
      plan.looks += 1;
      plan.due = clock.monotonic() + (plan.last === null || plan.blind ? pauseAfter(work, plan.looks) : lastPause);
    }
    const dues = [...plans.values()].map(({ due }) => due);
    return dues.length === 0 ? null : Math.max(0, Math.min(...dues) - clock.monotonic());
  };

  const look = async (client: BsgClient | null, work: PartWork, plan: Plan): Promise<Sight["kind"]> => {
    const sight: Sight =
      client === null
        ? { kind: "blind", why: appErrorOf("key.missing") }
        : await lookFor({ client, journal, clock, random: Math.random }, work);
    // A part in doubt keeps the reason itself; for what is only watched it stands with the campaign.
    if (work.part.state.name !== "in-doubt") {
      await journal.setRefreshProblem(work.campaignId, sight.kind === "blind" ? sight.why : null);
    }
    const event = eventOf(work, sight, plan);
    if (event !== null) await tell(deps, work, event);
    if (sight.kind === "some" && client !== null) await judgeIntake(client, work, sight.serviceIds, sight.found);
    wakeOthers();
    return sight.kind;
  };

  const eventOf = (work: PartWork, sight: Sight, plan: Plan): PartEvent | null => {
    const { attempts, state } = work.part;
    // What shows nothing new does not keep a watch from ending.
    if (isAccepted(work.part) && !showsMore(work, sight)) return watchEnd(work, !isBlindOrNameless(sight), plan);
    if (sight.kind === "all") return { kind: "found-all", serviceIds: sight.serviceIds };
    if (sight.kind === "some") return { ...sight, kind: "found-some" };
    if (state.name !== "in-doubt") return watchEnd(work, sight.kind === "none", plan);
    const monotonic = clock.monotonic();
    if (sight.kind === "blind") return { kind: "blind", attempt: attempts, monotonic, why: sight.why };
    const { serviceDate, authority } = sight;
    return { kind: "empty", attempt: attempts, monotonic, serviceDate, authority };
  };

  /** One look is not enough: the computer may have slept through the watch, and the first reads after it may lag. */
  const watchEnd = ({ part }: PartWork, read: boolean, plan: Plan): PartEvent | null => {
    if (part.watchUntil === null || !("watch" in part.state)) return null;
    const late = clock.now() - part.watchUntil;
    if (late < 0) return null;
    if (!read) return late < unreadLimit ? null : { kind: "watch-over", read };
    plan.last ??= { looks: 0, since: clock.monotonic() };
    plan.last.looks += 1;
    const isEnough = plan.last.looks >= votesNeeded && clock.monotonic() - plan.last.since >= absenceSpan;
    return isEnough ? { kind: "watch-over", read } : null;
  };

  /** Some of it is there: it is judged when the service has finished and two reads ten minutes apart agree. */
  const judgeIntake = async (client: BsgClient, work: PartWork, ids: string[], found: number): Promise<void> => {
    let total = 0;
    for (const id of ids) {
      const detail = await client.detail(id);
      if (!detail.ok || detail.value.totalMessages === null) return;
      if (["creation", "moderation"].includes(detail.value.status)) return;
      total += detail.value.totalMessages;
    }
    if (ids.length === 0 || total !== found) return;
    const fingerprint = `${[...ids].sort().join()}:${total}`;
    const seen = intakes.get(keyOf(work));
    if (seen?.fingerprint !== fingerprint) {
      intakes.set(keyOf(work), { fingerprint, since: clock.monotonic() });
      return;
    }
    if (clock.monotonic() - seen.since < absenceSpan) return;
    await tell(deps, work, { kind: "taken-in", missing: work.people - work.leftOut - found });
  };

  return {
    turn,
    lookNow: (campaignId) => {
      for (const [key, plan] of plans) if (key.startsWith(`${campaignId}#`)) plan.due = clock.monotonic();
    },
    hurry: () => {
      for (const plan of plans.values()) if (plan.blind) plan.due = clock.monotonic();
    },
    nextLook: (campaignId, index) => {
      const plan = plans.get(keyOf({ campaignId, index }));
      return plan === undefined ? null : clock.now() + Math.max(0, plan.due - clock.monotonic());
    },
  };
}

function showsMore({ part }: PartWork, sight: Sight): boolean {
  if (sight.kind === "all" && part.state.name === "accepted-with-exceptions") return true;
  return "serviceIds" in sight && sight.serviceIds.some((id) => !part.serviceIds.includes(id));
}

/** Nobody could look, or the messages of its people are there and nobody can say in which campaign: they may go out. */
function isBlindOrNameless(sight: Sight): boolean {
  return sight.kind === "blind" || (sight.kind === "some" && sight.serviceIds.length === 0);
}

function needsLook({ part, released }: PartWork): boolean {
  if (!released) return false;
  return part.state.name === "in-doubt" ? !part.state.posting : isWatched(part);
}

function pauseAfter(work: PartWork, looks: number): number {
  if (work.part.state.name !== "in-doubt") return hour;
  if (work.part.state.found > 0) return Math.min(pauses[looks] ?? settlingSpan, settlingSpan);
  return pauses[Math.min(looks, pauses.length - 1)] ?? hour;
}

function forget(table: Map<string, unknown>, open: PartWork[]): void {
  const keys = new Set(open.map(keyOf));
  for (const key of table.keys()) if (!keys.has(key)) table.delete(key);
}
