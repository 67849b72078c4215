import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { reasonCodes } from "../../../shared/recipients/reason.ts";
import type { Reason, RowView } from "../../list-worker/protocol.ts";
import { useFormat } from "../../ui/use-format.ts";

/** Reasons in sentences, for the table and for the rows that are exported. */
export function useReasonWords() {
  const { t } = useTranslation("reasons");
  const format = useFormat();
  return useMemo(() => {
    const sentence = ({ code, params }: Reason): string => {
      const country = typeof params.country === "string" && /^[A-Z]{2}$/.test(params.country) ? params.country : null;
      const since = typeof params.since === "string" && params.since !== "" ? params.since : null;
      const count = Number(params.missing ?? params.extra ?? 0);
      return t(`reason.${code}`, {
        ...params,
        count,
        ...(country === null ? {} : { country: format.country(country) }),
        ...(since === null ? {} : { since: format.day(since) }),
      });
    };
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
  }, [t, format]);
}
