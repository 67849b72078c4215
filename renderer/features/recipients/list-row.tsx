import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { assertNever } from "../../../shared/result.ts";
import type { RowView } from "../../list-worker/protocol.ts";
import { CellEditor } from "../../ui/cell-editor.tsx";
import styles from "./list-table.module.css";
import { beforeOf, keyOf, valueOf, type TableColumn } from "./table-columns.ts";
import { WhatHappened, WillBeTexted } from "./what-happened.tsx";

/** One row of the table, with the file's own row number. */
export function ListRow({
  row,
  index,
  top,
  columns,
  drawn,
  active,
  entry,
  editing,
  onActivate,
  onCorrect,
  onEndEdit,
  onLeaveOut,
  onTakeOffered,
}: {
  row: RowView;
  index: number;
  top: number;
  columns: TableColumn[];
  /** Places of the columns that are drawn. */
  drawn: readonly number[];
  /** The active column, if the active cell is in this row. */
  active: number | null;
  /** Tab comes into the table here: the active cell is not to be seen. */
  entry: boolean;
  editing: boolean;
  onActivate: (column: number, edit: boolean) => void;
  onCorrect: (column: TableColumn, value: string) => void;
  /** `step` 1 and -1 go on to the next and the previous cell. */
  onEndEdit: (step: 1 | -1 | 0) => void;
  onLeaveOut: () => void;
  onTakeOffered: () => void;
}) {
  return (
    <div
      className={[styles.row, row.leftOutByHand ? styles.out : ""].join(" ")}
      role="row"
      aria-rowindex={index + 2}
      style={{ top }}
    >
      {drawn.map((at) => {
        const column = columns[at];
        if (column === undefined) return null;
        return (
          <Cell
            key={keyOf(column)}
            row={row}
            column={column}
            colIndex={at + 1}
            reachable={active === at || (entry && at === 1)}
            active={active === at}
            editing={active === at && editing}
            onActivate={(edit) => onActivate(at, edit)}
            onCorrect={(value) => onCorrect(column, value)}
            onEndEdit={onEndEdit}
          >
            <Content
              row={row}
              column={column}
              columns={columns}
              onLeaveOut={onLeaveOut}
              onTakeOffered={onTakeOffered}
            />
          </Cell>
        );
      })}
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
  children,
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
  children: ReactNode;
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
      style={{ gridColumn: colIndex }}
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
        children
      )}
    </div>
  );
}

function Content({
  row,
  column,
  columns,
  onLeaveOut,
  onTakeOffered,
}: {
  row: RowView;
  column: TableColumn;
  columns: readonly TableColumn[];
  onLeaveOut: () => void;
  onTakeOffered: () => void;
}) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const value = valueOf(row, column);
  const before = beforeOf(row, column);
  const title = before === null ? value : tRepair("cell.was", { before: before === "" ? t("nothing") : before });
  const corrected = before === null ? "" : styles.corrected;
  switch (column.kind) {
    case "row":
      return row.added ? t("row.added") : row.row;
    case "texted":
      return <WillBeTexted row={row} onTakeOffered={onTakeOffered} />;
    case "happened":
      return <WhatHappened row={row} columns={columns} onLeaveOut={onLeaveOut} onTakeOffered={onTakeOffered} />;
    case "phone": {
      const changed = row.digits !== null && row.digits !== value;
      return (
        <span data-fits className={[styles.phone, corrected, changed ? styles.before : ""].join(" ")} title={title}>
          {value === "" ? "–" : value}
        </span>
      );
    }
    case "cell":
      return (
        <span
          data-fits
          className={[corrected, value === "" ? styles.nothing : column.phone ? styles.phone : ""].join(" ")}
          title={title}
          dir="auto"
        >
          {value === "" ? t("nothing") : value}
        </span>
      );
  }
  return assertNever(column);
}
