import type { ColumnView } from "../../list-worker/protocol.ts";

/** Pixels that a letter takes: in a heading, in a cell, in a phone number, on the button with the role. */
const letter = { heading: 7.4, text: 7.1, phone: 7.7, role: 6.9 };
/** Pixels around the words of a cell, and around those of the button within its cell. */
const around = { cell: 20, role: 58 };
const least = 84;
const most = 240;

/**
 * How many pixels wide each column is: as its heading, its samples and the roles that it may have (`roles` gives their
 * words) need, within bounds. A column keeps its width when its role is changed.
 */
export function checkWidths(
  columns: readonly ColumnView[],
  roles: (at: number) => readonly string[],
): readonly number[] {
  return columns.map((column, at) => {
    const each = column.role.kind === "phone" ? letter.phone : letter.text;
    const needed = Math.max(
      around.cell + column.heading.length * letter.heading,
      around.cell + longest(column.samples) * each,
      around.role + longest(roles(at)) * letter.role,
    );
    return Math.round(Math.min(most, Math.max(least, needed)));
  });
}

function longest(words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => word.length));
}
