import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** How many of these people were texted lately, to be looked at and left out with a click. */
export function TextedLately({
  people,
  shown,
  onShow,
}: {
  people: number;
  /** Whether only they are shown just now. */
  shown: boolean;
  onShow: (only: boolean) => void;
}) {
  const { t } = useTranslation("repair");
  const { recipients } = useDraftStore();
  const days = useDraft((state) => state.textedDays);
  if (people === 0) return null;
  return (
    <Notice
      title={t("lately.title", { count: people, days })}
      actions={
        <>
          <Button small onClick={() => onShow(!shown)}>
            {shown ? t("lately.showAll") : t("lately.show", { count: people })}
          </Button>
          <Button small onClick={() => void recipients.leaveOutTextedLately()}>
            {t("lately.leaveOut", { count: people })}
          </Button>
        </>
      }
    />
  );
}
