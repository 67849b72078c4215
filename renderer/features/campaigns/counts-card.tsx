import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignDetails, PeopleCounts } from "../../../shared/campaign/view.ts";
import { ProgressBar, type Segment, Swatch } from "../../ui/progress-bar.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./campaign.module.css";
import { PriceLine } from "./price-line.tsx";
import { type Reading, secondsLeft, withReading } from "./time-left.ts";

const kinds = [
  ["delivered", "go"],
  ["onTheWay", "half"],
  ["failed", "bad"],
  ["notCertain", "doubt"],
  ["waiting", "rest"],
  ["notSent", "rest"],
] as const satisfies [keyof PeopleCounts, Segment["tone"]][];

/** What is known of the people: one number that matters, the drawn sum, and every summand in words. */
export function CountsCard({ details }: { details: CampaignDetails }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const left = useTimeLeft(details);
  const { counts } = details;
  const known = counts.total > 0;
  const shown = kinds.filter(([kind]) => counts[kind] > 0);
  const words = (kind: (typeof kinds)[number][0]) => t(`counts.${kind}`, { number: format.number(counts[kind]) });

  return (
    <section className={styles.counts} aria-label={t("column.delivered")}>
      <div className={styles.countsHead}>
        <p aria-live="polite">
          <span className={styles.hero}>{known ? format.number(counts.delivered) : "—"}</span>{" "}
          {known ? t("counts.of", { total: format.number(counts.total) }) : t("counts.unknown")}
        </p>
        {left !== null && <span className={styles.quiet}>{t("counts.left", { length: format.length(left) })}</span>}
      </div>
      {known && (
        <ProgressBar
          total={counts.total}
          label={shown.map(([kind]) => words(kind)).join(", ")}
          segments={kinds.map(([kind, tone]) => ({ id: kind, tone, value: counts[kind] }))}
        />
      )}
      {known && (
        <ul className={styles.legend}>
          {shown.map(([kind, tone]) => (
            <li key={kind}>
              <Swatch tone={tone} />
              {words(kind)}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        <PriceLine details={details} />
        {isCounting(details) && ` ${t("counts.notFinal")}`}
      </p>
    </section>
  );
}

/** Whether the service has any of it whose figures may still move. */
function isCounting({ row, counts, countsFinal, parts }: CampaignDetails): boolean {
  const atService = row.origin === "elsewhere" || parts.some((part) => part.serviceIds.length > 0);
  return !countsFinal && atService && counts.total > counts.waiting;
}

/** The seconds left at the pace seen while this page is open; only while the campaign is being sent. */
function useTimeLeft({ row, counts, checkedAt }: CampaignDetails): number | null {
  const [readings, setReadings] = useState<Reading[]>([]);
  const at = checkedAt === null ? null : Date.parse(checkedAt);
  if (at !== null && readings.at(-1)?.at !== at) {
    const done = counts.delivered + counts.failed + counts.notSent;
    setReadings(withReading(readings, { at, done }));
  }
  return row.state === "sending" ? secondsLeft(readings, counts.total - counts.notCertain) : null;
}
