import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode } from "./phone-country.ts";
import { reasonOf, type Reason } from "./reason.ts";

/** What became of one phone cell. */
export type PhoneReading = {
  verdict: "ready" | "repaired" | "to-decide" | "invalid" | "empty";
  /** 9–15 digits, international, no plus; null unless ready or repaired. */
  digits: string | null;
  reasons: Reason[];
  /** An SMS may not arrive there, or cost more: the number is taken, and the screen says so. */
  warning: "landline" | "short" | "premium" | null;
  /** The id of the question that decides it, for `describeQuestion`. */
  question: string | null;
  /** Another number of the cell, or what an invalid one could be; offered, never taken. */
  offered: string | null;
};

/** A cell: text as displayed, or a number of a workbook by its exact digits. */
export type CellKind = "text" | "number";

/** Reads phone cells for one column. */
export type PhoneReader = (cell: string, kind: CellKind) => PhoneReading;

/** Makes a reader. `answers` maps a question's id to the id of the choice taken. */
export function createPhoneReader(defaultCountry: CountryCode, answers: Readonly<Record<string, string>>): PhoneReader {
  void answers;
  return (cell) => {
    const trimmed = cell.trim();
    if (trimmed === "") return reading("empty", null, [reasonOf("no-phone")]);
    const parsed = /^[\d+()\s.-]+$/.test(trimmed) ? parsePhoneNumberFromString(trimmed, defaultCountry) : undefined;
    const digits = parsed?.isValid() === true ? parsed.number.slice(1) : null;
    if (digits === null) return reading("invalid", null, [reasonOf("not-a-number-of", { country: defaultCountry })]);
    return reading(digits === cell ? "ready" : "repaired", digits, digits === cell ? [] : [reasonOf("signs-removed")]);
  };
}

function reading(verdict: PhoneReading["verdict"], digits: string | null, reasons: Reason[]): PhoneReading {
  return { verdict, digits, reasons, warning: null, question: null, offered: null };
}

/** What a question offers: what each choice makes of the sample cell. */
export type QuestionView = {
  kind: "trunk-8" | "two-readings";
  choices: { id: string; country: string; result: string; proposed: boolean }[];
};

/** Describes an open question by its id. `result` is the number that the sample would become. */
export function describeQuestion(id: string, sampleCell: string, defaultCountry: CountryCode): QuestionView {
  const [kind, countries = ""] = id.split(":");
  const choices = countries.split("-").map((country) => {
    const result = createPhoneReader(defaultCountry, { [id]: country })(sampleCell, "text").digits ?? "";
    return { id: country, country, result, proposed: country === defaultCountry };
  });
  return { kind: kind === "trunk-8" ? "trunk-8" : "two-readings", choices };
}
