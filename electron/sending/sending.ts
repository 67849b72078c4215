import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import type { CampaignDetails } from "../../shared/campaign/view.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { answerPart, type Answer, sendPartAt, type WallTime } from "./answer.ts";
import { createCancel, stopAtService } from "./cancel.ts";
import { belongsTo, isOfAnother, plain, type SendingDeps, whyNotAsked } from "./context.ts";
import type { Confirmation } from "./journal-confirm.ts";
import type { CampaignList, ListQuery } from "./journal-list.ts";
import { lookAtPeople, type PeopleLooks } from "./people-looks.ts";
import { createLane } from "./lane.ts";
import { createPump } from "./pump.ts";
import { createReconcile } from "./reconcile.ts";
import { askAgain, recover } from "./restart.ts";
import { createTracker } from "./tracker.ts";
import { type Confirmed, createUndoWindows } from "./undo-windows.ts";

export const elsewherePrefix = "elsewhere:";
const second = 1000;
const quitPatience = 5 * second;
const startAgain = 10 * second;
/** The wall clock and the monotonic one disagree by more: somebody set the clock, or the computer slept. */
const clockJump = 60 * second;

export type Sending = PeopleLooks & {
  /** Recovery after a start of the program, then work begins; what the disk refuses is tried again later. */
  start(): Promise<void>;
  /** Writes a confirmed campaign; `undoSeconds` 0: its first request may leave at once. */
  confirm(campaign: ConfirmedCampaign, undoSeconds: number): Promise<Result<Confirmation, AppError>>;
  /**
   * The campaign that a draft has become, unless it was taken back: whatever kept it from going on after its confirmation,
   * now it does.
   */
  confirmedBefore(draftId: string, undoSeconds: number): Promise<Confirmed | null>;
  /** @returns the id of the draft it came from. */
  undo(id: string): Promise<Result<string, AppError>>;
  sendNow(id: string): Promise<Result<null, AppError>>;
  /** Cancels a campaign of ours, or stops one made elsewhere. */
  cancel(id: string): Promise<Result<null, AppError>>;
  answer(id: string, part: number, answer: Answer): Promise<Result<null, AppError>>;
  /** The user's Send at … to a part that waits for a click. */
  sendAt(id: string, part: number, time: WallTime): Promise<Result<null, AppError>>;
  /** Reads a campaign again; null: all that are not final and the account's list. */
  refresh(id: string | null): Promise<Result<null, AppError>>;
  list(query: ListQuery): Promise<CampaignList & { checkedAt: string | null; problem: AppError | null }>;
  details(id: string): Promise<Result<CampaignDetails, AppError>>;
  /** For whoever puts somebody on the never-text list: nobody gets on it between the gate's look and the first byte. */
  pastTheGate: () => Promise<void>;
  /** The account or the network is there again: what waits is tried at once. */
  hurry(): void;
  suspend(): Promise<void>;
  resume(): Promise<void>;
  /** Begins nothing new and gives a POST under way a few seconds; what is left is in doubt on disk. */
  quit(): Promise<void>;
};

/** Sending, composed of the pump, the looks, the stops and the tracker, each in a lane of its own. */
export function createSending(deps: SendingDeps): Sending {
  const { journal, clock, timers } = deps;
  let restored = false;
  let listProblem: AppError | null = null;

  const tracker = createTracker(deps, () => wake());
  const cancel = createCancel(deps, (id) => {
    tracker.hurry(id);
    wake();
  });
  const reconcile = createReconcile(deps, () => wake());
  let closed = false;
  let resting = false;
  let drift: number | null = null;
  const driftNow = () => clock.now() - clock.monotonic();
  const hasJumped = () => drift !== null && Math.abs(driftNow() - drift) > clockJump;
  const pump = createPump(deps, {
    beforeGroups: tracker.list,
    wakeOthers: () => wake(),
    restored: () => restored,
    closed: () => closed,
    isInterrupted: () => resting || hasJumped(),
    isCancelled: cancel.isCancelled,
  });
  const lanes = {
    look: createLane(timers, reconcile.turn, (error) => deps.failed("reconcile", error)),
    stop: createLane(timers, cancel.turn, (error) => deps.failed("cancel", error)),
    pump: createLane(
      timers,
      () => pumpTurn(),
      (error) => deps.failed("pump", error),
    ),
    track: createLane(timers, tracker.turn, (error) => deps.failed("tracker", error)),
  };

  const wake = () => {
    for (const lane of Object.values(lanes)) lane.wake();
  };

  const pumpTurn = async (): Promise<number | null> => {
    const jumped = hasJumped();
    drift = driftNow();
    if (jumped) await askAgain(deps, new Set());
    return pump.turn();
  };

  const undoWindows = createUndoWindows(deps, { isFresh: (id) => pump.isFresh(id), wake: () => wake() });

  const cancelCampaign = async (id: string): Promise<Result<null, AppError>> => {
    if (id.startsWith(elsewherePrefix)) return cancelElsewhere(id.slice(elsewherePrefix.length));
    const stranger = await strangerOf(id);
    if (stranger !== null) return err(stranger);
    const cancelled = await cancel.mark(id);
    if (!cancelled.ok) return cancelled;
    undoWindows.forget(id);
    cancel.hurry();
    reconcile.lookNow(id);
    deps.changed([id]);
    wake();
    return cancelled;
  };

  const cancelElsewhere = async (serviceId: string): Promise<Result<null, AppError>> => {
    const client = deps.client();
    if (client === null) return err(appErrorOf("key.missing"));
    const owner = await journal.accountOf(elsewherePrefix + serviceId);
    const obstacle = owner === null ? null : await whyNotAsked(client, owner);
    if (obstacle !== null) return err(obstacle);
    const stopped = await stopAtService(client, serviceId);
    await tracker.elsewhere(serviceId);
    deps.changed([elsewherePrefix + serviceId]);
    return stopped.ok ? stopped : err(plain(stopped.error));
  };

  const refresh = async (id: string | null): Promise<Result<null, AppError>> => {
    let problem: AppError | null;
    if (id?.startsWith(elsewherePrefix) === true) {
      problem = await tracker.elsewhere(id.slice(elsewherePrefix.length));
    } else {
      if (id !== null) reconcile.lookNow(id);
      problem = await tracker.refresh(id);
      if (id === null) {
        listProblem = await tracker.list();
        problem ??= listProblem;
      }
    }
    deps.changed(id === null ? [] : [id]);
    wake();
    return problem === null ? ok(null) : err(problem);
  };

  const details = async (id: string): Promise<Result<CampaignDetails, AppError>> => {
    const found = await journal.details(id);
    if (found === null) return err(appErrorOf("campaign.missing"));
    const parts = found.parts.map((part) => {
      const next = reconcile.nextLook(id, part.index);
      return { ...part, nextLookAt: next === null ? null : new Date(next).toISOString() };
    });
    // What belongs to another account cannot be stopped before that one is connected again.
    const canCancel = found.canCancel && (await strangerOf(id)) === null;
    return ok({ ...found, parts, canCancel });
  };

  /** Why a campaign cannot be asked for in the name of the connected account, as far as that is known. */
  const strangerOf = async (id: string): Promise<AppError | null> => {
    const client = deps.client();
    const owner = client === null ? null : await journal.accountOf(id);
    return client !== null && owner !== null && isOfAnother(client, owner) ? belongsTo(owner) : null;
  };

  const list: Sending["list"] = async (query) => {
    // What is on disk is shown at once: nothing here may wait for a network.
    const base = deps.client()?.base ?? null;
    const identity = base === null ? null : (deps.identity?.() ?? (await journal.onlyIdentity(base)));
    const account = base === null || identity === null ? null : { base, identity };
    return { ...(await journal.list(account, query)), problem: listProblem };
  };

  /** What the user decided is acted upon at once. */
  const decided = async <T>(id: string, decision: Promise<T>): Promise<T> => {
    const answer = await decision;
    pump.hurry();
    reconcile.lookNow(id);
    wake();
    return answer;
  };

  const halt = () => {
    resting = true;
    return Promise.all(Object.values(lanes).map((lane) => lane.halt()));
  };

  let started = false;
  let unscheduleStart = () => {};
  let ended = false;
  const start = async (): Promise<void> => {
    try {
      restored = await recover(deps);
    } catch (error) {
      if (ended) return;
      deps.failed("start", error);
      // Nothing begins before it is written down what the last run left: a disk that refuses now may take it later.
      unscheduleStart = timers.after(startAgain, () => void start());
      return;
    }
    started = true;
    proceed();
  };

  const proceed = () => {
    if (!started) return;
    resting = false;
    lanes.look.proceed();
    lanes.stop.proceed();
    lanes.track.proceed();
    lanes.pump.proceed();
  };

  return {
    start,
    confirm: undoWindows.confirm,
    confirmedBefore: undoWindows.confirmedBefore,
    undo: undoWindows.undo,
    sendNow: async (id) => ((await undoWindows.release(id)) ? ok(null) : err(appErrorOf("campaign.undo-late"))),
    cancel: cancelCampaign,
    answer: (id, part, answer) => decided(id, answerPart(deps, { campaignId: id, index: part }, answer)),
    sendAt: (id, part, time) => decided(id, sendPartAt(deps, { campaignId: id, index: part }, time)),
    refresh,
    list,
    details,
    ...lookAtPeople(journal),
    pastTheGate: pump.pastTheGate,
    hurry: () => {
      pump.hurry();
      cancel.hurry();
      reconcile.hurry();
      tracker.hurry();
      wake();
    },
    suspend: async () => void (await halt()),
    resume: async () => {
      // Looks come first: what was in doubt when the computer fell asleep decides what may go on.
      if (started) await reconcile.turn().catch((error: unknown) => deps.failed("reconcile", error));
      proceed();
    },
    quit: async () => {
      ended = true;
      unscheduleStart();
      undoWindows.forgetAll();
      let unschedule = () => {};
      const patience = new Promise<void>((resolve) => {
        unschedule = timers.after(quitPatience, resolve);
      });
      await Promise.race([halt(), patience]);
      unschedule();
      closed = true;
    },
  };
}
