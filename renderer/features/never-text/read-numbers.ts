import type { PhoneReader } from "../../../shared/recipients/phone-number.ts";

/** What was understood of pasted numbers: each once, in order, and the lines that are no numbers. */
export type ReadNumbers = { numbers: string[]; unread: string[] };

/** Reads one number a line, or several divided by commas, semicolons or tabs. */
export function readNumbers(text: string, read: PhoneReader): ReadNumbers {
  const numbers = new Set<string>();
  const unread: string[] = [];
  for (const piece of text.split(/[\n\r\t,;]+/)) {
    const cell = piece.trim();
    if (cell === "") continue;
    const { digits } = read(cell, "text");
    if (digits === null) unread.push(cell);
    else numbers.add(digits);
  }
  return { numbers: [...numbers], unread };
}
