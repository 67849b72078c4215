import { sameMeaning } from "./field-concepts.ts";

const spaceOrMarkup = /[\s{}|\u200b-\u200f\u2060\ufeff]+/g;

/**
 * A column heading as it is written in a template: NFC, one space for every run of white space or of the signs
 * `{ } |` that a template uses itself. "" when nothing is left.
 */
export function fieldNameOf(heading: string): string {
  return heading.normalize("NFC").replace(spaceOrMarkup, " ").trim();
}

/** What two spellings of one name share; the same in every locale. */
function keyOf(name: string): string {
  return fieldNameOf(name).toLowerCase();
}

/** Finds names as people type them: exactly first, then whatever their case. */
export type FieldNames = { indexOf(name: string): number; closest(name: string): string | null };

/** Prepares the names of columns or of Contact Book fields for looking up. Where two are alike, the first one counts. */
export function fieldNames(names: readonly string[]): FieldNames {
  const exact = new Map<string, number>();
  const anyCase = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const written = fieldNameOf(name);
    if (written === "") continue;
    if (!exact.has(written)) exact.set(written, index);
    const key = written.toLowerCase();
    if (!anyCase.has(key)) anyCase.set(key, index);
  }
  return {
    indexOf: (name) => exact.get(fieldNameOf(name)) ?? anyCase.get(keyOf(name)) ?? -1,
    closest: (name) => closestOf(keyOf(name), [...exact.keys()]) ?? sameMeaning(name, [...exact.keys()]),
  };
}

/** The name that was most likely meant: at most a third of its letters differ, or one begins with the other. */
function closestOf(wanted: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const name of names) {
    const key = keyOf(name);
    const distance = beginsAlike(wanted, key) ? 0.5 : editDistance(wanted, key);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, key.length) / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function beginsAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
