import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useFixedRows } from "./fixed-rows.ts";
import type { Pages } from "./use-pages.ts";
import table from "./table.module.css";
import styles from "./paged-table.module.css";

/** A column: its heading, its width (a CSS length or share) and how a row shows in it. */
export type Column<T> = {
  id: string;
  heading: string;
  width: string;
  right?: boolean;
  /** The heading is only for screen readers: the cells say what they are. */
  quiet?: boolean;
  cell: (row: T) => ReactNode;
};

/**
 * A table of up to a million rows in the scrolling page around it: only rows in view are in the document, and their
 * pages are fetched as they come into view. Rows have one height, in pixels.
 */
export function PagedTable<T, Extra>({
  label,
  columns,
  pages,
  rowHeight = 34,
  onOpen,
}: {
  label: string;
  columns: Column<T>[];
  pages: Pages<T, Extra>;
  rowHeight?: number;
  /** What a click on a row does; the same must be a button inside the row, for the keyboard. */
  onOpen?: (row: T) => void;
}) {
  const card = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const total = pages.total ?? 0;
  const scroller = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    scroller.current = card.current?.closest<HTMLElement>("[data-scroll]") ?? null;
  }, []);
  const { indexes } = useFixedRows(scroller, { count: total, height: rowHeight, margin, head: 0 });
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what stands above the table may change with any render; a moved table is measured once
  useLayoutEffect(() => {
    const scroll = scroller.current;
    if (scroll === null || body.current === null) return;
    const above = body.current.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop;
    if (Math.abs(above - margin) > 1) setMargin(above);
  });

  const first = indexes[0] ?? 0;
  const last = indexes.at(-1) ?? 0;
  const { show } = pages;
  useEffect(() => show(first, last), [show, first, last]);
  const before = first * rowHeight;
  const after = indexes.length === 0 ? 0 : (total - last - 1) * rowHeight;

  return (
    <div className={styles.card} ref={card}>
      <table className={[table.table, styles.table].join(" ")} aria-label={label} aria-rowcount={total + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead className={styles.head}>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.right === true ? table.right : undefined}>
                {column.quiet === true ? <span className="unseen">{column.heading}</span> : column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {before > 0 && <Spacer height={before} span={columns.length} />}
          {indexes.map((index) => {
            const row = pages.row(index);
            return (
              <tr
                key={index}
                aria-rowindex={index + 2}
                style={{ height: rowHeight }}
                className={onOpen === undefined ? undefined : styles.openable}
                onClick={onOpen === undefined || row === undefined ? undefined : () => onOpen(row)}
              >
                {columns.map((column) => (
                  <td key={column.id} className={column.right === true ? table.right : undefined}>
                    {row === undefined ? <span className={styles.missing} /> : column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} span={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows above or below those in view. */
function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td className={styles.spacer} colSpan={span} />
    </tr>
  );
}
