import { useTranslation } from "react-i18next";
import { offerSource } from "../../draft/offer-source.ts";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { ListSummary } from "../../../shared/library/list.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import styles from "./dialog.module.css";

/** Chooses a saved list as the source. */
export function ListsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("recipients");
  const draft = useDraftStore();
  const lists = useAnswer("lists", () => desk().listLists({}));
  const act = useAct();

  const use = (list: ListSummary) =>
    act.run(
      () => desk().readList({ id: list.id }),
      ({ name, bytes, reading }) => {
        onClose();
        const source = { kind: "list", name: name.slice(0, 255), size: bytes.length, listId: list.id } as const;
        offerSource(draft, { source, content: new Blob([bytes]), reading, check: false });
      },
    );
  const error = act.error ?? lists.error;
  return (
    <Dialog title={t("lists.title")} onClose={onClose}>
      {error !== null && <ErrorNotice error={error} />}
      {lists.value === null && lists.loading && <Skeleton rows={3} />}
      {lists.value?.length === 0 && <p className={styles.text}>{t("lists.none")}</p>}
      <ul className={styles.choices}>
        {(lists.value ?? []).map((list) => (
          <li key={list.id}>
            <button type="button" className={styles.choice} onClick={() => void use(list)}>
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
