import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { DraftState } from "../../draft/draft-state.ts";
import { useDraft } from "../../draft/use-draft.ts";
import type { ErrorCode } from "../../../shared/errors.ts";
import { useFormat } from "../../ui/use-format.ts";

/** What stands between the draft and the button, in the order it is to be done. */
export type Reason =
  | { kind: "checking" | "no-review" | "consent" | "questions" | "price" | "mend" }
  | { kind: "lately"; people: number };

/** Blockers that a tick or a price settle: they are said in their own words. */
const saidElsewhere: readonly ErrorCode[] = ["review.consent", "review.no-price"];

/** Why the button is disabled; empty when nothing stands in the way. */
export function reasonsOf(
  state: Pick<DraftState, "draft" | "list" | "checking" | "preflight" | "reviewing">,
): Reason[] {
  const { draft, list, checking, preflight, reviewing } = state;
  if (draft === null || (preflight === null && !reviewing)) return [{ kind: "no-review" }];
  if (preflight === null || reviewing) return [{ kind: "checking" }];
  const reasons: Reason[] = [];
  const { textedLately } = preflight;
  // "Do these look right?" is a question too, and so is a whole column's.
  if (checking || (list?.state.sum["to-decide"] ?? 0) > 0) reasons.push({ kind: "questions" });
  if (preflight.blockers.some(({ code }) => !saidElsewhere.includes(code))) reasons.push({ kind: "mend" });
  if (textedLately !== null && !draft.review.keepTextedLately) {
    reasons.push({ kind: "lately", people: textedLately.people + textedLately.planned });
  }
  if (preflight.price === null) reasons.push({ kind: "price" });
  if (!draft.review.consent) reasons.push({ kind: "consent" });
  return reasons;
}

/** The reasons as one sentence: "First decide about the 312 people, and tick the box." */
export function useReasons(): string {
  const { t } = useTranslation("review");
  const format = useFormat();
  const state = useDraft(
    useShallow(({ draft, list, checking, preflight, reviewing }) => ({ draft, list, checking, preflight, reviewing })),
  );
  const reasons = reasonsOf(state);
  const [first] = reasons;
  if (first === undefined) return "";
  if (first.kind === "checking" || first.kind === "no-review") return t(`reason.${first.kind}`);
  const acts = reasons.map((reason) =>
    reason.kind === "lately" ? t("reason.lately", { count: reason.people }) : t(`reason.${reason.kind}`),
  );
  return t("reason.first", { acts: format.list(acts) });
}
