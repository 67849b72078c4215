import { useTranslation } from "react-i18next";
import { usePhoneReader } from "../../ui/use-phone-reader.ts";
import { useReasonSentence } from "../../ui/use-reason-sentence.ts";

/** What was typed as a number: the number as it will be kept, or why it is none. */
export type CheckedNumber = { number: string; why: null } | { number: null; why: string };

/** Reads typed numbers by the rules of the recipients step; those without a country are of this one. */
export function useNumberCheck(country: string | null): (typed: string) => CheckedNumber {
  const { t } = useTranslation("lists");
  const read = usePhoneReader(country);
  const sentence = useReasonSentence();
  return (typed) => {
    const reading = read?.(typed, "text");
    if (reading === undefined) return { number: null, why: t("grid.notYet") };
    if (reading.digits !== null) return { number: reading.digits, why: null };
    return { number: null, why: reading.reasons.map(sentence).join(". ") };
  };
}
