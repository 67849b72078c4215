import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandOutput } from "../../../shared/ipc/contract.ts";
import {
  type ComparedPerson,
  type Difference,
  differences,
  type ListComparison,
  type OpenedList,
} from "../../../shared/library/list.ts";
import type { DraftBeside } from "../../draft/compare-list.ts";
import type { ColumnView } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { CountrySelect } from "../../ui/country-select.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type NumberFilter, Numbers } from "../../ui/numbers.tsx";
import { FootGap, Page } from "../../ui/page.tsx";
import { PagedTable } from "../../ui/paged-table.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePages } from "../../ui/use-pages.ts";
import { useComparedColumns } from "./compared-columns.tsx";
import styles from "./list-beside.module.css";
import { outcomeOf, type ReadBeside } from "./read-beside.ts";

const tones: Record<Difference, NumberFilter<Difference>["tone"]> = {
  same: "ink",
  changed: "warn",
  added: "go",
  gone: "bad",
};

/** "412 same, 7 changed, 38 new, 5 gone": each a link to who that is, and a choice of what is taken over. */
export function ListBeside({
  title,
  fileName,
  opened,
  comparison,
  read,
  beside,
  onCountry,
  onUpdated,
  onKeep,
}: {
  title: string;
  fileName: string;
  opened: OpenedList;
  comparison: ListComparison;
  read: ReadBeside | null;
  /** The draft whose people the list is compared with; null where they are those of a file. */
  beside: DraftBeside | null;
  /** Has the file read again, with another country for numbers without one. */
  onCountry: (country: string | null) => void;
  onUpdated: (list: OpenedList) => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation("lists");
  const { id } = opened.list;
  const { added, changed, gone, neverText, newColumns } = comparison;
  const [take, setTake] = useState({ added: added > 0, changed: changed > 0, gone: false });
  const [kind, setKind] = useState<Difference>(
    () => (["changed", "added", "gone"] as const).find((k) => comparison[k] > 0) ?? "same",
  );
  const { busy, error, run } = useAct();
  const pages = usePages<ComparedPerson, CommandOutput<"listListUpdate">>(`${id} ${kind}`, (page) =>
    desk().listListUpdate({ id, kind, ...page }),
  );
  const columns = useComparedColumns(kind, comparison.columns);
  const outcome = outcomeOf(comparison, take);
  const differs = added + changed + gone > 0;
  const choices = [
    { id: "added", count: added, words: t("update.add", { count: added }) },
    { id: "changed", count: changed, words: t("update.change", { count: changed }), detail: t("update.empty") },
    {
      id: "gone",
      count: gone,
      words: beside === null ? t("update.remove", { count: gone }) : t("update.removeFromDraft", { count: gone }),
    },
  ] as const;

  return (
    <Page
      title={title}
      note={fileName}
      foot={
        <>
          <span>{t("update.undo")}</span>
          <FootGap />
          <Button busy={busy} onClick={onKeep}>
            {t("update.keep")}
          </Button>
          <Button
            kind="go"
            busy={busy}
            disabled={outcome.touched === 0}
            onClick={() => void run(() => desk().takeListUpdate({ id, take }), onUpdated)}
          >
            {t("update.act", { count: outcome.people })}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {read !== null && <HowRead read={read} onCountry={onCountry} />}
      {gone > 0 && beside !== null && beside.leftOut > 0 && (
        <Notice kind="warn" title={t("update.leftOutOfDraft", { count: beside.leftOut })}>
          {t("update.leftOutGone")}
        </Notice>
      )}
      <Numbers
        label={t("update.label")}
        items={differences.map((each) => ({
          id: each,
          value: comparison[each],
          label: t(`update.${each}`),
          tone: tones[each] ?? "ink",
        }))}
        chosen={kind}
        onChoose={setKind}
      />
      {differs ? (
        <div className={styles.choices} role="group" aria-label={t("update.choices")}>
          {choices
            .filter(({ count }) => count > 0)
            .map((choice) => (
              <Checkbox
                key={choice.id}
                label={choice.words}
                description={"detail" in choice ? choice.detail : undefined}
                checked={take[choice.id]}
                onChange={(event) => setTake({ ...take, [choice.id]: event.target.checked })}
              />
            ))}
          <Beside newColumns={newColumns} neverText={neverText} />
        </div>
      ) : (
        <Notice title={t("update.nothing")}>
          <Beside newColumns={[]} neverText={neverText} />
        </Notice>
      )}
      {pages.error !== null && <ErrorNotice error={pages.error} onAgain={pages.reload} />}
      {comparison[kind] > 0 && <PagedTable label={t(`update.${kind}`)} columns={columns} pages={pages} />}
    </Page>
  );
}

/** What else is to be known of the spreadsheet. */
function Beside({ newColumns, neverText }: { newColumns: string[]; neverText: number }) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  if (newColumns.length === 0 && neverText === 0) return null;
  return (
    <p className={styles.beside}>
      {newColumns.length > 0 && t("update.newColumns", { count: newColumns.length, columns: format.list(newColumns) })}{" "}
      {neverText > 0 && t("update.neverText", { count: neverText })}
    </p>
  );
}

/** How the file was understood, and who of it could not be: what is in doubt is put right in a new campaign. */
function HowRead({
  read: { understood, state },
  onCountry,
}: {
  read: ReadBeside;
  onCountry: (country: string | null) => void;
}) {
  const { t } = useTranslation("lists");
  const { t: recipients } = useTranslation("recipients");
  const format = useFormat();
  const named = ({ letter, heading }: ColumnView): string =>
    heading === "" ? letter : recipients("line.column", { letter, heading });
  const phones = understood.columns.filter(({ role }) => role.kind === "phone").map(named);
  const byRow = understood.countries === null ? undefined : understood.columns[understood.countries.column];
  const leftOut = state.sum.rows - state.people;
  const asked = state.questions.length > 0;
  return (
    <>
      <div className={styles.read}>
        <p>
          {t("update.read", { phones: format.list(phones) })}{" "}
          {byRow !== undefined && t("update.readBy", { column: named(byRow) })}{" "}
          {leftOut > 0 && !asked && t("update.leftOut", { count: leftOut })}
        </p>
        <CountrySelect
          label={t("update.country")}
          nothingFound={t("update.noCountry")}
          value={understood.reading.defaultCountry}
          onChange={onCountry}
        />
      </div>
      {asked && (
        <Notice kind="warn" title={t("update.leftOut", { count: leftOut })}>
          {t("update.questions")}
        </Notice>
      )}
    </>
  );
}
