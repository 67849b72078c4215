import { useTranslation } from "react-i18next";
import { isAtMost } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { Preflight } from "../../../shared/campaign/preflight.ts";
import { useWhenWords } from "../../draft/when-words.ts";
import { useApp } from "../../ui/app-store.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";

/** Names the people and the price once more; the one button that starts a campaign. */
export function Confirmation({
  preflight,
  waiting,
  act,
  onClose,
  onConfirmed,
}: {
  preflight: Preflight;
  /** These figures are checked once more: they cannot be confirmed. */
  waiting: boolean;
  act: string;
  onClose: () => void;
  onConfirmed: (campaignId: string) => void;
}) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const words = useWhenWords();
  const { review } = useDraftStore();
  const { settings } = useApp();
  const { busy, error, run } = useAct();
  const sender = useDraft(({ draft }) => draft?.review.sender ?? "");
  const when = useDraft(({ draft }) => draft?.review.when ?? null);
  const atMost = useDraft(isAtMost);
  const reviewing = useDraft((state) => state.reviewing);
  if (preflight.price === null || when === null) return null;
  const price = format.money(preflight.price);
  const undo = settings.undoSeconds;
  return (
    <ConfirmDialog
      kind="go"
      title={t("confirm.title", { act })}
      detail={undo === 0 ? t("confirm.atOnce") : t("confirm.undo", { length: format.length(undo) })}
      act={act}
      keep={t("confirm.keep")}
      busy={busy}
      waiting={waiting || reviewing}
      error={error}
      onAct={() => void run(review.confirm, ({ campaignId }) => onConfirmed(campaignId))}
      onKeep={onClose}
    >
      {t(atMost ? "confirm.textAtMost" : "confirm.text", { count: preflight.people, sender, price })}{" "}
      {when.kind === "at" && t("confirm.when", { time: words.short(when) })}
    </ConfirmDialog>
  );
}
