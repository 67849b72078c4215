import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TestButton } from "../../draft/test-button.tsx";
import type { Preflight } from "../../../shared/campaign/preflight.ts";
import { DraftPage } from "../../draft/draft-page.tsx";
import { isAtMost } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FootGap } from "../../ui/page.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { Skeleton, useLate } from "../../ui/skeleton.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { Confirmation } from "./confirmation.tsx";
import { PriceCard } from "./price-card.tsx";
import { useReasons } from "./reasons.ts";
import { ReviewNotices } from "./review-notices.tsx";
import { ReviewSheet } from "./review-sheet.tsx";
import styles from "./review-step.module.css";

/** Step three: a few plain sentences, one price, and one button that says what it does. */
export function ReviewStep({ onOpenCampaign }: { onOpenCampaign: (campaignId: string) => void }) {
  const { review } = useDraftStore();
  const preflight = useDraft((state) => state.preflight);
  const problem = useDraft((state) => state.reviewProblem);
  const { t } = useTranslation("review");
  return (
    <DraftPage foot={<Foot onOpenCampaign={onOpenCampaign} />}>
      {problem !== null && (
        <ErrorNotice
          error={problem}
          actions={
            <Button small onClick={() => void review.review()}>
              {t("again")}
            </Button>
          }
        />
      )}
      <div className={styles.columns}>
        <div className={styles.left}>
          <ReviewSheet />
          {preflight === null && problem === null && <Waiting />}
          {preflight !== null && <ReviewNotices preflight={preflight} />}
        </div>
        <PriceCard />
      </div>
    </DraftPage>
  );
}

/** While main makes everybody's message once more, from its own copy of the list. */
function Waiting() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const handOver = useDraft((state) => state.handOver);
  const late = useLate(1000);
  if (handOver === null || !late || handOver.total === 0) return <Skeleton rows={2} />;
  const words = t("handingOver", { share: format.share(handOver.done, handOver.total) });
  return (
    <div role="status" className={styles.waiting}>
      <ProgressBar label={words} total={handOver.total} segments={[{ id: "done", tone: "go", value: handOver.done }]} />
      {words}
    </div>
  );
}

function Foot({ onOpenCampaign }: { onOpenCampaign: (campaignId: string) => void }) {
  const { t } = useTranslation("review");
  const { goTo } = useDraftStore();
  const preflight = useDraft((state) => state.preflight);
  const planned = useDraft(({ draft }) => draft?.review.when.kind === "at");
  const reasons = useReasons();
  // What was on the screen when the button was pressed: the dialog stays, with its refusal, while all is checked anew.
  const [confirming, setConfirming] = useState<Preflight | null>(null);
  const shown = preflight ?? confirming;
  const atMost = useDraft(isAtMost);
  const acts = atMost ? (["act.sendAtMost", "act.scheduleAtMost"] as const) : (["act.send", "act.schedule"] as const);
  const act = t(acts[planned ? 1 : 0], { count: shown?.people ?? 0 });
  const blocked = reasons !== "";
  return (
    <>
      <Button onClick={() => void goTo("message")}>{t("back")}</Button>
      <TestButton onOpen={onOpenCampaign} />
      <FootGap />
      {blocked && (
        <span id="confirm-reason" className={styles.reason}>
          {reasons}
        </span>
      )}
      <Button
        kind="go"
        disabled={blocked}
        aria-describedby={blocked ? "confirm-reason" : undefined}
        onClick={() => setConfirming(preflight)}
      >
        {preflight === null ? t("act.none") : act}
      </Button>
      {confirming !== null && (
        <Confirmation
          preflight={preflight ?? confirming}
          waiting={preflight === null}
          act={act}
          onClose={() => setConfirming(null)}
          onConfirmed={onOpenCampaign}
        />
      )}
    </>
  );
}
