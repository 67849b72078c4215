import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { formatCountdown } from "../../ui/format.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import styles from "./campaign.module.css";

/** The seconds in which a confirmed campaign is still only on this computer: take it back, or let it go at once. */
export function UndoCountdown({
  details,
  undoUntil,
  onUndone,
}: {
  details: CampaignDetails;
  undoUntil: string;
  onUndone: (draftId: string) => void;
}) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const now = useNow();
  const { busy, error, run } = useAct();
  const id = details.row.id;
  const left = Math.ceil((Date.parse(undoUntil) - now.getTime()) / 1000);
  const over = left <= 0;
  // What is let go now is told to the service now; its people are texted at their time.
  const isPlanned = details.startAt !== null && Date.parse(details.startAt) > now.getTime();
  const length = left > 60 ? formatCountdown(left) : format.length(left);
  return (
    <section className={styles.question} aria-labelledby="undo-title">
      <h2 id="undo-title" className={styles.questionTitle}>
        <span role="timer">
          {over ? t("undo.ending") : t(isPlanned ? "undo.plannedTitle" : "undo.title", { length })}
        </span>
      </h2>
      <p className={styles.questionText}>{t("undo.text", { count: details.counts.total })}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.answers}>
        <Button
          disabled={over}
          busy={busy}
          onClick={() =>
            void run(
              () => desk().undoCampaign({ id }),
              ({ draftId }) => onUndone(draftId),
            )
          }
        >
          {t("undo.act")}
        </Button>
        <Button kind="go" disabled={over} busy={busy} onClick={() => void run(() => desk().sendCampaignNow({ id }))}>
          {t(isPlanned ? "undo.plannedNow" : "undo.now")}
        </Button>
      </div>
    </section>
  );
}
