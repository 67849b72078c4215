import { assertNever } from "../result.ts";
import { isCountry, countryOf, type CountryCode } from "./phone-country.ts";
import { internationalChoice } from "./phone-question.ts";
import { interpret, type Interpretation, type Reader, type WrittenNumber } from "./phone-reading.ts";
import { createShortCut } from "./phone-short-cut.ts";
import { listedNumbers, readCellText, withoutExtension } from "./phone-text.ts";
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

/** A cell: text as displayed, or a number of a workbook by its exact digits. */
export type CellKind = "text" | "number";

/** Reads the cells of a phone column. */
export type PhoneReader = (cell: string, kind: CellKind) => PhoneReading;

/** Makes a reader. `defaultCountry` is where numbers without a country are from; `answers` maps question to choice. */
export function createPhoneReader(defaultCountry: CountryCode, answers: Readonly<Record<string, string>>): PhoneReader {
  const reader = { country: defaultCountry, answers };
  const short = createShortCut(defaultCountry);
  return (cell, kind) => {
    const plain = short(cell);
    return plain === null ? readThoroughly(cell, kind, reader) : { ...unread, ...plain };
  };
}

/** Reads a cell without short cuts: what {@link createPhoneReader} answers too, only slower. */
export function readThoroughly(cell: string, kind: CellKind, reader: Reader): PhoneReading {
  const content = readCellText(cell, kind);
  if (content.kind === "empty") return { ...unread, verdict: "empty", reasons: [reasonOf("no-phone")] };
  if (content.kind === "refused") return { ...unread, verdict: "invalid", reasons: [content.reason] };
  const pieces = listedNumbers(content.text).flatMap((piece) => readPiece(piece, reader));
  const reading = choose(pieces);
  if (reading.digits === null) return reading;
  const reasons = [...reading.reasons, ...content.cleaned];
  if (reading.digits === cell && reasons.length === 0) return { ...reading, verdict: "ready" };
  if (reasons.length === 0) reasons.push(reasonOf(`+${reading.digits}` === cell ? "plus-removed" : "signs-removed"));
  return { ...reading, verdict: "repaired", reasons };
}

const unread = { digits: null, reasons: [], warning: null, question: null, offered: null };

/** One entry of a cell: mostly one number, with luck two that only a slash, a comma or a space keeps apart. */
function readPiece(piece: string, reader: Reader): PhoneReading[] {
  const { text, extension } = withoutExtension(piece);
  const readings = /[/,]/.test(text) ? readSlashed(text, reader) : readSpaced(text, reader);
  if (extension === null) return readings;
  return readings.map((reading) =>
    reading.digits === null
      ? reading
      : { ...reading, reasons: [reasonOf("extension-left-off", { extension }), ...reading.reasons] },
  );
}

/** `044/490-12-12` is one number, `0509998877/0631112233` are two, of `0444901212/13` the first is one. */
function readSlashed(text: string, reader: Reader): PhoneReading[] {
  const parts = text.split(/[/,]/).filter((part) => /\d/.test(part));
  const [first = ""] = parts;
  if (parts.length < 2 || digitsOf(first).length <= areaCodeDigits) return [readOne(text, reader)];
  return parts.flatMap((part) => readSpaced(part, reader));
}

/** No number is this short, and no area code longer. */
const areaCodeDigits = 5;

function readSpaced(text: string, reader: Reader): PhoneReading[] {
  const whole = readOne(text, reader);
  if (whole.verdict !== "invalid") return [whole];
  const pairs = [...text.matchAll(/\s+|(?<=\d)(?=\+)/g)]
    .map((gap) => [text.slice(0, gap.index), text.slice(gap.index)].map((half) => readOne(half, reader)))
    .filter((halves) => halves.every((half) => half.digits !== null));
  return pairs.length === 1 ? pairs[0]! : [whole];
}

function readOne(text: string, reader: Reader): PhoneReading {
  const written = writtenNumber(text);
  if (written === null) return { ...unread, verdict: "invalid", reasons: [reasonOf("unclear-signs")] };
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

/** Of several numbers in a cell the first mobile one; the next other one is offered. */
function choose(readings: readonly PhoneReading[]): PhoneReading {
  const usable = readings.filter((reading) => reading.digits !== null);
  const best = usable.find((reading) => reading.warning === null) ?? usable[0];
  if (best === undefined) {
    return readings.find((reading) => reading.verdict === "to-decide") ?? readings[0] ?? nothingRead;
  }
  const other = usable.find((reading) => reading.digits !== best.digits)?.digits ?? null;
  if (other === null) return best;
  return { ...best, offered: other, reasons: [reasonOf("second-number", { other }), ...best.reasons] };
}

const nothingRead: PhoneReading = { ...unread, verdict: "invalid", reasons: [reasonOf("no-digits")] };

/** What a question offers, with what each choice makes of the sample. */
export type QuestionView = {
  kind: "trunk-8" | "two-readings";
  /** `result` is "" where the sample is no number by that choice. */
  choices: { id: string; country: string; result: string; proposed: boolean }[];
};

/** Describes an open question by its id; the default country's reading is proposed where the sample has one. */
export function describeQuestion(id: string, sampleCell: string, defaultCountry: CountryCode): QuestionView {
  const [kind = "", countries = ""] = id.split(":");
  const ids = kind === "trunk-8" ? countries.split("-") : [countries, internationalChoice];
  const results = ids.map(
    (choice) => readThoroughly(sampleCell, "text", { country: defaultCountry, answers: { [id]: choice } }).digits ?? "",
  );
  const proposed = Math.max(
    0,
    results.findIndex((result) => result !== ""),
  );
  const choices = ids.map((choice, index) => {
    const result = results[index]!;
    return {
      id: choice,
      country: isCountry(choice) ? choice : countryOf(result),
      result,
      proposed: index === proposed,
    };
  });
  return { kind: kind === "trunk-8" ? "trunk-8" : "two-readings", choices };
}
