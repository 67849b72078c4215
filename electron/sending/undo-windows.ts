import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import { isoNow, type SendingDeps } from "./context.ts";
import type { Confirmation } from "./journal-confirm.ts";

const second = 1000;
const writeAgain = 5 * second;

/** A campaign that was confirmed; `undoUntil` (ISO) null: its undo window is over, or it has none. */
export type Confirmed = Omit<Confirmation, "again">;

export type UndoWindows = {
  confirm: (campaign: ConfirmedCampaign, undoSeconds: number) => Promise<Result<Confirmation, AppError>>;
  confirmedBefore: (draftId: string, undoSeconds: number) => Promise<Confirmed | null>;
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
    const undoUntil = undoSeconds === 0 ? null : endOf(undoSeconds);
    const confirmed = await journal.confirm(campaign, { now: isoNow(clock), undoUntil });
    if (!confirmed.ok) return confirmed;
    if (confirmed.value.again) return ok({ ...(await goOn(confirmed.value, undoSeconds)), again: true });
    isFresh(campaign.campaignId);
    if (undoSeconds > 0) open(campaign.campaignId, undoSeconds * second);
    deps.changed([campaign.campaignId]);
    wake();
    return confirmed;
  };

  const endOf = (undoSeconds: number): string => new Date(clock.now() + undoSeconds * second).toISOString();

  const confirmedBefore = async (draftId: string, undoSeconds: number): Promise<Confirmed | null> => {
    const before = await journal.confirmationOf(draftId);
    return before === null ? null : goOn(before, undoSeconds);
  };

  /**
   * The first confirmation may have ended with an error although it is on disk: then nothing goes on by itself, and nobody
   * has seen its window. Whoever confirms again has all of it.
   */
  const goOn = async ({ campaignId, undoUntil }: Confirmed, undoSeconds: number): Promise<Confirmed> => {
    const isLost = undoUntil !== null && !windows.has(campaignId);
    if (!isLost) {
      wake();
      return { campaignId, undoUntil };
    }
    const until = endOf(undoSeconds);
    const isOpen = await journal.renew(campaignId, until, isoNow(clock));
    if (isOpen && !windows.has(campaignId)) open(campaignId, undoSeconds * second);
    deps.changed([campaignId]);
    wake();
    return { campaignId, undoUntil: isOpen ? until : null };
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
    confirmedBefore,
    undo,
    release,
    forget: (id) => windows.get(id)?.(),
    forgetAll: () => {
      for (const unschedule of windows.values()) unschedule();
    },
  };
}
