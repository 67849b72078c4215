import { isCountry, countryOf, type CountryCode } from "./phone-country.ts";
import { type PhoneReading, type Piece, readEntry, unread } from "./phone-entry.ts";
import { internationalChoice, noNumberChoice, questionId, type QuestionKind } from "./phone-question.ts";
import { type Reader } from "./phone-reading.ts";
import { listedNumbers, readCellText } from "./phone-text.ts";
import { reasonOf } from "./reason.ts";
import { shortReader } from "./short-reading.ts";
import { assertNever } from "../result.ts";

export type { PhoneReading };

/** A cell: text as displayed, or a number of a workbook by its exact digits. */
export type CellKind = "text" | "number";

/** Reads the cells of a phone column. */
export type PhoneReader = (cell: string, kind: CellKind) => PhoneReading;

/**
 * Makes a reader. `defaultCountry` is where numbers without a country are from; `answers` maps question to choice;
 * `byRow` is for rows that name that country themselves, see {@link Reader}.
 */
export function createPhoneReader(
  defaultCountry: CountryCode,
  answers: Readonly<Record<string, string>>,
  byRow = false,
): PhoneReader {
  const reader = { country: defaultCountry, answers, byRow };
  const short = shortReader(defaultCountry);
  return (cell, kind) => short(cell) ?? readThoroughly(cell, kind, reader);
}

/** For lists that the program wrote itself: there a number stands with its plus, which is no repair. */
export function plusIsNoRepair(read: PhoneReader): PhoneReader {
  return (cell, kind) => {
    const reading = read(cell, kind);
    const [reason, another] = reading.reasons;
    const plain = reading.verdict === "repaired" && reason?.code === "plus-removed" && another === undefined;
    return plain ? { ...reading, verdict: "ready", reasons: [] } : reading;
  };
}

/** For a row that names its country: a number that is none there is offered as one of the default country, and no more. */
export function offeringHome(read: PhoneReader, home: PhoneReader): PhoneReader {
  return (cell, kind) => {
    const reading = read(cell, kind);
    if (reading.verdict !== "invalid" || reading.offered !== null) return reading;
    const { digits, warning } = home(cell, kind);
    return { ...reading, offered: warning === null ? digits : null };
  };
}

/**
 * For a row that names a country which is none that is known, such as `named`: a number that is one only within the
 * default country is a question of the column, for it may be a stranger's. One with a country code of its own is none.
 */
export function askingForCountry(read: PhoneReader, { country, answers }: Reader, named: string): PhoneReader {
  const id = questionId("row-country", [country]);
  if (answers[id] === country) return read;
  const reasons = [reasonOf("row-country", { named })];
  return (cell, kind) => {
    const reading = read(cell, kind);
    // That there is no such number in a country says nothing where it need not be one of that country.
    if (reading.reasons[0]?.params["country"] === country && reading.digits === null) return { ...reading, reasons };
    if (reading.digits === null || cell.replaceAll(/\D/g, "").includes(reading.digits)) return reading;
    const offered = reading.digits;
    return answers[id] === noNumberChoice
      ? { ...unread, verdict: "invalid", reasons, offered }
      : { ...unread, verdict: "to-decide", reasons, offered, question: id };
  };
}

/** Reads a cell without short cuts: what {@link createPhoneReader} answers too, only slower. */
export function readThoroughly(cell: string, kind: CellKind, reader: Reader): PhoneReading {
  const content = readCellText(cell, kind);
  if (content.kind === "empty") return { ...unread, verdict: "empty", reasons: [reasonOf("no-phone")] };
  if (content.kind === "refused") return { ...unread, verdict: "invalid", reasons: [content.reason] };
  if (content.kind === "between-words") return wordsBeside(content.numbers.map((number) => readListed(number, reader)));
  const reading = choose(readListed(content.text, reader));
  if (reading.digits === null) return reading;
  const reasons = [...reading.reasons, ...content.cleaned];
  if (reading.digits === cell && reasons.length === 0) return { ...reading, verdict: "ready" };
  if (reasons.length === 0) reasons.push(reasonOf(`+${reading.digits}` === cell ? "plus-removed" : "signs-removed"));
  return { ...reading, verdict: "repaired", reasons };
}

function readListed(text: string, reader: Reader): Piece[] {
  return listedNumbers(text).flatMap((piece) => readEntry(piece, reader));
}

/**
 * The words may say not to text it: a number beside them is offered, where it and all others are clearly some, and never
 * taken.
 */
function wordsBeside(numbers: readonly Piece[][]): PhoneReading {
  const { digits, warning } = choose(numbers.flat());
  const isClear = digits !== null && warning === null && numbers.every((pieces) => choose(pieces).digits !== null);
  const reason = reasonOf(isClear ? "words-beside" : "letters");
  return { ...unread, verdict: "invalid", reasons: [reason], offered: isClear ? digits : null };
}

/**
 * Of several numbers in a cell the first mobile one; the next other one is offered, also one that a question would be
 * asked about, and what is none is said.
 */
function choose(pieces: readonly Piece[]): PhoneReading {
  const readings = pieces.map(({ reading }) => reading);
  const usable = readings.filter((reading) => reading.digits !== null);
  const best = usable.find((reading) => reading.warning === null) ?? usable[0];
  if (best === undefined) {
    return readings.find((reading) => reading.verdict === "to-decide") ?? readings[0] ?? nothingRead;
  }
  const doubtful = readings.find((reading) => reading.verdict === "to-decide" && reading.offered !== best.digits);
  const other = usable.find((reading) => reading.digits !== best.digits)?.digits ?? doubtful?.offered ?? null;
  const rest = pieces.filter(
    ({ text, reading }) => reading.digits === null && (other === null || reading.offered !== other) && /\d/.test(text),
  );
  const leftOff = rest.map(({ text }) => reasonOf("label-left-off", { label: text.trim() }));
  if (other === null) return { ...best, reasons: [...leftOff, ...best.reasons] };
  return { ...best, offered: other, reasons: [reasonOf("second-number", { other }), ...leftOff, ...best.reasons] };
}

const nothingRead: PhoneReading = { ...unread, verdict: "invalid", reasons: [reasonOf("no-digits")] };

/** What a question offers, with what each choice makes of the sample. */
export type QuestionView = {
  kind: QuestionKind;
  /** `result` is "" where the sample is no number by that choice. */
  choices: { id: string; country: string; result: string; proposed: boolean }[];
};

/**
 * Describes an open question by its id, with what it would make of a cell for the one who reads its row; the reading of
 * that one's country is proposed where the sample has one.
 */
export function describeQuestion(id: string, sampleCell: string, reader: Reader): QuestionView {
  const [kind, countries = ""] = id.split(":") as [QuestionKind, string?];
  const ids = choicesOf(kind, countries);
  const results = ids.map((choice) => {
    if (kind === "row-country" && choice === noNumberChoice) return "";
    return readThoroughly(sampleCell, "text", { ...reader, answers: { ...reader.answers, [id]: choice } }).digits ?? "";
  });
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
  return { kind, choices };
}

function choicesOf(kind: QuestionKind, countries: string): string[] {
  switch (kind) {
    case "trunk-8":
      return countries.split("-");
    case "two-readings":
      return [countries, internationalChoice];
    case "with-plus":
      return [internationalChoice, noNumberChoice];
    case "row-country":
      return [countries, noNumberChoice];
    default:
      return assertNever(kind);
  }
}
