import { fieldNameOf } from "../message/field-names.ts";
import { headingKind, isJustPhone } from "./headings.ts";
import type { ColumnRole } from "./reading.ts";
import { isPhoneOfPerson, isPhoneOfStaff } from "./staff-headings.ts";

/**
 * What is known of a column before its role is: its letter, its heading and what its first cells look like, all 0 where
 * they were not looked at because its heading, or another column, says enough.
 */
export type ColumnEvidence = {
  letter: string;
  heading: string;
  /** Cells looked at that are not empty. */
  filled: number;
  /** How many of them read as a phone number; not asked where the heading says that they are none. */
  phones: number;
  /** How many of them hold a number between words, which is offered. */
  wordsBeside: number;
  /** How many of them hold as many digits as a phone number would, or once did (3,80501E+11). */
  manyDigits: number;
  /** Whether its numbers follow each other from row to row, as those of orders and cards do. */
  isCounter: boolean;
};

/** So many phones of one person are tried: exports of a telephone have up to ten, of which most are empty. */
const mostPhoneColumns = 12;
const longestName = 200;
/** Where the heading says phone, one cell in ten must look like one; where it says nothing, three in five must be one. */
const shareWithHeading = 0.1;
const shareWithout = 0.6;

const weights = { mobile: 4, phone: 2, content: 1, none: 0 } as const;

function phoneWeight({ heading, filled, phones, manyDigits }: ColumnEvidence): number {
  const kind = headingKind(heading);
  if (kind === "not-phone") return weights.none;
  if (kind !== null) {
    const plausible = filled === 0 || Math.max(phones, manyDigits) >= filled * shareWithHeading;
    return plausible ? weights[kind] + (isJustPhone(heading) ? 1 : 0) : weights.none;
  }
  return filled > 0 && phones >= filled * shareWithout ? weights.content : weights.none;
}

/** Whether a column is called phone and is one: then what is in columns that are not called so says nothing more. */
export function isNamedPhone(column: ColumnEvidence): boolean {
  return phoneWeight(column) > weights.content && column.filled > 0;
}

/** So many cells, at least, with a number between words make a column of phones where there is no other. */
const fewestWithWords = 3;

/** Whether numbers are in a column's cells, mostly with the names of their people. */
function hasWordsBeside({ heading, filled, phones, wordsBeside }: ColumnEvidence): boolean {
  const found = phones + wordsBeside;
  return headingKind(heading) !== "not-phone" && found >= fewestWithWords && found >= filled * shareWithout;
}

/** Columns with the phones of whoever works for the people of the rows, where those have a phone column of their own. */
function phonesOfStaff(columns: readonly ColumnEvidence[]): Set<ColumnEvidence> {
  const staff = columns.filter(({ heading }) => isPhoneOfStaff(heading));
  const isTheirs = (column: ColumnEvidence): boolean =>
    isNamedPhone(column) && (isJustPhone(column.heading) || isPhoneOfPerson(column.heading)) && !staff.includes(column);
  return new Set(staff.length > 0 && columns.some(isTheirs) ? staff : []);
}

/**
 * The columns that hold phone numbers, in the order they are tried: those named mobile, those named phone, of each first
 * those whose heading does not say that they are somebody else's, then those without a heading right beside them, as one
 * over merged cells leaves them; and only where no heading says so, those whose content does, numbers that count
 * something last of all, or the first one with numbers between words. Of whoever has no number the manager's is none.
 */
function phoneColumns(columns: readonly ColumnEvidence[]): number[] {
  const staff = phonesOfStaff(columns);
  const weighed = columns.map((column, index) => {
    const weight = staff.has(column) ? weights.none : phoneWeight(column);
    return { index, weight, filled: column.filled };
  });
  const named = weighed.filter(({ weight, filled }) => weight > weights.content && filled > 0);
  const alike = weighed.filter(({ weight }) => weight === weights.content);
  const uneven = alike.filter(({ index }) => columns[index]?.isCounter === false);
  const byContent = uneven.length > 0 ? uneven : alike;
  const emptyNamed = weighed.filter(({ weight }) => weight > weights.content);
  let isBeside = false;
  const beside = weighed.filter(({ index, weight, filled }) => {
    const isNamed = weight > weights.content && filled > 0;
    isBeside = isNamed || (isBeside && weight === weights.content && columns[index]?.heading === "");
    return isBeside && !isNamed;
  });
  const withWords = weighed.filter(({ index }) => hasWordsBeside(columns[index]!)).slice(0, 1);
  const found = [[...named, ...beside], byContent, withWords, emptyNamed].find((columns) => columns.length > 0) ?? [];
  return found
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, mostPhoneColumns)
    .map(({ index }) => index);
}

/** Names for fields: the heading as a template can write it, the letter where there is none, each name once. */
export function uniqueFieldNames(columns: readonly { letter: string; heading: string }[]): string[] {
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  return columns.map(({ letter, heading }) => {
    const base =
      fieldNameOf(heading)
        .slice(0, longestName - 8)
        .trim() || letter;
    let copy = copies.get(base.toLowerCase()) ?? 1;
    let name = copy === 1 ? base : `${base} ${copy}`;
    while (taken.has(name.toLowerCase())) name = `${base} ${++copy}`;
    copies.set(base.toLowerCase(), copy + 1);
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Guesses what each column is for: phones in their order, fields named by their headings, nothing for an empty one. */
export function guessColumns(columns: readonly ColumnEvidence[]): ColumnRole[] {
  const phones = phoneColumns(columns);
  const names = uniqueFieldNames(columns);
  return columns.map(({ letter, heading, filled }, index) => {
    const order = phones.indexOf(index);
    if (order >= 0) return { kind: "phone", order };
    if (filled === 0 && heading === "") return { kind: "unused" };
    return { kind: "field", name: names[index] ?? letter };
  });
}
