import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { err, ok } from "../../../shared/result.ts";
import type { Preview } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PagedTable, type Column } from "../../ui/paged-table.tsx";
import { useFormat, type Format } from "../../ui/use-format.ts";
import { usePages } from "../../ui/use-pages.ts";
import styles from "./people-dialog.module.css";

/** A group of the tally on its way to the screen: its key, and what its people have in common. */
export type ShownGroup = { key: string; people: number; why: string };

/** The people of one group, each with the text they get; one click shows a person on the phone. */
export function PeopleDialog({
  group,
  onPerson,
  onClose,
}: {
  group: ShownGroup;
  onPerson: (position: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const { list } = useDraftStore();
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const latin = useDraft(({ draft }) => draft?.review.latinLetters ?? null);
  const revision = useDraft((state) => state.list?.revision ?? 0);
  const pages = usePages<Preview, { total: number; rows: Preview[] }>(
    JSON.stringify([text, latin, revision, group.key]),
    async (page) => {
      try {
        return ok(await list.group({ text, latin, key: group.key, ...page }));
      } catch {
        return err(appErrorOf("internal"));
      }
    },
  );
  const show = ({ position }: Preview) => {
    onPerson(position);
    onClose();
  };
  return (
    <Dialog title={`${t("people", { count: pages.total ?? group.people })}: ${group.why}`} size={760} onClose={onClose}>
      {pages.error !== null && <ErrorNotice error={pages.error} onAgain={pages.reload} />}
      <div className={styles.list} data-scroll>
        <PagedTable label={group.why} columns={columnsOf(t, format, show)} pages={pages} onOpen={show} />
      </div>
      <div className={styles.buttons}>
        <span>{t("group.hint")}</span>
        <Button onClick={onClose}>{t("group.back")}</Button>
      </div>
    </Dialog>
  );
}

function columnsOf(t: TFunction<"message">, format: Format, onShow: (preview: Preview) => void): Column<Preview>[] {
  return [
    {
      id: "row",
      heading: t("group.row"),
      width: "76px",
      right: true,
      cell: ({ row, added }) => (added ? t("group.added") : format.number(row)),
    },
    { id: "number", heading: t("group.number"), width: "150px", cell: ({ number }) => `+${number}` },
    {
      id: "text",
      heading: t("text"),
      width: "auto",
      cell: (preview) => (
        <button type="button" className={styles.text} dir="auto" title={preview.text} onClick={() => onShow(preview)}>
          {preview.text.trim() === "" ? t("group.nothing") : preview.text}
        </button>
      ),
    },
  ];
}
