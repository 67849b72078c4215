import { Checkbox } from "@mantine/core";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import { isAtMost } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { useWhenWords } from "../../draft/when-words.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useApp } from "../../ui/app-store.ts";
import styles from "./review-step.module.css";

/** The one price, what it leaves of the balance, and the consent. */
export function PriceCard() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const preflight = useDraft((state) => state.preflight);
  const { review } = useDraftStore();
  const atMost = useDraft(isAtMost);
  const price = preflight?.price ?? null;
  const problem = preflight?.priceProblem ?? null;
  useAgainWhileOffline(problem, review.review);
  return (
    <aside className={styles.card} aria-label={t("price")}>
      <p className={styles.label}>{t("price")}</p>
      <p className={styles.price} aria-live="polite">
        {price === null ? "–" : atMost ? t("atMost", { what: format.money(price) }) : format.money(price)}
      </p>
      {problem !== null && <ErrorNotice kind="warn" error={problem} onAgain={() => void review.review()} />}
      <Balance />
      <Consent />
      <p className={styles.fine}>
        <CancelSentence />
      </p>
    </aside>
  );
}

/** How long until a price that the network kept away is asked for again. */
const pause = 15_000;

/** The network comes back without a word to us: until then it is tried again and again. */
function useAgainWhileOffline(problem: AppError | null, again: () => Promise<void>): void {
  const askAgain = useEffectEvent(again);
  useEffect(() => {
    if (problem?.code.startsWith("network.") !== true) return undefined;
    const timer = setTimeout(() => void askAgain(), pause);
    return () => clearTimeout(timer);
  }, [problem]);
}

function Balance() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const preflight = useDraft((state) => state.preflight);
  const problem = useDraft((state) => state.reviewProblem);
  const price = preflight?.price ?? null;
  const balance = preflight?.balance ?? null;
  if (preflight === null && problem === null) return <AwaitedBalance />;
  if (balance === null) return null;
  const after = price === null || price.currency !== balance.currency ? null : format.rest(balance, price);
  return (
    <>
      <dl className={styles.balance}>
        <dt>{t("balance.now")}</dt>
        <dd>{format.money(balance)}</dd>
        {after !== null && (
          <>
            <dt>{t("balance.after")}</dt>
            <dd className={after.millionths < 0 ? styles.missing : ""}>{format.money(after)}</dd>
          </>
        )}
      </dl>
      {price !== null && after !== null && balance.millionths > 0 && (
        <ProgressBar
          thin
          label={t("balance.share", {
            share: format.share(Math.min(price.millionths, balance.millionths), balance.millionths),
          })}
          total={balance.millionths}
          segments={[
            { id: "price", tone: "go", value: Math.min(price.millionths, balance.millionths) },
            { id: "rest", tone: "rest", value: Math.max(0, after.millionths) },
          ]}
        />
      )}
    </>
  );
}

/** Holds the balance's place while it is asked for: a box that jumps away under the pointer is clicked beside. */
function AwaitedBalance() {
  const { t } = useTranslation("review");
  return (
    <>
      <dl className={styles.balance}>
        <dt>{t("balance.now")}</dt>
        <dd>–</dd>
        <dt>{t("balance.after")}</dt>
        <dd>–</dd>
      </dl>
      <ProgressBar thin label={t("reason.checking")} total={1} segments={[{ id: "rest", tone: "rest", value: 1 }]} />
    </>
  );
}

/**
 * The consent speaks of the people and texts that the review found: before they are on the screen there is none. The box
 * keeps the focus meanwhile.
 */
function Consent() {
  const { t } = useTranslation("review");
  const { review } = useDraftStore();
  const consent = useDraft(({ draft }) => draft?.review.consent ?? false);
  const found = useDraft(({ preflight }) => preflight !== null);
  return (
    <Checkbox
      aria-disabled={!found || undefined}
      className={styles.consent ?? ""}
      size="xs"
      checked={consent}
      label={t("consent")}
      onChange={(event) => found && review.changeReview({ consent: event.target.checked }, true)}
    />
  );
}

function CancelSentence() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const words = useWhenWords();
  const { settings } = useApp();
  const when = useDraft(({ draft }) => draft?.review.when ?? null);
  if (when?.kind === "at") return t("cancel.planned", { time: words.short(when) });
  if (settings.undoSeconds === 0) return t("cancel.sending");
  return t("cancel.undo", { length: format.length(settings.undoSeconds) });
}
