import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandOutput } from "../../../shared/ipc/contract.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErasePersonDialog } from "../../privacy/erase-person-dialog.tsx";
import { useErasedWords } from "../../privacy/erased-words.ts";
import { desk } from "../../ui/desk.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FootGap, Page } from "../../ui/page.tsx";
import { type Column, PagedTable } from "../../ui/paged-table.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePages } from "../../ui/use-pages.ts";
import { AddNumbers } from "./add-numbers.tsx";
import styles from "./never-text.module.css";

type Row = CommandOutput<"listNeverText">["rows"][number];

/** The people who are never texted: find, add, take off. */
export function NeverText() {
  const { t } = useTranslation("neverText");
  const erasedWords = useErasedWords();
  const { counts } = useApp();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.replaceAll(/[\s()+-]/g, ""));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const [erasing, setErasing] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { busy, error, run, clear } = useAct();
  const pages = usePages<Row, CommandOutput<"listNeverText">>(`${counts.neverText} ${wanted}`, (page) =>
    desk().listNeverText({ search: wanted, ...page }),
  );
  const columns = useColumns(setRemoving, setErasing);
  const close = () => {
    clear();
    setRemoving(null);
  };

  return (
    <Page
      title={t("title")}
      note={t("note", { count: counts.neverText })}
      foot={
        <>
          <FootGap>
            <span role="status">{said}</span>
          </FootGap>
          <Button kind="go" onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {t("text")}
        {pages.extra !== null && pages.extra.erased > 0 && ` ${t("erased", { count: pages.extra.erased })}`}
      </p>
      {(counts.neverText > 0 || search !== "") && (
        <div className={styles.tools}>
          <SearchField label={t("search")} value={search} onChange={setSearch} />
        </div>
      )}
      {pages.error !== null && <ErrorNotice error={pages.error} />}
      {pages.total === null && pages.error === null && <Skeleton />}
      {pages.total === 0 && wanted === "" && <Empty title={t("empty.title")}>{t("empty.text")}</Empty>}
      {pages.total === 0 && wanted !== "" && (
        <Empty title={t("nothing.title")} action={<Button onClick={() => setSearch("")}>{t("nothing.act")}</Button>}>
          {t("nothing.text")}
        </Empty>
      )}
      {pages.total !== null && pages.total > 0 && <PagedTable label={t("title")} columns={columns} pages={pages} />}
      {adding && (
        <AddNumbers
          onClose={() => setAdding(false)}
          onAdded={(count) => {
            setSaid(t("added", { count }));
            setAdding(false);
            pages.reload();
          }}
        />
      )}
      {erasing !== null && (
        <ErasePersonDialog
          number={erasing}
          onClose={() => setErasing(null)}
          onErased={(waiting) => {
            setSaid(erasedWords(erasing, waiting));
            setErasing(null);
            pages.reload();
          }}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t("remove.title", { number: removing })}
          act={t("remove.act")}
          keep={t("remove.keep")}
          busy={busy}
          error={error}
          onKeep={close}
          onAct={() =>
            void run(
              () => desk().removeNeverText({ numbers: [removing] }),
              () => {
                setSaid(t("removed", { number: removing }));
                close();
                pages.reload();
              },
            )
          }
        >
          {t("remove.text")}
        </ConfirmDialog>
      )}
    </Page>
  );
}

function useColumns(onRemove: (number: string) => void, onErase: (number: string) => void): Column<Row>[] {
  const { t } = useTranslation("neverText");
  const format = useFormat();
  return [
    {
      id: "number",
      heading: t("number"),
      width: "30%",
      cell: (row) => <span className="number">{row.number}</span>,
    },
    { id: "since", heading: t("since"), width: "35%", cell: (row) => format.day(row.since) },
    {
      id: "acts",
      heading: t("remove"),
      quiet: true,
      width: "35%",
      right: true,
      cell: (row) => (
        <>
          <Button
            kind="link"
            small
            aria-label={t("removeNamed", { number: row.number })}
            onClick={() => onRemove(row.number)}
          >
            {t("remove")}
          </Button>
          <Button
            kind="link"
            small
            aria-label={t("eraseNamed", { number: row.number })}
            onClick={() => onErase(row.number)}
          >
            {t("erase")}
          </Button>
        </>
      ),
    },
  ];
}
