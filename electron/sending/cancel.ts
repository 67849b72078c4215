import { isEnding } from "../../shared/campaign/status.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { BsgClient } from "../bsg/port.ts";
import { isoNow, isOurAccount, keyOf, type SendingDeps, tell } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";

const second = 1000;
const pauses = [1, 2, 5, 15, 60, 300].map((seconds) => seconds * second);

export type Cancel = {
  /** Asks the service to stop what is stopping. @returns ms until the next try, null when nothing is stopping. */
  turn: () => Promise<number | null>;
  /** Tries at once, whatever was planned. */
  hurry(): void;
};

/** Stops campaigns at the service until each has given a final answer, across restarts. */
export function createCancel(deps: SendingDeps, wakeOthers: () => void): Cancel {
  const { journal, clock } = deps;
  const plans = new Map<string, { tries: number; due: number }>();

  const turn = async (): Promise<number | null> => {
    const stopping = (await journal.openParts()).filter(({ part }) => part.state.name === "stopping");
    const client = deps.client();
    const dues: number[] = [];
    for (const work of stopping) {
      const plan = plans.get(keyOf(work)) ?? { tries: 0, due: 0 };
      plans.set(keyOf(work), plan);
      if (plan.due <= clock.monotonic()) {
        if (client !== null && (await isOurAccount(client, work)) && (await stopPart(client, work))) {
          plans.delete(keyOf(work));
          wakeOthers();
          continue;
        }
        plan.due = clock.monotonic() + (pauses[Math.min(plan.tries, pauses.length - 1)] ?? second);
        plan.tries += 1;
      }
      dues.push(plan.due);
    }
    return dues.length === 0 ? null : Math.max(0, Math.min(...dues) - clock.monotonic());
  };

  /** @returns whether every campaign of the part has given a final answer. */
  const stopPart = async (client: BsgClient, work: PartWork): Promise<boolean> => {
    let named = 0;
    for (const id of work.part.serviceIds) {
      const final = await stopAtService(client, id);
      if (!final.ok) {
        await journal.setRefreshProblem(work.campaignId, final.error);
        deps.changed([work.campaignId]);
        return false;
      }
      // The counts of a cancelled campaign come from its detail: without it nobody knows what was out already.
      const detail = await client.detail(id);
      if (!detail.ok) return false;
      await journal.recordDetail(work.campaignId, work.base, detail.value, {
        now: isoNow(clock),
        peopleRead: false,
        stable: false,
      });
      named += detail.value.totalMessages ?? 0;
    }
    // Whom no campaign of it names may be in one that was not seen yet.
    const missing = Math.max(0, work.people - work.leftOut - named);
    await tell(deps, work, { kind: "stopped", missing });
    await journal.setRefreshProblem(work.campaignId, null);
    return true;
  };

  return { turn, hurry: () => plans.clear() };
}

/**
 * Stops one campaign. 200 is final; after 422 it is read: done, stopped and spam are final. 404 never is: reads lag.
 * @returns why it has to be tried again
 */
export async function stopAtService(client: BsgClient, id: string): Promise<Result<null, AppError>> {
  const stopped = await client.stopCampaign(id);
  if (stopped.ok) return ok(null);
  if (stopped.error.status !== 422) return err(plain(stopped.error));
  const read = await client.campaign(id);
  if (!read.ok) return err(plain(read.error));
  return isEnding(read.value.status) ? ok(null) : err(plain(stopped.error));
}

/** Without the status, which is no part of an error as the window knows it. */
function plain({ code, params }: AppError): AppError {
  return { code, params };
}
