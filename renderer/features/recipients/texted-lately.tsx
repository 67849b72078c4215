import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** How many of these people were texted lately, or are to be by a plan, to be looked at and left out with a click. */
export function TextedLately({
  people,
  planned,
  shown,
  onShow,
}: {
  people: number;
  /** How many of them are only to get a text that is planned. */
  planned: number;
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
      title={
        planned === people
          ? t("lately.planned", { count: planned })
          : t("lately.title", { count: people - planned, days })
      }
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
    >
      {planned > 0 && planned < people && t("lately.more", { count: planned })}
    </Notice>
  );
}
