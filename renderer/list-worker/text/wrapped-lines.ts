import { isKnownHeading } from "../../../shared/recipients/headings.ts";
import { type Delimiter, delimiters } from "./delimiter.ts";

const [quote, lineFeed, carriageReturn] = [34, 10, 13];
const linesLookedAt = 20;

/** Where a line ends: before its line break, or at the end of the text. */
function lineEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
  return end;
}

/** Whether a line is one quoted cell from end to end: every quote within is doubled. */
function isWrapped(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 2 || bytes[start] !== quote || bytes[end - 1] !== quote) return false;
  for (let i = start + 1; i < end - 1; i++) {
    if (bytes[i] !== quote) continue;
    if (i + 1 >= end - 1 || bytes[i + 1] !== quote) return false;
    i++;
  }
  return true;
}

/** Whether the first line within its quotes is a heading: two or more cells, one at least with a known name. */
function wrapsHeading(bytes: Uint8Array): Delimiter | undefined {
  const line = new TextDecoder().decode(bytes.subarray(1, lineEnd(bytes, 0) - 1));
  return delimiters.find((delimiter) => {
    const cells = line.split(delimiter);
    return cells.length > 1 && cells.some((cell) => isKnownHeading(cell.trim()));
  });
}

/**
 * Some programs quote every line as a whole: `"Name,Phone"`, `"Anna,""Street 1, 2"""`. Gives the text without those
 * quotes; the text itself where its lines are not wrapped so.
 */
export function unwrapped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== quote || !isWrapped(bytes, 0, lineEnd(bytes, 0)) || wrapsHeading(bytes) === undefined) return bytes;
  let at = 0;
  for (let line = 0; line < linesLookedAt && at < bytes.length; line++) {
    const end = lineEnd(bytes, at);
    if (end > at && !isWrapped(bytes, at, end)) return bytes;
    at = end + 1;
  }
  return withoutWrapping(bytes);
}

function withoutWrapping(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let start = 0; start < bytes.length;) {
    const end = lineEnd(bytes, start);
    const wrapped = isWrapped(bytes, start, end);
    for (let i = wrapped ? start + 1 : start; i < (wrapped ? end - 1 : end); i++) {
      plain[length++] = bytes[i] ?? 0;
      if (wrapped && bytes[i] === quote) i++;
    }
    if (end < bytes.length) plain[length++] = bytes[end] ?? 0;
    start = end + 1;
  }
  return plain.subarray(0, length);
}
