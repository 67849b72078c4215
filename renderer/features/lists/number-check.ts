import { useTranslation } from "react-i18next";
import { isCountryHeading } from "../../../shared/recipients/country-headings.ts";
import { usePhoneReaders } from "../../ui/use-phone-reader.ts";
import { useReasonSentence } from "../../ui/use-reason-sentence.ts";

/** What was typed as a number: the number as it will be kept, or why it is none. */
export type CheckedNumber = { number: string; why: null } | { number: null; why: string };

/** What a person's cells say of the country of their number, by the headings of a list; "" where none does. */
export function countryBeside(columns: readonly string[], cells: readonly string[]): string {
  return cells[columns.findIndex(isCountryHeading)] ?? "";
}

/**
 * Reads typed numbers by the rules of the recipients step; those without a country are of the one `named` beside them,
 * otherwise of this one.
 */
export function useNumberCheck(country: string | null): (typed: string, named: string) => CheckedNumber {
  const { t } = useTranslation("lists");
  const readers = usePhoneReaders(country);
  const sentence = useReasonSentence();
  return (typed, named) => {
    const reading = readers?.(named).read(typed, "text");
    if (reading === undefined) return { number: null, why: t("grid.notYet") };
    if (reading.digits !== null) return { number: reading.digits, why: null };
    return { number: null, why: reading.reasons.map(sentence).join(". ") };
  };
}
