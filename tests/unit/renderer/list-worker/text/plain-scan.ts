type Cell = { start: number; end: number; doubled: boolean };

const [quote, lineFeed, carriageReturn, space] = [34, 10, 13, 32];
/** A quoted cell may span so many bytes. */
const longestCell = 32_767 * 4;

/** What the scanner must find, byte by byte and without any trick: rows of cells, for texts with few stray quotes. */
export function plainScan(bytes: Uint8Array, delimiter: number): Cell[][] {
  const isBreak = (at: number): boolean => bytes[at] === lineFeed || bytes[at] === carriageReturn;
  const endsCell = (at: number): boolean => at >= bytes.length || bytes[at] === delimiter || isBreak(at);
  const behindBlanks = (from: number): number => {
    let at = from;
    while (bytes[at] === space) at++;
    return at;
  };

  const quoted = (opening: number): { cell: Cell; next: number } | null => {
    const cell = { start: opening + 1, end: 0, doubled: false };
    let [inner, broken] = [0, false];
    for (let at = opening + 1; at < Math.min(bytes.length, opening + longestCell); at++) {
      broken ||= isBreak(at);
      if (bytes[at] !== quote) continue;
      const behind = behindBlanks(at + 1);
      if (bytes[at + 1] === quote) {
        if (inner % 2 === 1 && endsCell(at + 2)) return { cell: { ...cell, end: at + 1 }, next: at + 2 };
        cell.doubled = true;
        at++;
      } else if (endsCell(behind)) {
        return { cell: { ...cell, end: at }, next: behind };
      } else if (broken && (bytes[at - 1] === delimiter || isBreak(at - 1))) {
        return null;
      } else {
        inner++;
      }
    }
    return null;
  };

  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (let at = 0; at < bytes.length;) {
    const opening = behindBlanks(at);
    const found = bytes[opening] === quote ? quoted(opening) : null;
    let end = at;
    while (!endsCell(end)) end++;
    row.push(found?.cell ?? { start: at, end, doubled: false });
    at = found?.next ?? end;
    if (bytes[at] === delimiter) {
      at++;
      if (at < bytes.length) continue;
      row.push({ start: at, end: at, doubled: false });
    } else {
      at += bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}
