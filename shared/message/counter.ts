import type { Encoding } from "./encoding.ts";
import { hasAddress, written, type LatinStandard } from "./latin.ts";
import {
  escapesIn,
  hasPairs,
  isForeign,
  lengthIn,
  measureOf,
  unmeasured,
  type Measure,
  type Person,
} from "./measure.ts";
import { countParts, maxParts, unitLimits } from "./parts.ts";
import { renderMessage, type CompiledTemplate } from "./template.ts";

/** What one person's message costs. */
export type Counted = {
  encoding: Encoding;
  /** Septets of GSM 7-bit, or 16-bit units of UCS-2. */
  units: number;
  parts: number;
  /** More than the service takes. */
  overLimit: boolean;
  /** No text at all; the rest says nothing then. */
  blank: boolean;
};

/** A column of the text: how often it stands there, and what stands there for an empty cell. */
type Use = { column: number; times: number; empty: Measure; emptyIsBlank: boolean };

/**
 * Counts messages from the measures of their values: the same answer as rendering each and counting its parts, without
 * rendering. It is rendered only where a border between parts may fall into an escape sequence or a surrogate pair, and
 * where Latin letters depend on how a value and the words around it meet.
 */
export function createCounter(
  compiled: CompiledTemplate,
  latin: LatinStandard | null = null,
): (person: Person) => Counted {
  const rendered = (person: Person): Counted => {
    const text = written(
      renderMessage(compiled, (column) => person.cell(column)),
      latin,
    );
    const { encoding, units, parts, overLimit } = countParts(text);
    return { encoding, units, parts, overLimit, blank: text.trim() === "" };
  };
  if (latin !== null && !standsApart(compiled)) return rendered;

  const words = compiled.segments.filter((segment) => typeof segment === "string");
  const own = words.map((text) => written(text, latin)).join("");
  const ownMeasure = measureOf(own);
  const ownBlank = own.trim() === "";
  const uses = usesOf(compiled, latin);

  return (person) => {
    let length = lengthIn(ownMeasure);
    let foreign = isForeign(ownMeasure);
    let pairs = hasPairs(ownMeasure);
    let escapes = foreign ? 0 : escapesIn(ownMeasure);
    let blank = ownBlank;
    for (const { column, times, empty, emptyIsBlank } of uses) {
      const value = person.measure(column);
      if (value === unmeasured) return rendered(person);
      const isEmpty = value === 0;
      const measure = isEmpty ? empty : value;
      const repeats = isEmpty ? 1 : times;
      blank &&= isEmpty && emptyIsBlank;
      length += lengthIn(measure) * repeats;
      if (isForeign(measure)) {
        foreign = true;
        pairs ||= hasPairs(measure);
      } else escapes += escapesIn(measure) * repeats;
    }
    const units = foreign ? length : length + escapes;
    const parts = foreign ? partsOf(units, unitLimits.ucs2, pairs) : partsOf(units, unitLimits.gsm7, escapes > 0);
    if (parts < 0) return rendered(person);
    return { encoding: foreign ? "ucs2" : "gsm7", units, parts, overLimit: parts > maxParts, blank };
  };
}

function usesOf(compiled: CompiledTemplate, latin: LatinStandard | null): Use[] {
  return compiled.fields.map((column) => {
    const fallbacks = compiled.segments.flatMap((segment) =>
      typeof segment !== "string" && segment.column === column ? [written(segment.fallback ?? "", latin)] : [],
    );
    const empty = fallbacks.join("");
    return { column, times: fallbacks.length, empty: measureOf(empty), emptyIsBlank: empty.trim() === "" };
  });
}

/**
 * Parts of so many units, -1 where it depends on the text. Where something of two units may stand at a border, each part
 * but the last holds at least one unit less than fit.
 */
function partsOf(units: number, { single, multi }: { single: number; multi: number }, twos: boolean): number {
  if (units <= single) return Math.min(units, 1);
  const least = Math.ceil(units / multi);
  return !twos || least === Math.ceil(units / (multi - 1)) ? least : -1;
}

/** What may stand before a value and after it without becoming part of its words; a link goes on to the next white space. */
const before = /(?:^|[\s,!?;("«„“])$/;
const after = /^[,!?;)"»“”….]*\s/;
const afterLast = /^[,!?;)"»“”….]*(?:$|\s)/;

/**
 * Whether Latin letters can be written value by value: no word, accent or link goes on from the text into a value or
 * back. A link in the text ends at white space only.
 */
function standsApart({ segments }: CompiledTemplate): boolean {
  const links = segments.some((segment) =>
    hasAddress(typeof segment === "string" ? segment : (segment.fallback ?? "")),
  );
  return segments.every((segment, index) => {
    if (typeof segment === "string") return true;
    const [previous, next] = [segments[index - 1] ?? "", segments[index + 1] ?? ""];
    if (typeof previous !== "string" || typeof next !== "string") return false;
    if (links) return /(?:^|\s)$/.test(previous) && /^(?:$|\s)/.test(next) && !hasAddress(segment.fallback ?? "");
    const isLast = segments.slice(index + 1).every((later) => typeof later === "string");
    return before.test(previous) && (isLast ? afterLast : after).test(next);
  });
}
