import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { useEffect, useMemo } from "react";

/** Up to this many columns all are drawn, and share what is free of the width. */
const fewColumns = 60;
/** Columns drawn on either side of those in view. */
const beyond = 6;
const none: readonly VirtualItem[] = [];

/**
 * Which columns of a wide table are drawn: those in view, and the active one, or the focus would be lost with it.
 * `widths` are the tracks of a CSS grid, whose least widths are lengths; a wide table has nothing to share, so that these
 * are its widths.
 */
export function useDrawnColumns(
  scroller: () => HTMLElement | null,
  widths: string,
  active: number,
): { drawn: readonly number[]; show: (column: number) => void } {
  const least = useMemo(
    () => (widths.match(/minmax\([^)]*\)|\S+/g) ?? []).map((track) => Number.parseFloat(track.replace("minmax(", ""))),
    [widths],
  );
  const isWide = least.length > fewColumns;
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled or memoized here, so its functions are always asked anew
  const virtual = useVirtualizer({
    horizontal: true,
    count: isWide ? least.length : 0,
    getScrollElement: scroller,
    estimateSize: (column) => least[column] ?? 0,
    overscan: beyond,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(active, range.count - 1)])].sort((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [virtual, least]);
  const all = useMemo(() => least.map((_, column) => column), [least]);
  const inView = isWide ? virtual.getVirtualItems() : none;
  // The same array as long as the same columns are in view: rows are drawn anew with another one.
  const drawn = useMemo(() => (isWide ? inView.map(({ index }) => index) : all), [isWide, inView, all]);
  return {
    drawn,
    show: (column) => {
      if (isWide) virtual.scrollToIndex(column);
    },
  };
}
