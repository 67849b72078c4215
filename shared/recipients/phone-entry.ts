import { assertNever } from "../result.ts";
import { whatElse } from "./not-a-phone.ts";
import { callingCodeOf } from "./phone-country.ts";
import { planOf } from "./phone-plan.ts";
import { interpret, type Interpretation, type Reader, type WrittenNumber } from "./phone-reading.ts";
import { withoutExtension } from "./phone-text.ts";
import { reasonOf, type Reason } from "./reason.ts";

/** What became of one phone cell. */
export type PhoneReading = {
  /** Ready: the cell is the number as the service takes it. Repaired: it became one, and `reasons` say how. */
  verdict: "ready" | "repaired" | "to-decide" | "invalid" | "empty";
  /** 9–15 digits, international, no plus; null unless ready or repaired. */
  digits: string | null;
  /** What tells most comes first. */
  reasons: Reason[];
  /** An SMS may not arrive there, or cost more: the number is taken, and the screen says so. */
  warning: "landline" | "short" | "premium" | null;
  /** The id of the open question that decides it, for `describeQuestion`. */
  question: string | null;
  /** The other number of the cell, or what an invalid cell could be: offered, never taken. */
  offered: string | null;
};

/** A reading without a number. */
export const unread = { digits: null, reasons: [], warning: null, question: null, offered: null };

/** One entry of a cell: mostly one number, with luck two that only a slash, a comma or a space keeps apart. */
export function readEntry(entry: string, reader: Reader): Piece[] {
  const { text, extension } = withoutExtension(entry);
  const line = lineNumber(text, reader);
  if (line !== null) return [{ text, reading: digitsBeside(readWritten(text.slice(line.length), reader)) }];
  const pieces = /[/,]/.test(text) ? readSlashed(text, reader) : readSpaced(text, reader);
  if (extension === null) return pieces;
  return pieces.map(({ text, reading }) => {
    const reasons = [reasonOf("extension-left-off", { extension }), ...reading.reasons];
    return { text, reading: reading.digits === null ? reading : { ...reading, reasons } };
  });
}

/** What was read as one number, and what became of it. */
export type Piece = { text: string; reading: PhoneReading };

const unclear: PhoneReading = { ...unread, verdict: "invalid", reasons: [reasonOf("unclear-signs")] };

/** Digits stand beside a number: it is offered, where it is one, and never taken. */
function digitsBeside(alone: PhoneReading): PhoneReading {
  const offered = alone.warning === null ? alone.digits : null;
  return { ...unread, verdict: "invalid", reasons: [reasonOf("digits-beside")], offered };
}

/**
 * Digits of their own that stand in front, such as the number of a line: `2) 067…`, `3. 067…`, `12, 067…`, `5/067…`. In
 * countries with numbers of any length they would become digits of the number. Null where none do.
 */
function lineNumber(text: string, { country }: Reader): string | null {
  const slashed = /^\s*([1-9]\d{0,4})\s*\/\s*(?=0)/.exec(text);
  const isCode = slashed?.[1] === "8" || planOf(country).code.startsWith(slashed?.[1] ?? "");
  if (slashed !== null) return isCode ? null : slashed[0];
  return /^\s*(?:[1-9]\d?(?:\)|\.\s)|[1-9]\d{0,4}\s*,)/.exec(text)?.[0] ?? null;
}

/** `044/490-12-12` is one number, `0509998877/0631112233` are two, of `0444901212/13` the first is one. */
function readSlashed(text: string, reader: Reader): Piece[] {
  const parts = text.split(/[/,]/).filter((part) => /\d/.test(part));
  const [first = ""] = parts;
  const one = (): Piece => ({ text, reading: readOne(text, reader) });
  if (parts.length < 2 || digitsOf(first).length <= areaCodeDigits) return [one()];
  const pieces = parts.map((part) => readSpaced(part, reader));
  // Behind a comma stand decimals or another number, behind a day no number: never the rest of one.
  const isBegun =
    pieces[0]?.[0]?.reading.verdict === "invalid" && !text.includes(",") && otherThanPhone(first) === null;
  const whole = isBegun ? one() : null;
  return whole !== null && whole.reading.digits !== null ? [whole] : pieces.flat();
}

/** No number is this short, and no area code longer. */
const areaCodeDigits = 5;

/** Whether there is such a number, if only one that the service does not take. */
function isNumber({ digits, reasons }: PhoneReading): boolean {
  return digits !== null || reasons[0]?.code === "outside-service";
}

function readSpaced(text: string, reader: Reader): Piece[] {
  const whole = readOne(text, reader);
  if (whole.verdict !== "invalid" || isNumber(whole)) return [{ text, reading: whole }];
  const pairs = [...text.matchAll(/\s+|(?<=\d)(?=\+)/g)]
    .map((gap) => [text.slice(0, gap.index), text.slice(gap.index)])
    .filter((halves) => stand(halves, text, reader))
    .map((halves) => halves.map((half) => ({ text: half, reading: readOne(half, reader) })))
    .filter((halves) => halves.every(({ reading }) => reading.digits !== null));
  return pairs.length === 1 ? pairs[0]! : [{ text, reading: whole }];
}

/**
 * Whether two halves look like a number each, and not like the groups of a card or an account: both begin as numbers
 * do, or there is nothing but two runs of digits.
 */
function stand(halves: readonly string[], text: string, { country }: Reader): boolean {
  const { trunk, code } = planOf(country);
  const beginnings = ["+", "00", ...(trunk === null ? [] : [trunk]), code];
  const begins = (half: string) => beginnings.some((beginning) => half.replace(/[\s()-]+/g, "").startsWith(beginning));
  return halves.every(begins) || /^\+?\d{7,}\s+\+?\d{7,}$/.test(text);
}

function readOne(text: string, reader: Reader): PhoneReading {
  const without = withoutBracketedZero(text);
  const kept = readWritten(text, reader);
  const alone = kept.digits === null || kept.warning !== null ? null : withoutDigitsBeside(text);
  if (alone !== null) {
    const { digits, warning } = readWritten(alone, reader);
    if (digits !== null && digits !== kept.digits && warning === null) return digitsBeside({ ...kept, digits });
  }
  if (without === null) return kept;
  const left = readWritten(without, reader);
  if (!isNumber(left) || left.digits === kept.digits) return kept;
  if (left.digits !== null && !isNumber(kept) && kept.verdict === "invalid") {
    return { ...left, reasons: [reasonOf("trunk-left-out", { trunk: "0" }), ...left.reasons] };
  }
  return { ...unread, verdict: "invalid", reasons: [reasonOf("could-be-two")], offered: left.digits };
}

/**
 * A number without digits that stand beside it: `01711234567 (5)`, `0171 1234567 5`, `01711234567 12`, `5 0664…`. Where
 * numbers have no fixed length they would become its last ones. Null where none stand there.
 */
function withoutDigitsBeside(text: string): string | null {
  const behind =
    /^(.*\d)\s*[([]\s*\d{1,4}\s*[)\]]?\s*$/.exec(text) ??
    /^(.*\d)[^\d/]+\d(?:\/\d)?[^\d]*$/.exec(text) ??
    /^([^\d]*\d{9,})[^\d/]+\d[\d/]{0,3}[^\d]*$/.exec(text);
  return behind?.[1] ?? /^[^\d]*[1-9][^\d/+]+(0.*)$/.exec(text)?.[1] ?? null;
}

/** `+49 (0) 30 …` without its zero; null where no zero stands in brackets behind a country code. */
function withoutBracketedZero(text: string): string | null {
  const match = /^([^\d]*\d{1,6}[\s-]*)\(\s*0\s*\)(?=[\s-]*\d)/.exec(text);
  const front = digitsOf(match?.[1] ?? "").replace(/^(?:00|011|810)/, "");
  return match === null || callingCodeOf(front) !== front ? null : match[1]! + text.slice(match[0].length);
}

/** What a part of a cell is when it is plainly no number, whatever stands around it: `(29.11.2023)`. */
function otherThanPhone(text: string): Reason | null {
  return whatElse(text.replace(/^[^\d+]+|\D+$/g, ""));
}

function readWritten(text: string, reader: Reader): PhoneReading {
  const other = otherThanPhone(text);
  if (other !== null) return { ...unread, verdict: "invalid", reasons: [other] };
  const written = writtenNumber(text);
  if (written === null) return unclear;
  return readingOf(interpret(written, reader));
}

/** Null when a plus stands where none can. */
function writtenNumber(text: string): WrittenNumber | null {
  const start = /^[^\d+]*(\+*)/.exec(text)!;
  if (text.includes("+", start[0].length)) return null;
  const groups = text.replace(/\D+/g, " ").trim();
  return { plus: start[1] !== "", digits: digitsOf(text), groups, trunkApart: /^\s*\d[\s-]*\(/.test(text) };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function readingOf(found: Interpretation): PhoneReading {
  switch (found.kind) {
    case "number": {
      const { digits, warning } = found.number;
      return { ...unread, verdict: "repaired", digits, warning, reasons: found.how };
    }
    case "question":
      return { ...unread, verdict: "to-decide", question: found.id, reasons: [found.reason], offered: found.offered };
    case "none":
      return { ...unread, verdict: "invalid", reasons: [found.reason], offered: found.offered };
    default:
      return assertNever(found);
  }
}
