import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { assertNever } from "../../../shared/result.ts";
import type { RowView } from "../../list-worker/protocol.ts";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { CellEditor } from "../../ui/cell-editor.tsx";
import styles from "./list-table.module.css";
import { useReasonWords } from "./reason-words.ts";
import { keyOf, valueOf, type TableColumn } from "./table-columns.ts";

const tones: Record<RowView["verdict"], TagTone> = {
  ready: "plain",
  repaired: "go",
  "to-decide": "warn",
  duplicate: "warn",
  invalid: "bad",
  empty: "bad",
  "never-text": "plain",
};

/** One row of the table, with the file's own row number. */
export function ListRow({
  row,
  index,
  top,
  columns,
  active,
  editing,
  onActivate,
  onCorrect,
  onEndEdit,
  onLeaveOut,
}: {
  row: RowView;
  index: number;
  top: number;
  columns: TableColumn[];
  /** The active column, if the active cell is in this row. */
  active: number | null;
  editing: boolean;
  onActivate: (column: number, edit: boolean) => void;
  onCorrect: (column: TableColumn, value: string) => void;
  /** `step` 1 and -1 go on to the next and the previous cell. */
  onEndEdit: (step: 1 | -1 | 0) => void;
  onLeaveOut: () => void;
}) {
  return (
    <div
      className={[styles.row, row.leftOutByHand ? styles.out : ""].join(" ")}
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <Cell
          key={keyOf(column)}
          row={row}
          column={column}
          colIndex={at + 1}
          reachable={active === at || (active === null && index === 0 && at === 1)}
          active={active === at}
          editing={active === at && editing}
          onActivate={(edit) => onActivate(at, edit)}
          onCorrect={(value) => onCorrect(column, value)}
          onEndEdit={onEndEdit}
          onLeaveOut={onLeaveOut}
        />
      ))}
    </div>
  );
}

function Cell({
  row,
  column,
  colIndex,
  reachable,
  active,
  editing,
  onActivate,
  onCorrect,
  onEndEdit,
  onLeaveOut,
}: {
  row: RowView;
  column: TableColumn;
  colIndex: number;
  reachable: boolean;
  active: boolean;
  editing: boolean;
  onActivate: (edit: boolean) => void;
  onCorrect: (value: string) => void;
  onEndEdit: (step: 1 | -1 | 0) => void;
  onLeaveOut: () => void;
}) {
  const { t } = useTranslation("recipients");
  const cell = useRef<HTMLDivElement>(null);
  // The focus follows the active cell while it is within the table, and back from the editor to its cell.
  useEffect(() => {
    if (!active || editing) return;
    const { activeElement } = document;
    const grid = cell.current?.closest("[role=grid]");
    if (activeElement === document.body || grid?.contains(activeElement) === true) {
      cell.current?.focus({ preventScroll: true });
    }
  }, [active, editing]);
  const value = valueOf(row, column);
  const classes = [styles.cell, column.kind === "row" ? styles.number : "", editing ? styles.editing : ""];
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-colindex={colIndex}
      className={classes.join(" ")}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => !active && onActivate(false)}
      onDoubleClick={() => onActivate(true)}
    >
      {editing ? (
        <CellEditor
          label={t("row.correct")}
          value={value}
          phone={column.kind !== "cell" || column.phone}
          onCorrect={onCorrect}
          onEnd={onEndEdit}
        />
      ) : (
        <Content row={row} column={column} value={value} onLeaveOut={onLeaveOut} />
      )}
    </div>
  );
}

function Content({
  row,
  column,
  value,
  onLeaveOut,
}: {
  row: RowView;
  column: TableColumn;
  value: string;
  onLeaveOut: () => void;
}) {
  const { t } = useTranslation("recipients");
  switch (column.kind) {
    case "row":
      return row.row;
    case "texted":
      return <span className={styles.phone}>{row.digits === null || row.leftOutByHand ? "–" : row.digits}</span>;
    case "happened":
      return <Happened row={row} onLeaveOut={onLeaveOut} />;
    case "phone": {
      const changed = row.digits !== null && row.digits !== value;
      return (
        <span className={[styles.phone, changed ? styles.before : ""].join(" ")} title={value}>
          {value === "" ? "–" : value}
        </span>
      );
    }
    case "cell":
      if (value === "") return <span className={styles.nothing}>{t("nothing")}</span>;
      return (
        <span className={column.phone ? styles.phone : ""} title={value} dir="auto">
          {value}
        </span>
      );
  }
  return assertNever(column);
}

function Happened({ row, onLeaveOut }: { row: RowView; onLeaveOut: () => void }) {
  const { t } = useTranslation("recipients");
  const words = useReasonWords().of(row);
  const check = row.warning !== null && (row.verdict === "ready" || row.verdict === "repaired");
  const usable = row.verdict === "ready" || row.verdict === "repaired" || row.leftOutByHand;
  const tag = row.leftOutByHand ? t("verdict.out") : check ? t("verdict.check") : t(`verdict.${row.verdict}`);
  return (
    <>
      <Tag tone={row.leftOutByHand ? "plain" : check ? "warn" : tones[row.verdict]}>{tag}</Tag>
      <span className={styles.reason} title={words}>
        {words}
      </span>
      {usable && (
        <button type="button" className={styles.act} tabIndex={-1} onClick={onLeaveOut}>
          {t(row.leftOutByHand ? "row.bringBack" : "row.leaveOut")}
        </button>
      )}
    </>
  );
}
