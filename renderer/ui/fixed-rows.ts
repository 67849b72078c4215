import { type RefObject, useLayoutEffect, useState } from "react";

/** Rows drawn on either side of those in view. */
const beyond = 8;

/** What of a table of rows of one height is to be drawn. */
export type FixedRows = {
  /** The places of the rows to be drawn, in order. */
  indexes: readonly number[];
  /** Scrolls no further than is needed to have a row in view. */
  scrollTo: (index: number) => void;
};

/**
 * Which of `count` rows of `height` pixels are in view, or near it, in an element that scrolls. `margin`: pixels of the
 * element above the first row, `head`: those of them that stay in view. Reckoned from the place scrolled to, whatever the
 * count: a million rows cost what ten do.
 */
export function useFixedRows(
  scroller: RefObject<HTMLElement | null>,
  { count, height, margin, head }: { count: number; height: number; margin: number; head: number },
): FixedRows {
  const [view, setView] = useState({ first: 0, rows: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => {
      const first = Math.max(0, Math.floor((element.scrollTop - margin) / height));
      const rows = Math.ceil(element.clientHeight / height) + 1;
      setView((now) => (now.first === first && now.rows === rows ? now : { first, rows }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [scroller, height, margin]);

  const scrollTo = (index: number) => {
    const element = scroller.current;
    if (element === null) return;
    const top = margin + index * height;
    const highest = top - head;
    const lowest = top + height - element.clientHeight;
    if (element.scrollTop > highest) element.scrollTo({ top: highest });
    else if (element.scrollTop < lowest) element.scrollTo({ top: lowest });
  };

  return { indexes: rowsToDraw(view, count), scrollTo };
}

/** The places of the rows that are drawn of `count`, where so many rows from the `first` on have room in view. */
export function rowsToDraw(view: { first: number; rows: number }, count: number): number[] {
  if (view.rows === 0) return [];
  // Of a table that has become shorter the last rows come into view.
  const from = Math.max(0, Math.min(view.first, count - view.rows) - beyond);
  const to = Math.min(count, from + view.rows + 2 * beyond);
  return Array.from({ length: to - from }, (_, index) => from + index);
}
