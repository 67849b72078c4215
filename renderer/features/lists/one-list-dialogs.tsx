import { useTranslation } from "react-i18next";
import type { ListSummary } from "../../../shared/library/list.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { NameDialog } from "../../ui/name-dialog.tsx";
import { useAct } from "../../ui/use-answer.ts";
import type { ListAct } from "./list-table.tsx";
import { TagsDialog } from "./tags-dialog.tsx";

/** The dialog of an act on one list, on the page of lists and on its own. */
export function OneListDialog({
  act,
  list,
  knownTags,
  onDone,
  onKeep,
}: {
  act: ListAct;
  list: ListSummary;
  knownTags: string[];
  onDone: (act: ListAct) => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation("lists");
  const { busy, error, run } = useAct();
  if (act === "tags") return <TagsDialog list={list} known={knownTags} onDone={() => onDone(act)} onKeep={onKeep} />;
  if (act === "rename") {
    return (
      <NameDialog
        title={t("rename.title")}
        label={t("rename.label")}
        act={t("rename.act")}
        keep={t("rename.keep")}
        name={list.name}
        busy={busy}
        error={error}
        onKeep={onKeep}
        onName={(name) =>
          void run(
            () => desk().renameList({ id: list.id, name }),
            () => onDone(act),
          )
        }
      />
    );
  }
  return (
    <ConfirmDialog
      title={t("delete.title", { name: list.name })}
      detail={t("delete.detail")}
      act={t("delete.act")}
      keep={t("delete.keep")}
      busy={busy}
      error={error}
      onKeep={onKeep}
      onAct={() =>
        void run(
          () => desk().deleteList({ id: list.id }),
          () => onDone(act),
        )
      }
    >
      {t("delete.text", { count: list.people })}
    </ConfirmDialog>
  );
}
