import { isEnding } from "../../shared/campaign/status.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { ok } from "../../shared/result.ts";
import type { BsgClient, Refusal } from "../bsg/port.ts";
import { isoNow, keyOf, plain, type SendingDeps, tell, whyNotAsked } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";
import { lookFor } from "./look-up.ts";

const second = 1000;
/** The last ones are for a campaign that the service does not show: that may go on for days. */
const pauses = [1, 2, 5, 15, 60, 300, 300, 300, 300, 300, 300, 3600].map((seconds) => seconds * second);

export type Cancel = {
  /** Asks the service to stop what is stopping. @returns ms until the next try, null when nothing is stopping. */
  turn: () => Promise<number | null>;
  /** Tries at once, whatever was planned. */
  hurry(): void;
  /** Marks a campaign as cancelled, on disk. No POST of it begins after the commit. */
  mark: (campaignId: string) => Promise<Result<null, AppError>>;
  /** Whether nothing of a part may go out any more, a mark that is being written included. */
  isCancelled: (campaignId: string, index: number) => Promise<boolean>;
};

/**
 * Stops campaigns at the service until each has given a final answer, across restarts.
 * @param stopped told when a part has: what it says of its people is to be read anew
 */
export function createCancel(deps: SendingDeps, stopped: (campaignId: string) => void): Cancel {
  const { journal, clock } = deps;
  const plans = new Map<string, { tries: number; due: number }>();
  const marking = new Map<string, Promise<unknown>>();

  const mark = async (campaignId: string): Promise<Result<null, AppError>> => {
    const written = write(campaignId);
    const over = Promise.allSettled([written]);
    marking.set(campaignId, over);
    try {
      return await written;
    } finally {
      if (marking.get(campaignId) === over) marking.delete(campaignId);
    }
  };

  /** A POST that was let through before this has written its first byte by the next turn of the loop. */
  const write = async (campaignId: string): Promise<Result<null, AppError>> => {
    await new Promise((resolve) => setImmediate(resolve));
    return journal.cancel(campaignId, isoNow(clock));
  };

  const isCancelled = async (campaignId: string, index: number): Promise<boolean> => {
    for (;;) {
      await marking.get(campaignId);
      const cancelled = await journal.isCancelled(campaignId, index);
      // A mark that began while the journal was asked may be on disk by now.
      if (cancelled || !marking.has(campaignId)) return cancelled;
    }
  };

  const turn = async (): Promise<number | null> => {
    const stopping = (await journal.openParts()).filter(({ part }) => part.state.name === "stopping");
    const client = deps.client();
    const dues: number[] = [];
    for (const work of stopping) {
      const plan = plans.get(keyOf(work)) ?? { tries: 0, due: 0 };
      plans.set(keyOf(work), plan);
      if (plan.due <= clock.monotonic()) {
        const problem = await stopPart(client, work);
        await journal.setRefreshProblem(work.campaignId, problem);
        deps.changed([work.campaignId]);
        if (problem === null) {
          plans.delete(keyOf(work));
          stopped(work.campaignId);
          continue;
        }
        plan.due = clock.monotonic() + (pauses[Math.min(plan.tries, pauses.length - 1)] ?? second);
        plan.tries += 1;
      }
      dues.push(plan.due);
    }
    return dues.length === 0 ? null : Math.max(0, Math.min(...dues) - clock.monotonic());
  };

  /** @returns why it has to be tried again; null when every campaign of the part has given a final answer. */
  const stopPart = async (client: BsgClient | null, work: PartWork): Promise<AppError | null> => {
    if (client === null) return appErrorOf("key.missing");
    const obstacle = await whyNotAsked(client, work);
    if (obstacle !== null) return obstacle;
    let named = 0;
    let unseen: AppError | null = null;
    let problem: AppError | null = null;
    // What one of them answers keeps no other one from being stopped.
    for (const id of work.part.serviceIds) {
      const final = await stopAtService(client, id);
      if (!final.ok && final.error.status === 404) {
        unseen = plain(final.error);
        continue;
      }
      // The counts of a cancelled campaign come from its detail: without it nobody knows what was out already.
      const detail = final.ok ? await client.detail(id) : final;
      if (!detail.ok) {
        problem ??= plain(detail.error);
        continue;
      }
      await journal.recordDetail(work.campaignId, work.base, detail.value, {
        now: isoNow(clock),
        peopleRead: false,
        stable: false,
        early: false,
      });
      named += detail.value.totalMessages ?? 0;
    }
    if (problem !== null) return problem;
    if (unseen !== null && !(await isGone(client, work))) return unseen;
    // Whom no campaign of it names may be in one that was not seen yet; of Contact Book lists, which were counted
    // together, they are those who are on two of them.
    const isWhole = !work.part.withReferences && named > 0;
    const missing = isWhole ? 0 : Math.max(0, work.people - work.leftOut - named);
    await tell(deps, work, { kind: "stopped", missing });
    return null;
  };

  /**
   * One of its campaigns is not shown (404). That is no final answer: the account's list is read and its people are
   * looked for, until the end of the watch. @returns whether nothing of it can turn up any more
   */
  const isGone = async (client: BsgClient, work: PartWork): Promise<boolean> => {
    const sight = await lookFor({ client, journal, clock, random: Math.random }, work);
    const { serviceIds, watchUntil } = work.part;
    if ("serviceIds" in sight && sight.serviceIds.some((id) => !serviceIds.includes(id))) {
      await tell(deps, work, { kind: "found-all", serviceIds: sight.serviceIds });
      return false;
    }
    return sight.kind !== "blind" && watchUntil !== null && clock.now() >= watchUntil;
  };

  return { turn, hurry: () => plans.clear(), mark, isCancelled };
}

/**
 * Stops one campaign. 200 is final; after 422 it is read: done, stopped and spam are final. 404 never is: reads lag.
 * @returns why it has to be tried again
 */
export async function stopAtService(client: BsgClient, id: string): Promise<Result<null, Refusal>> {
  const stopped = await client.stopCampaign(id);
  if (stopped.ok) return ok(null);
  if (stopped.error.status !== 422) return stopped;
  const read = await client.campaign(id);
  if (!read.ok) return read;
  return isEnding(read.value.status) ? ok(null) : stopped;
}
