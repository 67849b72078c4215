import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { allCountries } from "../../../shared/recipients/phone-country.ts";
import { type ReasonCode, reasonCodes } from "../../../shared/recipients/reason.ts";
import { withArticle } from "../../i18n/i18n.ts";
import type { RowView } from "../../list-worker/protocol.ts";
import type { ReasonSentences } from "../../list-worker/table/reason-sentences.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useReasonSentence } from "../../ui/use-reason-sentence.ts";

/** Counts of digits that have all the plural forms of the three languages. */
const oneOfEachForm = [5, 2, 1];

/** Reasons in sentences, for the table and for the rows that are exported. */
export function useReasonWords() {
  const { t, i18n } = useTranslation("reasons");
  const format = useFormat();
  const sentence = useReasonSentence();
  return useMemo(() => {
    return {
      /** What happened to a row. That spaces went is said only when nothing else happened. */
      of(row: RowView): string {
        const warning = row.warning === null ? [] : [t(`warning.${row.warning}`)];
        const telling = row.reasons.filter(({ code }) => code !== "signs-removed");
        const reasons = telling.length === 0 ? row.reasons : telling;
        return [...warning, ...reasons.map(sentence)].join(". ");
      },
      /** The sentences with their gaps open, for the worker to fill in a file. */
      forFile(): ReasonSentences {
        const { language } = i18n;
        const plurals = new Intl.PluralRules(language);
        const forms = (code: ReasonCode) =>
          Object.fromEntries(
            oneOfEachForm.map((count) => [
              plurals.select(count),
              t(`reason.${code}`, { skipInterpolation: true, count }),
            ]),
          );
        const name = (code: string) => (language === "en" ? withArticle(format.country(code)) : format.country(code));
        return {
          byCode: Object.fromEntries(reasonCodes.map((code) => [code, forms(code)])),
          language,
          locale: format.locale,
          countries: Object.fromEntries(allCountries.map((code) => [code, name(code)])),
        };
      },
    };
  }, [t, i18n, format, sentence]);
}
