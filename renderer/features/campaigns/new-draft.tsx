import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { Result } from "../../../shared/result.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";

type Props = { details: CampaignDetails; onOpenDraft: (draftId: string) => void };

/**
 * A new campaign for those whom this one is known not to have reached, sent or not, once nothing of it can arrive any
 * more. Where nobody was texted the whole of it can be prepared again.
 */
export function RetryFailed({ details, onOpenDraft }: Props) {
  const { row, notReached, countsFinal } = details;
  const { t } = useTranslation("campaigns");
  if (row.origin !== "ours" || !countsFinal || notReached === 0 || canBePreparedAgain(details)) return null;
  const title = t("failed.title", { title: row.title }).slice(0, 200);
  return (
    <NewDraft
      act={t("failed.act", { count: notReached })}
      make={() => desk().draftForFailed({ id: row.id, title })}
      onOpenDraft={onOpenDraft}
    />
  );
}

/**
 * A refused or cancelled campaign is a draft again: the same people and text, to be mended and confirmed anew. Only when
 * nobody of it was texted: of several parts one may have gone out, and its people would get the text twice.
 */
export function DraftAgain({ details, onOpenDraft }: Props) {
  const { t } = useTranslation("campaigns");
  const { row } = details;
  if (!canBePreparedAgain(details)) return null;
  return <NewDraft act={t("again.act")} make={() => desk().draftAgain({ id: row.id })} onOpenDraft={onOpenDraft} />;
}

function canBePreparedAgain({ row, counts }: CampaignDetails): boolean {
  const ended = row.state === "refused" || row.state === "spam" || row.state === "cancelled";
  return row.origin === "ours" && ended && counts.total > 0 && counts.notSent === counts.total;
}

function NewDraft({
  act,
  make,
  onOpenDraft,
}: {
  act: string;
  make: () => Promise<Result<{ draftId: string }, AppError>>;
  onOpenDraft: (draftId: string) => void;
}) {
  const { busy, error, run } = useAct();
  return (
    <>
      <Button busy={busy} onClick={() => void run(make, ({ draftId }) => onOpenDraft(draftId))}>
        {act}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
