import { appErrorOf, type AppError } from "../../shared/errors.ts";
import type { Preflight } from "../../shared/campaign/preflight.ts";
import type { ReviewSettings } from "../../shared/library/draft.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { setDraft, type DraftContext } from "./draft-context.ts";
import type { DraftState } from "./draft-state.ts";

/** Everything the Review step does to the draft. */
export type ReviewActs = ReturnType<typeof createReviewActs>;

/** Whether the same people get the same texts in both. */
function sameMessages(one: DraftState, other: DraftState): boolean {
  return (
    one.draft?.text === other.draft?.text &&
    one.draft?.review.latinLetters === other.draft?.review.latinLetters &&
    one.draft?.source === other.draft?.source &&
    one.list?.revision === other.list?.revision
  );
}

/** The acts of the Review step: what main finds, changed settings, and the one confirmation. */
export function createReviewActs(
  context: DraftContext,
  handOver: () => Promise<Result<unknown, AppError>>,
  refreshNeverText: () => Promise<void>,
) {
  const { store, desk, list, id, saver } = context;
  let latest = 0;
  let confirming: Promise<Result<{ campaignId: string }, AppError>> | null = null;

  /** Of what the last preflight was asked. */
  let askedOf: DraftState | null = null;

  /** Saves, hands the list over where main has an older one, and asks main for the preflight. */
  const review = async (): Promise<void> => {
    const mine = ++latest;
    store.setState({ reviewing: true, reviewProblem: null });
    const found = await settled();
    if (mine !== latest) return;
    const now = store.getState();
    if (askedOf === null || sameMessages(askedOf, now)) {
      return store.setState(
        found.ok
          ? { preflight: found.value, reviewing: false }
          : { preflight: null, reviewing: false, reviewProblem: found.error },
      );
    }
    // Somebody went back and changed the text or the list meanwhile: figures of what it was are no figures of it.
    if (now.draft?.step === "review") return review();
    store.setState({ preflight: null, reviewing: false });
  };

  const preflight = async () => {
    askedOf = store.getState();
    const saved = await saver.flush();
    const { draft, saveProblem } = store.getState();
    if (!saved) return err(saveProblem ?? appErrorOf("internal"));
    if (draft?.source?.kind !== "groups") {
      const handed = await handOver();
      if (!handed.ok) return handed;
    }
    return desk.reviewDraft({ id });
  };

  /** Whoever is on the never-text list by now, be it from the service's stop list, is left out and asked about no more. */
  const settled = async (): Promise<Result<Preflight, AppError>> => {
    try {
      return await lookAndLeaveOut();
    } catch {
      // The list worker is gone.
      return err(appErrorOf("internal"));
    }
  };

  const lookAndLeaveOut = async () => {
    const found = await preflight();
    if (!found.ok || found.value.neverText === 0) return found;
    await refreshNeverText();
    const again = await preflight();
    return again.ok ? ok({ ...again.value, stopped: found.value.stopped }) : again;
  };

  const confirmOnce = async (): Promise<Result<{ campaignId: string }, AppError>> => {
    const { preflight: shown } = store.getState();
    // Main judges its own copy: what was ticked a moment ago must be in it.
    const saved = await saver.flush();
    const { preflight: present, draft, saveProblem } = store.getState();
    if (!saved) return err(saveProblem ?? appErrorOf("internal"));
    // Nobody has read what was found since the button was pressed.
    if (shown === null || shown !== present || draft === null) return err(appErrorOf("review.differs"));
    if (shown.price === null) return err(shown.priceProblem ?? appErrorOf("review.no-price"));
    const digest =
      draft.source?.kind === "groups" ? shown.digest : await list.digest(draft.text, draft.review.latinLetters);
    const { people, parts, price } = shown;
    const answer = await desk.confirmCampaign({ draftId: id, shown: { people, parts, price, digest } });
    if (!answer.ok) void review();
    return answer;
  };

  return {
    review,

    /** Changes settings of the review and, unless `quiet`, asks main again. */
    changeReview: (change: Partial<ReviewSettings>, quiet = false): void => {
      const before = store.getState().draft?.review;
      if (before === undefined) return;
      const review_ = { ...before, ...change };
      setDraft(context, { review: review_ });
      saver.change({ review: review_ });
      if (!quiet) void review();
    },

    /** Confirms what is on the screen. However often it is called at once, main is asked once. */
    confirm: (): Promise<Result<{ campaignId: string }, AppError>> => {
      confirming ??= confirmOnce()
        .catch(() => err(appErrorOf("internal")))
        .finally(() => {
          confirming = null;
        });
      return confirming;
    },
  };
}
