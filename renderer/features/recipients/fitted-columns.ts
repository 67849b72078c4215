import { type RefObject, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { keyOf, type TableColumn } from "./table-columns.ts";

/** Lines that a row has room for, as the style sheet has them, and pixels of a line that stay empty before a long word. */
const [linesOfRow, ragged] = [2, 30];
/** Columns do not grow beyond so many pixels: what needs more is read whole in its cell when that has the focus. */
const widest: Record<TableColumn["kind"], number> = { row: 120, phone: 200, texted: 260, happened: 560, cell: 220 };
/** A step in which a column grows at least, in pixels, so that few are needed. */
const step = 12;

type Grown = { columns: readonly TableColumn[]; widths: ReadonlyMap<string, number> };

/**
 * The columns of a grid whose cells have two lines, wide enough for all that was drawn of them: what does not fit into
 * its cell makes the column wider, unless no bearable width would do, and none becomes narrower while the table is the
 * same. So rows keep one height, however many there are. `tracks` are those of a CSS grid; cells mark what has to fit with
 * `data-fits`, and what never will gets `data-long`. A row says with `onDrawn` that it was drawn anew: it alone is looked
 * at, unless the widths are others.
 */
export function useFittedColumns(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly TableColumn[],
  tracks: string,
): { widths: string; onDrawn: (row: HTMLElement) => void } {
  const [grown, setGrown] = useState<Grown>({ columns, widths: new Map() });
  const known = grown.columns === columns ? grown.widths : new Map<string, number>();
  /** Rows that were not looked at since they were drawn. */
  const fresh = useRef(new Set<Element>());
  const widths = widened(
    tracks,
    columns.map((column) => known.get(keyOf(column)) ?? 0),
  );

  /** The widths in which all that is drawn was looked at. */
  const fitted = useRef("");

  const fit = useEffectEvent((rows: Iterable<Element>) => {
    const { needed, put } = neededWidths(rows, columns);
    fresh.current = put;
    fitted.current = widths;
    const more = [...needed].filter(([key, width]) => width > (known.get(key) ?? 0));
    if (more.length > 0) setGrown({ columns, widths: new Map([...known, ...more]) });
  });
  const fitAll = useEffectEvent(() => fit(scroller.current?.querySelectorAll("[role=row]") ?? []));
  // Whatever is drawn is looked at, before it is seen.
  // oxlint-disable-next-line react/set-state-in-effect -- what words need is known once they are drawn; columns only grow, up to a bound
  useLayoutEffect(() => (fitted.current === widths ? fit(fresh.current) : fitAll()));
  useEffect(() => {
    if (scroller.current === null) return undefined;
    const resized = new ResizeObserver(() => fitAll());
    resized.observe(scroller.current);
    return () => resized.disconnect();
  }, [scroller]);
  const onDrawn = useCallback((row: HTMLElement) => void fresh.current.add(row), []);
  return { widths, onDrawn };
}

/**
 * How wide the columns would have to be in which something of these rows does not fit, in pixels, and the rows that have
 * to be looked at again.
 */
function neededWidths(
  rows: Iterable<Element>,
  columns: readonly TableColumn[],
): { needed: Map<string, number>; put: Set<Element> } {
  const needed = new Map<string, number>();
  const put = new Set<Element>();
  for (const row of rows) {
    for (const words of row.querySelectorAll<HTMLElement>("[data-fits]")) {
      const [high, wide] = [words.scrollHeight - words.clientHeight, words.scrollWidth - words.clientWidth];
      const cell = words.closest<HTMLElement>("[role=gridcell]");
      const column = columns[Number(cell?.getAttribute("aria-colindex")) - 1];
      if (cell === null || column === undefined) continue;
      if (isOnlyNowSo(cell, column)) {
        put.add(row);
        continue;
      }
      const fits = high <= 1 && wide <= 1;
      const more = fits ? 0 : Math.max(wide, step, lengthOf(words) / linesOfRow + ragged - words.clientWidth);
      const width = Math.ceil(cell.offsetWidth + more);
      words.toggleAttribute("data-long", !fits && width > widest[column.kind]);
      if (!fits && width <= widest[column.kind])
        needed.set(keyOf(column), Math.max(width, needed.get(keyOf(column)) ?? 0));
    }
  }
  return { needed, put };
}

/** One that is read whole just now fits, and only now; so do words that have given way to what can be done with the row. */
function isOnlyNowSo(cell: HTMLElement, { kind }: TableColumn): boolean {
  return (
    cell.matches(":focus:has([data-long])") ||
    (kind === "happened" && cell.closest("[role=row]")?.matches(":hover, :focus-within") === true)
  );
}

/** How long words are in one line, in pixels. */
function lengthOf(words: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(words);
  return [...range.getClientRects()].reduce((sum, { width }) => sum + width, 0);
}

/** The tracks with these least widths in pixels, where theirs are less. */
export function widened(tracks: string, least: readonly number[]): string {
  return (tracks.match(/minmax\([^)]*\)|\S+/g) ?? [])
    .map((track, at) => {
      const own = Number.parseFloat(track.replace("minmax(", ""));
      return track.replace(/[\d.]+px/, `${Math.max(own, least[at] ?? 0)}px`);
    })
    .join(" ");
}
