import { isSettled, type Part } from "../../shared/campaign/part-state.ts";
import { type AppError, appErrorOf, type ErrorCode } from "../../shared/errors.ts";
import type { BsgClient, PostOutcome } from "../bsg/port.ts";
import { isoNow, keyOf, plain, type SendingDeps, tell, watchUntilOf, whyNotAsked } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";
import { stopNeverText } from "./group-people.ts";
import { lookFor } from "./look-up.ts";
import { eventOfOutcome, evidenceOf } from "./outcome.ts";
import { createServiceTimes } from "./service-times.ts";

const second = 1000;
const backoff = [2, 5, 15, 30, 60, 300].map((seconds) => seconds * second);
const withoutAccount = 30 * second;
/** What does not go away by waiting: the part is paused until a click. */
const lasting: ReadonlySet<ErrorCode> = new Set(["key.refused", "key.missing", "campaign.other-account"]);

export type Pump = {
  /** Gives at most one part its turn. @returns ms until the next turn, null when nothing waits. */
  turn: () => Promise<number | null>;
  /** Forgets backoffs: the network or the account is there again, or the user asked. */
  hurry(): void;
  /** Parts confirmed in this run: nobody else can have posted them. */
  isFresh(campaignId: string): void;
  /** Resolves when no gate is being answered: whatever passed has written its first byte. */
  pastTheGate: () => Promise<void>;
};

/** Posts planned parts, one at a time, each in doubt on disk before a socket opens. */
export function createPump(
  deps: SendingDeps,
  around: {
    beforeGroups: () => Promise<AppError | null>;
    wakeOthers: () => void;
    restored: () => boolean;
    /** The journal is closed for good. */
    closed: () => boolean;
    /** The computer falls asleep or has slept since the turn began, or the program ends: nothing new may go out. */
    isInterrupted: () => boolean;
    /** Whether nothing of a part may go out any more. */
    isCancelled: (campaignId: string, index: number) => Promise<boolean>;
  },
): Pump {
  const { journal, clock } = deps;
  const times = createServiceTimes(deps);
  const fresh = new Set<string>();
  const lookedUp = new Set<string>();
  const waits = new Map<string, { tries: number; due: number }>();
  /** Parts that may be in doubt on disk although no POST of theirs is under way, and how that is taken back. */
  const neverBegun = new Map<string, () => Promise<unknown>>();
  let gate: Promise<unknown> = Promise.resolve();

  /** What passed writes its first byte within the same turn of the loop. */
  const pastTheGate = async (): Promise<void> => {
    for (let asked: Promise<unknown> | null = null; asked !== gate;) {
      asked = gate;
      await asked;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const turn = async (): Promise<number | null> => {
    await takeBack();
    const ready = nextParts(await journal.openParts());
    if (ready.length === 0) return null;
    const client = deps.client();
    if (client === null) return withoutAccount;
    const due = ready.find((work) => (waits.get(keyOf(work))?.due ?? 0) <= clock.monotonic());
    if (due === undefined) {
      return Math.min(...ready.map((work) => (waits.get(keyOf(work))?.due ?? 0) - clock.monotonic()));
    }
    const stop = (await whatStops(client, due)) ?? (await post(client, due));
    if (stop === "wait") wait(due);
    else waits.delete(keyOf(due));
    around.wakeOthers();
    return 0;
  };

  /** Fails while the disk takes nothing; the next turn tries again. */
  const takeBack = async (): Promise<void> => {
    for (const [key, write] of neverBegun) {
      await write();
      neverBegun.delete(key);
    }
  };

  const wait = (work: PartWork) => {
    const tries = waits.get(keyOf(work))?.tries ?? 0;
    const pause = backoff[Math.min(tries, backoff.length - 1)] ?? withoutAccount;
    waits.set(keyOf(work), { tries: tries + 1, due: clock.monotonic() + pause });
  };

  const hasPassed = ({ start }: PartWork): boolean => start !== null && Date.parse(start.utc) <= clock.now();

  /** Everything that must hold before a part may be posted. */
  const whatStops = async (client: BsgClient, work: PartWork): Promise<Stop | null> => {
    if (hasPassed(work)) return settle(work, { kind: "ask", question: "time-passed" });
    const obstacle = await whyNotAsked(client, work);
    if (obstacle !== null) {
      // The click that goes on asks again; a network that is down does so by itself.
      return lasting.has(obstacle.code) ? settle(work, { kind: "pause", reason: obstacle }) : hindered(work, obstacle);
    }
    const sealed = await deps.sealed();
    if (sealed !== null) return hindered(work, sealed);
    return (await alreadyThere(client, work)) ?? (await leaveOutNeverText(work)) ?? (await prepareGroups(client, work));
  };

  const settle = async (work: PartWork, event: Parameters<typeof tell>[2]): Promise<Stop> => {
    await tell(deps, work, event);
    return "stop";
  };

  /** Says what is in the way, once, and waits. */
  const hindered = async (work: PartWork, why: AppError): Promise<Stop> => {
    const { state } = work.part;
    const said = state.name === "planned" && state.problem?.code === why.code;
    if (!said) await tell(deps, work, { kind: "hindered", why });
    return "wait";
  };

  /**
   * After a start of the program: another computer, or a restored copy of this one, may have posted it. And whatever was
   * posted before may have turned up since somebody said that it is to be sent again: it may have waited for days.
   */
  const alreadyThere = async (client: BsgClient, work: PartWork): Promise<Stop | null> => {
    const known = lookedUp.has(keyOf(work)) || (fresh.has(work.campaignId) && !around.restored());
    const needless = known || !work.part.withReferences;
    if (needless && work.part.attempts === 0) return null;
    const sight = await lookFor({ client, journal, clock, random: Math.random }, work);
    if (sight.kind === "blind") return hindered(work, sight.why);
    lookedUp.add(keyOf(work));
    if (sight.kind === "none") return null;
    return settle(work, { kind: "found-before-posting", watchUntil: watchUntilOf(work, clock.now()) });
  };

  const leaveOutNeverText = async (work: PartWork): Promise<Stop | null> => {
    const numbers = await deps.neverTextIn(work);
    if (numbers.length === 0) return null;
    const left = await journal.leaveOut(work.campaignId, work.index, numbers, isoNow(clock));
    deps.changed([work.campaignId]);
    if (left === null) return settle(work, { kind: "pause", reason: appErrorOf("campaign.never-text") });
    return left === 0 ? "stop" : null;
  };

  /**
   * Contact Book lists are filled by the service, so whoever must not be texted has to be on its stop list first.
   * Without references only the ids that were there before tell a new campaign from an old one.
   */
  const prepareGroups = async (client: BsgClient, work: PartWork): Promise<Stop | null> => {
    if (work.part.withReferences) return null;
    const stopped = await stopNeverText(
      client,
      deps.neverText,
      (await journal.body(work.campaignId, work.index)) ?? "{}",
    );
    const obstacle = stopped ?? (await around.beforeGroups());
    return obstacle === null ? null : hindered(work, plain(obstacle));
  };

  const post = async (client: BsgClient, work: PartWork): Promise<Stop | null> => {
    const body = await journal.body(work.campaignId, work.index);
    if (body === null) return settle(work, { kind: "pause", reason: appErrorOf("journal.damaged") });
    const posted = await inDoubt(work);
    if (posted === null) return "stop";
    await noteSequence();
    let withheldBecause = appErrorOf("internal", { where: "gate" });
    const mayPass = async (): Promise<boolean> => {
      const answered = whatWithholds(client, work);
      gate = answered;
      const reason = await answered;
      if (reason !== null) withheldBecause = reason;
      return reason === null;
    };
    const outcome = await client.postCampaign(work.route, body, mayPass);
    const stop = await conclude(work, posted.attempts, outcome, () => withheldBecause);
    if (outcome.kind === "answered" && outcome.status === 401) await logInAgain(client, work);
    return stop;
  };

  /** The commit of this event is on disk when the promise resolves. Only then may a socket open. */
  const inDoubt = async (work: PartWork): Promise<Part | null> => {
    try {
      return await tell(deps, work, { kind: "post", watchUntil: watchUntilOf(work, clock.now()) });
    } catch (error) {
      // It may be on disk all the same, and nobody would ever say what became of a POST that is not under way.
      const why = appErrorOf("internal", { where: "journal" });
      neverBegun.set(keyOf(work), () => tell(deps, work, { kind: "not-begun", attempt: work.part.attempts + 1, why }));
      await takeBack().catch((again: unknown) => deps.failed("journal", again));
      throw error;
    }
  };

  /**
   * At the boundary, before the first byte: a cancel, a never-text entry, an account taken off or a computer that fell
   * asleep in the last moment closes the socket. Cancel is asked last but for what is known here: nothing may come
   * between it and the first byte.
   */
  const whatWithholds = async (client: BsgClient, work: PartWork): Promise<AppError | null> => {
    try {
      if ((await deps.neverTextIn(work)).length > 0) return appErrorOf("campaign.never-text");
      if (await around.isCancelled(work.campaignId, work.index)) return appErrorOf("campaign.not-cancellable");
      // Looks and the connection may have taken their time: what the turn began with is asked once more.
      if (hasPassed(work)) return appErrorOf("review.time-past");
      if (around.isInterrupted()) return appErrorOf("network.broken", { reason: "" });
      return deps.client() === client ? null : appErrorOf("key.missing");
    } catch (error) {
      deps.failed("gate", error);
      return appErrorOf("internal", { where: "gate" });
    }
  };

  const conclude = async (
    work: PartWork,
    attempt: number,
    outcome: PostOutcome,
    withheldBecause: () => AppError,
  ): Promise<Stop | null> => {
    const event = eventOfOutcome(attempt, outcome, withheldBecause());
    await untilWritten(() => tell(deps, work, event, evidenceOf(outcome)));
    if (event.kind === "taken")
      await times.created(work, outcome).catch((error: unknown) => deps.failed("journal", error));
    return event.kind === "not-begun" ? "wait" : null;
  };

  /** What became of a POST is kept until the disk takes it; a crash or the end before leaves the part in doubt. */
  const untilWritten = async (write: () => Promise<unknown>): Promise<void> => {
    for (;;) {
      try {
        await write();
        return;
      } catch (error) {
        if (around.closed()) throw error;
        deps.failed("journal", error);
        await new Promise<void>((resolve) => void deps.timers.after(2 * second, resolve));
      }
    }
  };

  const logInAgain = async (client: BsgClient, work: PartWork): Promise<void> => {
    const login = await client.logInAgain();
    if (!login.ok && login.error.code === "key.refused") {
      await tell(deps, work, { kind: "pause", reason: login.error });
    }
  };

  const noteSequence = async (): Promise<void> => {
    try {
      await deps.sequenceNote.write(await journal.sequence());
    } catch (error) {
      // Without a keychain a restored copy is found by looking up the ids alone.
      deps.failed("sequence note", error);
    }
  };

  return { turn, hurry: () => waits.clear(), isFresh: (campaignId) => void fresh.add(campaignId), pastTheGate };
}

/** "stop": the part had its turn; "wait": something is missing for now. */
type Stop = "stop" | "wait";

/** The part of each campaign whose turn it is: every part before it is settled and nothing is asked. */
function nextParts(open: PartWork[]): PartWork[] {
  const first = new Map<string, PartWork>();
  for (const work of open) {
    if (!work.released || isSettled(work.part) || first.has(work.campaignId)) continue;
    first.set(work.campaignId, work);
  }
  return [...first.values()].filter(({ part }) => part.state.name === "planned" && part.state.question === null);
}
