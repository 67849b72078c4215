import { useTranslation } from "react-i18next";
import { useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import { Notice } from "../../ui/notice.tsx";

/** How many rows the file crosses out, which are not texted, to be looked at and taken back with a click. */
export function CrossedOut({
  rows,
  shown,
  onShow,
}: {
  rows: number;
  /** Whether only they are shown just now. */
  shown: boolean;
  onShow: (only: boolean) => void;
}) {
  const { t } = useTranslation("repair");
  const { t: tRecipients } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  if (rows === 0) return null;
  return (
    <Notice
      title={t("crossed.title", { count: rows })}
      actions={
        <>
          <Button small onClick={() => onShow(!shown)}>
            {shown ? t("lately.showAll") : tRecipients("question.show", { count: rows })}
          </Button>
          <Button small {...deliberate(() => void recipients.textCrossedOut())}>
            {t("crossed.take", { count: rows })}
          </Button>
        </>
      }
    >
      {t("crossed.text", { count: rows })}
    </Notice>
  );
}
