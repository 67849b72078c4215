import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Reason } from "../../shared/recipients/reason.ts";
import { useFormat } from "./use-format.ts";

/** One reason why a number was repaired or refused, as a sentence without its full stop. */
export function useReasonSentence(): (reason: Reason) => string {
  const { t } = useTranslation("reasons");
  const format = useFormat();
  return useMemo(
    () =>
      ({ code, params }: Reason): string => {
        const country = typeof params.country === "string" && /^[A-Z]{2}$/.test(params.country) ? params.country : null;
        const since = typeof params.since === "string" && params.since !== "" ? params.since : null;
        const count = Number(params.missing ?? params.extra ?? 0);
        return t(`reason.${code}`, {
          ...params,
          count,
          ...(country === null ? {} : { country: format.country(country) }),
          ...(since === null ? {} : { since: format.day(since) }),
        });
      },
    [t, format],
  );
}
