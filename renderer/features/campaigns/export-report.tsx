import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignDetails, PersonView } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { useErrorSentences } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { type Cell, csvOf, fileNameOf, workbookOf } from "../../ui/spreadsheet-file.ts";
import { useFormat } from "../../ui/use-format.ts";
import { type Report, reportOf } from "./report.ts";

/** Writes everybody of the campaign, with their own columns and what became of them, where the user wants it. */
export function ExportReport({ details }: { details: CampaignDetails }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { busy, error, run } = useAct();
  const tableOf = useTable();
  const [share, setShare] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  const save = async (ending: "xlsx" | "csv") => {
    const report = await reportOf(details.row.id, (done, total) => setShare(format.share(done, total)));
    if (!report.ok) return report;
    const table = tableOf(report.value);
    const bytes = ending === "csv" ? await csvOf(table) : await workbookOf(t("report.sheet"), table);
    return desk().saveFile({ name: fileNameOf(t("report.file", { title: details.row.title }), ending), bytes });
  };
  const start = (ending: "xlsx" | "csv") => {
    setSaved(null);
    void run(
      () => save(ending),
      (file) => setSaved(file.saved ? file.name : null),
    ).finally(() => setShare(null));
  };

  return (
    <>
      <Button busy={busy} onClick={() => start("xlsx")}>
        {t("report.act")}
      </Button>
      <Button busy={busy} onClick={() => start("csv")}>
        {t("report.csv")}
      </Button>
      <span role="status">
        {busy && share !== null && t("report.busy", { share })}
        {!busy && saved !== null && t("report.saved", { name: saved })}
        {!busy && error !== null && <Refusal error={error} />}
      </span>
    </>
  );
}

/** The rows of the file: the user's own columns as they were, then what became of each person, in words. */
function useTable(): (report: Report) => Cell[][] {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const outcome = (person: PersonView): Cell[] => [
    person.number,
    t(`person.${person.state}`),
    person.at === null ? "" : sheetTime(person.at),
    person.parts,
    person.price === null ? null : person.price.millionths / 1_000_000,
    person.price?.currency ?? "",
  ];
  return ({ phoneColumns, columns, rows }) => {
    // Whoever opens the file may live by other clocks.
    const zone = format.zone(new Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());
    const written = phoneColumns.map((heading) => (heading === "" ? t("report.written") : heading));
    // Without the spreadsheet's columns at least the name that the page shows.
    const own = [...written, ...(columns.length > 0 ? columns : [t("person.person")])];
    const ours = [
      t("report.phone"),
      t("column.state"),
      t("report.when", { zone }),
      t("person.parts"),
      t("column.price"),
      t("report.currency"),
    ];
    return [
      [...own, ...ours.map((heading) => unlike(heading, own))],
      ...rows.map(({ person, phones, cells }) => [
        ...phoneColumns.map((_, column) => phones[column] ?? ""),
        ...(columns.length > 0 ? columns.map((_, column) => cells[column] ?? "") : [person.name]),
        ...outcome(person),
      ]),
    ];
  };
}

/** This computer's time as spreadsheets sort it: 2026-11-27 09:00:14. */
function sheetTime(iso: string): string {
  const at = new Date(iso);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A heading that the user's own columns do not have. */
function unlike(heading: string, own: readonly string[]): string {
  let name = heading;
  for (let number = 2; own.includes(name); number++) name = `${heading} ${number}`;
  return name;
}

function Refusal({ error }: { error: AppError }) {
  const { what, todo } = useErrorSentences(error);
  return (
    <>
      {what} {todo}
    </>
  );
}
