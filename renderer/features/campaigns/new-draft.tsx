import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { Result } from "../../../shared/result.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";

type Props = { details: CampaignDetails; onOpenDraft: (draftId: string) => void };

/** A new campaign for those whom this one is known not to have reached, once nothing of it can arrive any more. */
export function RetryFailed({ details: { row, notReached, countsFinal }, onOpenDraft }: Props) {
  const { t } = useTranslation("campaigns");
  if (row.origin !== "ours" || !countsFinal || notReached === 0) return null;
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
 * A refused campaign is a draft again: the same people and text, to be mended and confirmed anew. Only when nobody of
 * it was texted: of several parts one may have gone out, and its people would get the text twice.
 */
export function DraftAgain({ details: { row, counts }, onOpenDraft }: Props) {
  const { t } = useTranslation("campaigns");
  const refused = row.state === "refused" || row.state === "spam";
  if (row.origin !== "ours" || !refused || counts.notSent !== counts.total) return null;
  return <NewDraft act={t("again.act")} make={() => desk().draftAgain({ id: row.id })} onOpenDraft={onOpenDraft} />;
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
