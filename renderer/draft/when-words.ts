import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { When } from "../../shared/library/draft.ts";
import { useFormat } from "../ui/use-format.ts";
import { momentOf, wallClock } from "./zoned-time.ts";

const minute = 60_000;

/** A planned time in words, for the middle of a sentence. */
export function useWhenWords() {
  const { t } = useTranslation("draft");
  const format = useFormat();
  return useMemo(() => {
    const day = (at: Date, zone: string, now: Date): string => {
      const today = Date.parse(`${wallClock(now, zone).slice(0, 10)}T00:00Z`);
      const days = (Date.parse(`${wallClock(at, zone).slice(0, 10)}T00:00Z`) - today) / 86_400_000;
      if (days !== 0 && days !== 1) return "";
      return new Intl.RelativeTimeFormat(format.locale, { numeric: "auto" }).format(days, "day");
    };
    return {
      /** "Now", "tomorrow, 09:00" or "Tuesday, 1 December, 09:00". */
      short(when: When, now = new Date()): string {
        if (when.kind === "now") return t("when.now");
        const at = momentOf(when.local, when.zone);
        if (at === null) return when.local;
        const near = day(at, when.zone, now);
        const iso = at.toISOString();
        return near === "" ? format.full(iso, when.zone) : `${near}, ${format.time(iso, when.zone)}`;
      },
      /** "tomorrow, Tuesday, 24 November, 09:00". */
      full(at: Date, zone: string, now: Date): string {
        const near = day(at, zone, now);
        const full = format.full(at.toISOString(), zone);
        return near === "" ? full : `${near}, ${full}`;
      },
      /** "in 23 hours 13 minutes", or how long ago. */
      distance(at: Date, now: Date): string {
        const minutes = Math.round((at.getTime() - now.getTime()) / minute);
        if (minutes < 1) return t("when.passed");
        const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
        const rest = minutes % 60;
        const lengths = [
          days === 0 ? "" : t("when.days", { count: days }),
          hours === 0 ? "" : t("when.hours", { count: hours }),
          days > 0 || rest === 0 ? "" : t("when.minutes", { count: rest }),
        ];
        return t("when.in", { length: lengths.filter(Boolean).join(" ") });
      },
    };
  }, [t, format]);
}
