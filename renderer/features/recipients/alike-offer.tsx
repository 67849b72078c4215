import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./list-step.module.css";

/** After a cell was mended: the same for all cells like it, with one click and one edit to take back. */
export function AlikeOffer() {
  const { t } = useTranslation("repair");
  const { recipients } = useDraftStore();
  const alike = useDraft((state) => state.alike);
  if (alike === null) return null;
  const { edit, cells, before, value } = alike;
  const answer = (act: () => void) => {
    // The button goes with the answer: whoever works by keyboard goes on in the cell that was mended.
    document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
    act();
  };
  const offered = edit.kind === "take-offered";
  const became = t(value === "" ? "alike.emptied" : "alike.became", { before, value });
  return (
    <div className={styles.below}>
      <Notice
        actions={
          <>
            <Button small onClick={() => answer(() => void recipients.edit(edit))}>
              {t(offered ? "alike.take" : "alike.change", { count: cells })}
            </Button>
            <Button small onClick={() => answer(recipients.keepOthers)}>
              {t("alike.keep")}
            </Button>
          </>
        }
      >
        {offered ? t("alike.offered", { count: cells }) : became}
      </Notice>
    </div>
  );
}
