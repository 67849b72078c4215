import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";

/** A new campaign for those whom this one is known not to have reached, once nothing of it can arrive any more. */
export function RetryFailed({
  details,
  onOpenDraft,
}: {
  details: CampaignDetails;
  onOpenDraft: (draftId: string) => void;
}) {
  const { t } = useTranslation("campaigns");
  const { busy, error, run } = useAct();
  const { row, counts, countsFinal } = details;
  if (row.origin !== "ours" || !countsFinal || counts.failed === 0) return null;
  const begin = () =>
    desk().draftForFailed({ id: row.id, title: t("failed.title", { title: row.title }).slice(0, 200) });
  return (
    <>
      <Button busy={busy} onClick={() => void run(begin, ({ draftId }) => onOpenDraft(draftId))}>
        {t("failed.act", { count: counts.failed })}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

/** What did not go out as it was meant to is a draft again: the same people and text, to be mended and confirmed anew. */
export function DraftAgain({
  details,
  onOpenDraft,
}: {
  details: CampaignDetails;
  onOpenDraft: (draftId: string) => void;
}) {
  const { t } = useTranslation("campaigns");
  const { busy, error, run } = useAct();
  const { id, origin, state } = details.row;
  if (origin !== "ours" || (state !== "refused" && state !== "spam")) return null;
  return (
    <>
      <Button
        busy={busy}
        onClick={() =>
          void run(
            () => desk().draftAgain({ id }),
            ({ draftId }) => onOpenDraft(draftId),
          )
        }
      >
        {t("again.act")}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
