import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { cancelWords } from "./cancel-words.ts";

/** Asks once before a cancellation, and says what it can and what it cannot take back. */
export function CancelDialog({ details, onClose }: { details: CampaignDetails; onClose: () => void }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { busy, error, run } = useAct();
  const words = cancelWords(details);
  // What it says cannot be taken back is asked for at this moment, not remembered from the last look.
  const { id } = details.row;
  const fresh = useAnswer(id, () => desk().refreshCampaigns({ id }));

  const sentences = [
    words.texted === 0
      ? words.notCertain === 0 && t("cancel.nobody")
      : t("cancel.texted", { count: words.texted, total: format.number(words.total) }),
    words.waiting > 0 && t("cancel.waiting", { count: words.waiting }),
    words.notCertain > 0 && t("cancel.notCertain", { count: words.notCertain }),
    !details.countsFinal && words.texted > 0 && t("cancel.notFinal"),
  ];

  return (
    <ConfirmDialog
      title={t("cancel.title")}
      detail={words.doubtfulParts.length > 0 ? <Doubtful words={words} /> : undefined}
      act={t("cancel.act")}
      keep={t(words.planned ? "cancel.keepPlanned" : "cancel.keep")}
      busy={busy}
      error={error ?? fresh.error}
      onKeep={onClose}
      onAct={() => void run(() => desk().cancelCampaign({ id: details.row.id }), onClose)}
    >
      {fresh.loading ? t("cancel.counting") : sentences.filter(Boolean).join(" ")}
    </ConfirmDialog>
  );
}

function Doubtful({ words }: { words: ReturnType<typeof cancelWords> }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const until = words.watchedUntil === null ? "" : t("cancel.until", { day: format.day(words.watchedUntil) });
  const parts = format.list(words.doubtfulParts.map(format.number));
  return <>{t(words.doubtfulParts.length === 1 ? "cancel.inPart" : "cancel.inParts", { parts, until })}</>;
}
