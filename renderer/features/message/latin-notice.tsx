import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** That every text goes out in Latin letters, and the way back. */
export function LatinNotice() {
  const { t } = useTranslation("message");
  const { writeInLatin } = useDraftStore();
  const standard = useDraft(({ draft }) => draft?.review.latinLetters ?? null);
  if (standard === null) return null;
  return (
    <Notice
      title={t("latin.on")}
      actions={
        <Button small onClick={() => writeInLatin(null)}>
          {t("latin.off")}
        </Button>
      }
    >
      {t("latin.stays")}
    </Notice>
  );
}
