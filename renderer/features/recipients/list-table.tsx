import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListView } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { RowFilter, RowView } from "../../list-worker/protocol.ts";
import styles from "./list-table.module.css";
import { ListRow, type RowActs } from "./list-row.tsx";
import { isEditable, keyOf, tableColumns, valueOf } from "./table-columns.ts";
import { columnWidths } from "./column-widths.ts";
import { useDrawnColumns } from "./drawn-columns.ts";
import { useFittedColumns } from "./fitted-columns.ts";
import { useFixedRows } from "../../ui/fixed-rows.ts";
import { moveInGrid, type GridPlace } from "../../ui/grid-keys.ts";
import { useRows } from "./use-rows.ts";
import { canTakeOffered } from "./what-happened.tsx";

/** Beyond this many rows they are lower, or the table would be taller than a browser can lay out. */
const manyRows = 900_000;
/** Pixels of the headings, as the style sheet has them. */
const headHeight = 33;
/** After so many rows the layer that holds those in view is moved: see the style sheet. */
const rowsOfLayer = 1000;
/** As long as most numbers that are offered. */
const usualNumber = "380000000000";

/**
 * The rows of one filter. Arrow keys move, Enter or F2 corrects a cell, Delete leaves a row out or brings it back,
 * Ctrl Enter takes the number that its cell offers.
 */
export function ListTable({
  list,
  filter,
  search,
  additions = 0,
}: {
  list: ListView;
  filter: RowFilter;
  search: string;
  /** Grows with every row typed by hand, which is the last one then and is gone to. */
  additions?: number;
}) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const { list: worker, recipients } = useDraftStore();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => tableColumns(list.understood), [list.understood]);
  const headings = columns.map((column) => (column.kind === "cell" ? column.heading : t(`table.${column.kind}`)));
  const [active, setActive] = useState<GridPlace>({ index: 0, column: 1 });
  /** The file's number of the row in which a cell is corrected. */
  const [editing, setEditing] = useState<number | null>(null);

  const [total, setTotal] = useState(list.state.sum.rows);
  const height = total > manyRows ? 31 : 34;
  const { indexes, scrollTo } = useFixedRows(scroller, { count: total, height, margin: headHeight, head: headHeight });
  const first = indexes[0] ?? 0;
  // The layer moves seldom, so that a row keeps its place within it and is not drawn anew for it.
  const layer = Math.floor(first / rowsOfLayer) * rowsOfLayer;
  const shown = useRows(worker, {
    filter,
    search,
    revision: list.revision,
    first,
    last: indexes.at(-1) ?? 0,
  });
  if (shown !== null && shown.total !== total) setTotal(shown.total);
  // Rows that are mended leave the table, and others come into their places: who is being corrected stays the same.
  const edited = editing === null || shown === null ? null : placeOf(shown.rows, editing);
  if (editing !== null && edited === null && shown !== null) setEditing(null);
  if (edited !== null && edited !== active.index) setActive({ ...active, index: edited });
  const added = list.state.added > 0 ? t("row.added") : "";
  const roomy = useMediaQuery("(min-width: 1150px)", true);
  const offer = tRepair("offered.plus", { number: usualNumber });
  const tracks = columnWidths(columns, headings, list.understood, added, offer, roomy);
  const { widths, onDrawn } = useFittedColumns(scroller, columns, tracks);
  const { drawn, show } = useDrawnColumns(() => scroller.current, widths, active.column);

  // What is said below the table makes it lower: the cell that was mended stays in view.
  const alike = useDraft((state) => state.alike);
  useEffect(() => {
    if (alike !== null) scrollTo(active.index);
    // oxlint-disable-next-line react/exhaustive-deps -- only when something is said, not when the active cell moves
  }, [alike]);
  const last = list.state.sum.rows - 1;
  const [gone, setGone] = useState(additions);
  useEffect(() => {
    if (gone === additions || shown?.total !== last + 1) return;
    if (!indexes.includes(last) || !shown.rows.has(last)) return scrollTo(last);
    setGone(additions);
    setActive({ index: last, column: 1 });
    // Who comes next may be typed already.
    if (document.activeElement?.closest("[role=dialog]")) return;
    scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${last + 2}"] [aria-colindex="2"]`)?.focus();
  }, [gone, additions, last, shown, indexes, scrollTo]);
  const activeSeen = indexes.includes(active.index) && shown?.rows.has(active.index) === true;

  const focusPlace = (place: GridPlace) => {
    const next = { index: Math.min(place.index, Math.max(total - 1, 0)), column: place.column };
    setActive(next);
    setEditing(null);
    scrollTo(next.index);
    show(next.column);
  };
  const acts: RowActs = useMemo(
    () => ({
      activate: (row, index, column, edit) => {
        setActive({ index, column });
        setEditing(edit && isEditable(columns[column]) ? row.row : null);
      },
      correct: (row, column, value) => {
        const at = column.kind === "cell" ? column.column : row.phoneColumn;
        const before = valueOf(row, column);
        if (value.trim() !== before) void recipients.correct({ row: row.row, column: at, before, value: value.trim() });
      },
      leaveOut: (row) => void recipients.edit({ kind: "leave-out", rows: [row.row], out: !row.leftOutByHand }),
      takeOffered: (row) => {
        if (!canTakeOffered(row)) return;
        void recipients.takeOffered({ row: row.row, before: row.phone, value: `+${row.offered}` });
      },
    }),
    [columns, recipients],
  );

  const press = (event: React.KeyboardEvent) => {
    const row = shown?.rows.get(active.index);
    const column = columns[active.column];
    if (editing !== null || row === undefined || column === undefined) return;
    const changes = event.key === "Delete" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    // A key that is held would act on whoever comes into the place, or take back what it did.
    if (changes && event.repeat) return event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) acts.takeOffered(row);
    else if ((event.key === "Enter" || event.key === "F2") && isEditable(column)) setEditing(row.row);
    else if (event.key === "Delete") acts.leaveOut(row);
    else {
      const page = Math.floor((scroller.current?.clientHeight ?? 340) / height) - 2;
      const next = moveInGrid(event, active, { rows: total, columns: columns.length, page });
      if (next === null) return;
      focusPlace(next);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={t("table.label")}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-keyshortcuts="Enter F2 Delete Control+Enter"
      style={
        {
          "--columns": widths,
          "--row-height": `${height}px`,
        } as React.CSSProperties
      }
      onKeyDown={press}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        {drawn.map((index) => {
          const column = columns[index];
          return (
            column && (
              <div
                key={keyOf(column)}
                role="columnheader"
                aria-colindex={index + 1}
                className={column.kind === "row" ? styles.number : ""}
                style={{ gridColumn: index + 1 }}
                title={headings[index]}
              >
                <span>{headings[index]}</span>
              </div>
            )
          );
        })}
      </div>
      <div className={styles.body} role="rowgroup" style={{ height: total * height }}>
        <div className={styles.view} role="none" style={{ top: layer * height }}>
          {indexes.map((index) => {
            const row = shown?.rows.get(index);
            if (row === undefined) return null;
            return (
              <ListRow
                key={row.row}
                row={row}
                index={index}
                top={(index - layer) * height}
                columns={columns}
                drawn={drawn}
                active={index === active.index ? active.column : null}
                entry={!activeSeen && index === first}
                acts={acts}
                onDrawn={onDrawn}
                onEndEdit={editing === row.row ? endEdit : undefined}
              />
            );
          })}
        </div>
      </div>
      {total === 0 && <p className={styles.none}>{t(search === "" ? "table.none" : "table.noneFound")}</p>}
    </div>
  );

  function endEdit(step: 1 | -1 | 0): void {
    setEditing(null);
    if (step !== 0) moveToEditable(step);
  }

  /** Tab in a corrected cell goes on to the next cell that can be corrected. */
  function moveToEditable(step: 1 | -1): void {
    let { index, column } = active;
    do {
      column += step;
      if (column < 0 || column >= columns.length) {
        index += step;
        column = step > 0 ? 0 : columns.length - 1;
      }
      if (index < 0 || index >= total) return;
    } while (!isEditable(columns[column]));
    scrollTo(index);
    show(column);
    setActive({ index, column });
    setEditing(shown?.rows.get(index)?.row ?? null);
  }
}

/** At which place a row is, by the file's number of it; null where it is not. */
function placeOf(rows: ReadonlyMap<number, RowView>, number: number): number | null {
  for (const [index, { row }] of rows) if (row === number) return index;
  return null;
}
