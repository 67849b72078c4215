import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FootGap, Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAnswer, useDeskEvent } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { Checked } from "./checked.tsx";
import { CountsCard } from "./counts-card.tsx";
import { CourseCard } from "./course-card.tsx";
import { ExportReport } from "./export-report.tsx";
import { PartQuestion } from "./part-question.tsx";
import { PartsTable } from "./parts-table.tsx";
import { PeopleTable } from "./people-table.tsx";
import { DraftAgain, RetryFailed } from "./new-draft.tsx";
import { StateTag } from "./state-tag.tsx";
import { SummaryLine } from "./summary-line.tsx";
import { UndoCountdown } from "./undo-countdown.tsx";
import { isOfAnotherAccount, Whose } from "./whose.tsx";
import styles from "./campaign.module.css";

/** One campaign: what became of it by part and by person, what it asks, and how to stop it. */
export function Campaign({ id, onOpenDraft }: { id: string; onOpenDraft: (draftId: string) => void }) {
  const { t } = useTranslation("campaigns");
  const { value: details, error, reload } = useAnswer(id, () => desk().openCampaign({ id }));
  useDeskEvent("campaignsChanged", ({ ids }) => {
    if (ids.includes(id)) reload();
  });
  const [unasked, setUnasked] = useState<AppError | null>(null);
  const refusal = error !== null && <ErrorNotice error={error} onAgain={reload} />;
  if (details === null)
    return (
      <Page title={t("title")}>
        {refusal}
        {error === null && <Skeleton />}
      </Page>
    );
  return (
    <Page
      title={<span dir="auto">{details.row.title.trim() === "" ? t("row.nameless") : details.row.title}</span>}
      note={<Checked at={details.checkedAt} id={id} onAsked={setUnasked} />}
      foot={
        <>
          {details.peopleKnown && <ExportReport details={details} />}
          <FootGap />
          {isOver(details) ? (
            <>
              <RetryFailed details={details} onOpenDraft={onOpenDraft} />
              <DraftAgain details={details} onOpenDraft={onOpenDraft} />
            </>
          ) : (
            <span>{t("foot.safe")}</span>
          )}
        </>
      }
    >
      {refusal}
      {/* Of ours the reason is kept with the campaign, where the look that failed was not asked for by anybody too. */}
      {details.row.origin === "elsewhere" && unasked !== null && <ErrorNotice error={unasked} kind="warn" />}
      <Body details={details} onOpenDraft={onOpenDraft} />
    </Page>
  );
}

function Body({ details, onOpenDraft }: { details: CampaignDetails; onOpenDraft: (draftId: string) => void }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const [cancelling, setCancelling] = useState(false);
  const { row } = details;
  const undoing = row.state === "undo" && details.undoUntil !== null;
  const foreign = isOfAnotherAccount(details, useApp().account);
  return (
    <>
      <div className={styles.summary}>
        <StateTag row={row} />
        <SummaryLine details={details} />
        {(details.canCancel || (foreign && !isOver(details))) && !undoing && (
          <Button
            kind="bad"
            className={styles.cancel}
            disabled={foreign}
            aria-describedby={foreign ? "whose" : undefined}
            onClick={() => setCancelling(true)}
          >
            {t("cancel.open")}
          </Button>
        )}
      </div>
      {foreign && <Whose identity={details.identity} over={isOver(details)} />}
      {details.startedEarly && (
        <Notice kind="bad" title={t("early.title")}>
          {t("early.text")}
        </Notice>
      )}
      {details.refreshProblem !== null && <ErrorNotice error={details.refreshProblem} kind="warn" />}
      {details.cancelRequestedAt !== null && (
        <Notice title={t("cancel.asked", { when: format.moment(details.cancelRequestedAt) })}>
          {t("cancel.askedText")}
        </Notice>
      )}
      {undoing && details.undoUntil !== null && (
        <UndoCountdown details={details} undoUntil={details.undoUntil} onUndone={onOpenDraft} />
      )}
      {!foreign && <PartQuestion campaignId={row.id} parts={details.parts} />}
      {!undoing && <CountsCard details={details} />}
      {details.parts.length > 0 && !undoing && <PartsTable parts={details.parts} />}
      {details.text !== "" && (
        <details className={styles.text}>
          <summary>{t("summary.from", { sender: details.sender })}</summary>
          <p dir="auto">{details.text}</p>
        </details>
      )}
      {!undoing && row.origin === "ours" && <CourseCard details={details} />}
      <PeopleTable details={details} />
      {cancelling && <CancelDialog details={details} onClose={() => setCancelling(false)} />}
    </>
  );
}

/** Nothing more happens to it by itself. */
function isOver({ row }: CampaignDetails): boolean {
  return row.state === "finished" || row.state === "cancelled" || row.state === "refused" || row.state === "spam";
}
