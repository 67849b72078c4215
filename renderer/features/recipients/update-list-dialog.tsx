import { useTranslation } from "react-i18next";
import { useCompareList } from "../../draft/compare-list.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import styles from "./dialog.module.css";

/** Chooses the saved list that these people bring up to date, and goes on to its page, where the two are compared. */
export function UpdateListDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation("recipients");
  const { t: tLists } = useTranslation("lists");
  const { putBeside } = useDraftStore();
  const leftOut = useDraft(({ list }) => (list === null ? 0 : list.state.leftOutByHand + list.state.sum["to-decide"]));
  const compare = useCompareList();
  const lists = useAnswer("lists", () => desk().listLists({}));
  const { busy, error, run } = useAct();
  const refusal = error ?? lists.error;
  return (
    <Dialog title={t("list.updateTitle")} onClose={onClose}>
      <p className={styles.text}>{t("list.updateText")}</p>
      {leftOut > 0 && (
        <p className={styles.text}>
          {tLists("update.leftOutOfDraft", { count: leftOut })} {tLists("update.leftOutGone")}
        </p>
      )}
      {refusal !== null && <ErrorNotice error={refusal} />}
      {lists.value === null && lists.loading && <Skeleton rows={3} />}
      <ul className={styles.choices} aria-busy={busy}>
        {(lists.value ?? []).map((list) => (
          <li key={list.id}>
            <button
              type="button"
              className={styles.choice}
              onClick={() =>
                void run(
                  () => putBeside(list.id),
                  () => compare(list.id, { name, leftOut }),
                )
              }
            >
              <strong>{list.name}</strong>
              <span>{t("people", { count: list.people })}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t("dialog.back")}</Button>
      </div>
    </Dialog>
  );
}
