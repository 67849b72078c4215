import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { peopleOf } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { Money } from "../../../shared/money.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { useErrorSentences } from "../../ui/error-notice.tsx";
import { FootGap } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import type { AppError } from "../../../shared/errors.ts";

/** The way back, where the price comes from, and the way on: nothing of it is final before Review. */
export function MessageFoot({ problems, test }: { problems: number; test: ReactNode }) {
  const { t } = useTranslation("message");
  const { goTo } = useDraftStore();
  const reason = useReason(problems);
  return (
    <>
      <Button onClick={() => void goTo("recipients")}>{t("back")}</Button>
      <span>
        <PriceSource />
      </span>
      <FootGap />
      {reason !== null ? <span id="review-reason">{reason}</span> : test}
      <Button
        kind="go"
        disabled={reason !== null}
        aria-describedby={reason === null ? undefined : "review-reason"}
        onClick={() => void goTo("review")}
      >
        {t("review")}
      </Button>
    </>
  );
}

/** Why it is too early for Review; null when it is not. */
function useReason(problems: number): string | null {
  const { t } = useTranslation("message");
  const people = useDraft(peopleOf);
  const blank = useDraft(({ draft }) => (draft?.text ?? "").trim() === "");
  const tally = useDraft((state) => state.tally);
  const counting = useDraft((state) => state.counting !== null);
  if (people === null || people === 0) return t("first.people");
  if (blank) return t("first.text");
  if (counting) return t("first.counting");
  if (problems > 0) return t("first.problems", { count: problems });
  if (tally?.overLimit) return t("first.over", { count: tally.overLimit.people });
  if (tally?.emptyText) return t("first.blank", { count: tally.emptyText.people });
  return null;
}

function PriceSource() {
  const { t } = useTranslation("message");
  const format = useFormat();
  const price = useDraft((state) => state.price);
  const sender = useDraft(({ draft }) => draft?.review.sender ?? "");
  const counted = useDraft((state) => (state.tally?.costs.length ?? 0) > 0);
  const counting = useDraft((state) => state.counting !== null);
  const now = useNow(price !== null && price.askedAt !== null);
  if (!counted || counting) return null;
  if (sender === "") return t("price.noSender");
  if (price === null) return null;
  if (price.problem !== null) return <PriceProblem error={price.problem} />;
  if (price.askedAt === null) return null;
  return (
    <>
      {t("price.source", { ago: format.ago(price.askedAt, now) })} <BalanceAfter price={price.total} />
    </>
  );
}

/** What the campaign would leave of the balance, or what is missing. */
function BalanceAfter({ price }: { price: Money | null }) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const { account } = useApp();
  const balance = account.mode === "none" ? null : account.balance;
  if (price === null || balance === null || balance.currency !== price.currency) return null;
  const { millionths, currency } = format.rest(balance, price);
  const amount = format.money({ millionths: Math.abs(millionths), currency });
  return <>{millionths < 0 ? t("price.short", { amount }) : t("price.left", { amount })}</>;
}

function PriceProblem({ error }: { error: AppError }) {
  const { t } = useTranslation("message");
  const { what } = useErrorSentences(error);
  return (
    <>
      {what} {t("price.later")}
    </>
  );
}
