import { useTranslation } from "react-i18next";
import type { RowView } from "../../list-worker/protocol.ts";
import { deliberate } from "../../ui/deliberate.ts";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./list-table.module.css";
import { useReasonWords } from "./reason-words.ts";
import type { TableColumn } from "./table-columns.ts";

const tones: Record<RowView["verdict"], TagTone> = {
  ready: "plain",
  repaired: "go",
  "to-decide": "warn",
  duplicate: "warn",
  invalid: "bad",
  empty: "bad",
  "never-text": "plain",
};

/** So many differing cells of a duplicate are named. */
const differencesNamed = 3;

/** The verdict of a row with its reasons, and what can be done about it with a click. */
export function WhatHappened({
  row,
  columns,
  onLeaveOut,
  onTakeOffered,
}: {
  row: RowView;
  columns: readonly TableColumn[];
  onLeaveOut: () => void;
  onTakeOffered: () => void;
}) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const words = useRowWords(row, columns);
  const check = row.warning !== null && (row.verdict === "ready" || row.verdict === "repaired");
  const usable = row.verdict === "ready" || row.verdict === "repaired" || row.leftOutByHand;
  const tag = row.leftOutByHand ? t("verdict.out") : check ? t("verdict.check") : t(`verdict.${row.verdict}`);
  return (
    <>
      <Tag tone={row.leftOutByHand ? "plain" : check ? "warn" : tones[row.verdict]}>{tag}</Tag>
      <span data-fits className={styles.reason} title={words}>
        {words}
      </span>
      {usable && (
        <span className={styles.acts}>
          {canTakeOffered(row) && (
            <button type="button" className={styles.act} tabIndex={-1} {...deliberate(onTakeOffered)}>
              {tRepair("offered.other")}
            </button>
          )}
          <button type="button" className={styles.act} tabIndex={-1} {...deliberate(onLeaveOut)}>
            {t(row.leftOutByHand ? "row.bringBack" : "row.leaveOut")}
          </button>
        </span>
      )}
    </>
  );
}

/** The number that is texted; where there is none, the one that the row's cell offers, to be taken with a click. */
export function WillBeTexted({ row, onTakeOffered }: { row: RowView; onTakeOffered: () => void }) {
  const { t } = useTranslation("repair");
  const number = row.leftOutByHand ? null : row.digits;
  if (number !== null || !canTakeOffered(row))
    return (
      <span data-fits className={[styles.phone, styles.whole].join(" ")}>
        {number ?? "–"}
      </span>
    );
  return (
    <button type="button" className={styles.offer} tabIndex={-1} {...deliberate(onTakeOffered)}>
      {t("offered.plus", { number: row.offered ?? "" })}
    </button>
  );
}

/** Whether the row's cell offers a number to take: its other one, or what a refused one could be. */
export function canTakeOffered({ offered, verdict, leftOutByHand }: RowView): boolean {
  // A question about the whole column is answered there.
  return offered !== null && !leftOutByHand && verdict !== "never-text" && verdict !== "to-decide";
}

/** When it was texted, what was done to it, and how a duplicate differs from the row that stays. */
function useRowWords(row: RowView, columns: readonly TableColumn[]): string {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const format = useFormat();
  // How its number was read does not matter of a row that is not texted for another's sake.
  const told = row.verdict === "duplicate" ? { ...row, reasons: row.reasons.slice(0, 1) } : row;
  const reasons = useReasonWords().of(told);
  const day = row.textedLately === null ? "" : format.day(row.textedLately);
  const texted = day === "" ? "" : tRepair(row.toBeTexted ? "lately.toBeTexted" : "lately.texted", { day });
  const shown = (value: string) => (value === "" ? t("nothing") : value);
  const differences = row.differs.slice(0, differencesNamed).map(({ column, value, kept }) => {
    const cell = columns.find((candidate) => candidate.kind === "cell" && candidate.column === column);
    const heading = cell?.kind === "cell" ? cell.heading : "";
    return tRepair("duplicates.differs", { column: heading, value: shown(value), kept: shown(kept) });
  });
  return [texted, reasons, ...differences].filter(Boolean).join(". ");
}
