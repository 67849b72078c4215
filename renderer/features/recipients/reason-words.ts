import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { reasonCodes } from "../../../shared/recipients/reason.ts";
import type { RowView } from "../../list-worker/protocol.ts";
import { useReasonSentence } from "../../ui/use-reason-sentence.ts";

/** Reasons in sentences, for the table and for the rows that are exported. */
export function useReasonWords() {
  const { t } = useTranslation("reasons");
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
      /** The sentences by code with their gaps open, for the worker to fill. */
      byCode(): Record<string, string> {
        return Object.fromEntries(
          reasonCodes.map((code) => [code, t(`reason.${code}`, { skipInterpolation: true, count: 5 })]),
        );
      },
    };
  }, [t, sentence]);
}
