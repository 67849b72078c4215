import type { Range } from "./drawn-text.tsx";
import { chipAround } from "./text-chips.ts";

/** One replacement that moves the words of a range to another place, so that one undo takes it back. */
export type Move = { start: number; end: number; words: string; moved: Range };

/** Moves words; a place within a chip means its nearer edge. Null where they would stay. */
export function moveWords(text: string, fields: readonly string[], { start, end }: Range, place: number): Move | null {
  const to = besideChip(text, fields, place);
  if (start === end || (to >= start && to <= end)) return null;
  const words = text.slice(start, end);
  return to < start
    ? { start: to, end, words: words + text.slice(to, start), moved: { start: to, end: to + words.length } }
    : { start, end: to, words: text.slice(end, to) + words, moved: { start: to - words.length, end: to } };
}

function besideChip(text: string, fields: readonly string[], place: number): number {
  const chip = chipAround(text, fields, place);
  if (chip === null) return place;
  return place - chip.start <= chip.end - place ? chip.start : chip.end;
}

/** The position in the text under a point of the screen, read from the layer that draws it; null beside it. */
export function placeAt(field: HTMLElement, x: number, y: number): number | null {
  // The field lies over the layer and would answer for itself.
  field.style.pointerEvents = "none";
  const found = document.caretPositionFromPoint(x, y);
  field.style.pointerEvents = "";
  const stretch = found?.offsetNode.parentElement?.closest<HTMLElement>("[data-from]");
  if (found === null || stretch === null || stretch === undefined) return null;
  return Number(stretch.dataset["from"]) + found.offset;
}
