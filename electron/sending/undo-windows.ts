import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { isoNow, type SendingDeps } from "./context.ts";
import type { Confirmation } from "./journal-confirm.ts";

const second = 1000;
const writeAgain = 5 * second;

export type UndoWindows = {
  confirm: (campaign: ConfirmedCampaign, undoSeconds: number) => Promise<Result<Confirmation, AppError>>;
  undo: (id: string) => Promise<Result<string, AppError>>;
  /** Ends the window of a campaign, on disk. @returns whether it was open. */
  release: (id: string) => Promise<boolean>;
  /** The campaign was cancelled: nothing is to happen when its window would have ended. */
  forget(id: string): void;
  /** No window ends by itself any more. */
  forgetAll(): void;
};

/**
 * Confirming, and the time in which that can be taken back: until a window has ended on disk nothing of its campaign
 * goes out.
 * @param isFresh told of campaigns confirmed in this run
 * @param wake told when something may go out
 */
export function createUndoWindows(
  deps: SendingDeps,
  { isFresh, wake }: { isFresh: (id: string) => void; wake: () => void },
): UndoWindows {
  const { journal, clock, timers } = deps;
  const windows = new Map<string, () => void>();

  const open = (id: string, ms: number) => {
    const close = () => {
      release(id).catch((error: unknown) => {
        deps.failed("undo", error);
        // A disk that refuses now may take it later; until then nothing of it goes out.
        open(id, writeAgain);
      });
    };
    windows.set(id, timers.after(ms, close));
  };

  const release = async (id: string): Promise<boolean> => {
    const wasOpen = await journal.release(id, isoNow(clock));
    windows.get(id)?.();
    windows.delete(id);
    deps.changed([id]);
    wake();
    return wasOpen;
  };

  const confirm = async (campaign: ConfirmedCampaign, undoSeconds: number): Promise<Result<Confirmation, AppError>> => {
    const undoMs = undoSeconds * second;
    const undoUntil = undoMs === 0 ? null : new Date(clock.now() + undoMs).toISOString();
    const confirmed = await journal.confirm(campaign, { now: isoNow(clock), undoUntil });
    if (!confirmed.ok) return confirmed;
    if (confirmed.value.again) {
      // The first confirmation may have ended with an error although it is on disk: then nothing goes on by itself.
      if (confirmed.value.undoUntil !== null && !windows.has(campaign.campaignId)) {
        open(campaign.campaignId, Math.min(undoMs, Date.parse(confirmed.value.undoUntil) - clock.now()));
      }
      wake();
      return confirmed;
    }
    isFresh(campaign.campaignId);
    if (undoMs > 0) open(campaign.campaignId, undoMs);
    deps.changed([campaign.campaignId]);
    wake();
    return confirmed;
  };

  const undo = async (id: string): Promise<Result<string, AppError>> => {
    const undone = await journal.undo(id, isoNow(clock));
    if (undone.ok) {
      windows.get(id)?.();
      windows.delete(id);
      deps.changed([id]);
    }
    return undone;
  };

  return {
    confirm,
    undo,
    release,
    forget: (id) => windows.get(id)?.(),
    forgetAll: () => {
      for (const unschedule of windows.values()) unschedule();
    },
  };
}
