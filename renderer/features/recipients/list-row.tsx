import type { TFunction } from "i18next";
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { assertNever } from "../../../shared/result.ts";
import type { RowView } from "../../list-worker/protocol.ts";
import { CellEditor } from "../../ui/cell-editor.tsx";
import styles from "./list-table.module.css";
import { beforeOf, keyOf, valueOf, type TableColumn } from "./table-columns.ts";
import { WhatHappened, WillBeTexted } from "./what-happened.tsx";

/** What can be done with any row of the table; the same object as long as the table has the same columns. */
export type RowActs = {
  activate: (row: RowView, index: number, column: number, edit: boolean) => void;
  correct: (row: RowView, column: TableColumn, value: string) => void;
  leaveOut: (row: RowView) => void;
  takeOffered: (row: RowView) => void;
};

/** A word that goes on in the next line, as an e-mail address may: no other one is worth a wider column. */
const longWord = /\S{15}/;

type Words = { t: TFunction<"recipients">; tRepair: TFunction<"repair"> };

/** One row of the table, with the file's own row number. Drawn anew only when something of it changes: tables scroll. */
export const ListRow = memo(function ListRow({
  row,
  index,
  top,
  columns,
  drawn,
  active,
  entry,
  acts,
  onDrawn,
  onEndEdit,
}: {
  row: RowView;
  index: number;
  top: number;
  columns: readonly TableColumn[];
  /** Places of the columns that are drawn. */
  drawn: readonly number[];
  /** The active column, if the active cell is in this row. */
  active: number | null;
  /** Tab comes into the table here: the active cell is not to be seen. */
  entry: boolean;
  acts: RowActs;
  /** Called with the row whenever it was drawn anew, before that is seen. */
  onDrawn: (row: HTMLElement) => void;
  /** There while the row's active cell is corrected; `step` 1 and -1 go on to the next and the previous cell. */
  onEndEdit: ((step: 1 | -1 | 0) => void) | undefined;
}) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) onDrawn(element.current);
  });
  return (
    <div
      ref={element}
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
            column={column}
            colIndex={at + 1}
            reachable={active === at || (entry && at === 1)}
            active={active === at}
            onActivate={(edit) => acts.activate(row, index, at, edit)}
            editor={
              active === at &&
              onEndEdit && (
                <CellEditor
                  label={t("row.correct")}
                  value={valueOf(row, column)}
                  phone={column.kind !== "cell" || column.phone}
                  onCorrect={(value) => acts.correct(row, column, value)}
                  onEnd={onEndEdit}
                />
              )
            }
          >
            <Content row={row} column={column} columns={columns} words={{ t, tRepair }} acts={acts} />
          </Cell>
        );
      })}
    </div>
  );
});

function Cell({
  column,
  colIndex,
  reachable,
  active,
  editor,
  onActivate,
  children,
}: {
  column: TableColumn;
  colIndex: number;
  reachable: boolean;
  active: boolean;
  /** What the cell is corrected in, in place of what it says. */
  editor: ReactNode;
  onActivate: (edit: boolean) => void;
  children: ReactNode;
}) {
  const editing = Boolean(editor);
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
      {editor || children}
    </div>
  );
}

function Content({
  row,
  column,
  columns,
  words: { t, tRepair },
  acts,
}: {
  row: RowView;
  column: TableColumn;
  columns: readonly TableColumn[];
  words: Words;
  acts: RowActs;
}) {
  const value = valueOf(row, column);
  const before = beforeOf(row, column);
  const title = before === null ? value : tRepair("cell.was", { before: before === "" ? t("nothing") : before });
  const corrected = before === null ? "" : styles.corrected;
  switch (column.kind) {
    case "row":
      return row.added ? t("row.added") : row.row;
    case "texted":
      return <WillBeTexted row={row} onTakeOffered={() => acts.takeOffered(row)} />;
    case "happened":
      return (
        <WhatHappened
          row={row}
          columns={columns}
          onLeaveOut={() => acts.leaveOut(row)}
          onTakeOffered={() => acts.takeOffered(row)}
        />
      );
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
          className={[
            corrected,
            value === "" ? styles.nothing : column.phone ? styles.phone : "",
            longWord.test(value) ? "" : styles.unbroken,
          ].join(" ")}
          title={title}
          dir="auto"
        >
          {value === "" ? t("nothing") : value}
        </span>
      );
  }
  return assertNever(column);
}
