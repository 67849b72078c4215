import { useTranslation } from "react-i18next";
import type { CampaignCourse } from "../../../shared/campaign/view.ts";
import { Swatch } from "../../ui/progress-bar.tsx";
import table from "../../ui/table.module.css";
import { useFormat } from "../../ui/use-format.ts";
import { areasOf } from "./course-areas.ts";
import styles from "./course.module.css";

const width = 400;
const height = 120;
const day = 86_400_000;
const otherKinds = ["onTheWay", "notCertain", "waiting", "notSent"] as const;

/** How many were delivered, had failed and were still without an outcome, drawn over time; the same as a table. */
export function CourseChart({ course }: { course: CampaignCourse }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { counts, from, steps } = course;
  const last = steps.at(-1);
  if (from === null || last === undefined) return null;
  const areas = areasOf(course, { width, height });
  const long = Date.parse(last.at) - Date.parse(from) > day;
  const moment = (iso: string) => (long ? `${format.day(iso)} ${format.time(iso)}` : format.clock(iso));
  const others = counts.total - counts.delivered - counts.failed;
  const figures = {
    delivered: format.number(counts.delivered),
    failed: format.number(counts.failed),
    others: format.number(others),
  };
  const otherWords = otherKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`counts.${kind}`, { number: format.number(counts[kind]) }));
  return (
    <div className={styles.half}>
      <h2 className={styles.heading}>{t("course.time")}</h2>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("course.chart", { from: moment(from), to: moment(last.at), ...figures })}
      >
        <rect className={styles.others} width={width} height={height} />
        <path className={styles.failed} d={areas.failed} />
        <path className={styles.delivered} d={areas.delivered} />
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{moment(from)}</span>
        <span>{moment(last.at)}</span>
      </div>
      <ul className={styles.legend}>
        <li>
          <Swatch tone="go" />
          {t("counts.delivered", { number: figures.delivered })}
        </li>
        {counts.failed > 0 && (
          <li>
            <Swatch tone="bad" />
            {t("counts.failed", { number: figures.failed })}
          </li>
        )}
        {others > 0 && (
          <li>
            <Swatch tone="rest" />
            {otherWords.length === 1
              ? otherWords[0]
              : t("course.others", { number: figures.others, words: otherWords.join(", ") })}
          </li>
        )}
      </ul>
      <details className={styles.table}>
        <summary>{t("course.table")}</summary>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("course.until")}</th>
              <th scope="col" className={table.right}>
                {t("column.delivered")}
              </th>
              <th scope="col" className={table.right}>
                {t("person.failed")}
              </th>
              <th scope="col" className={table.right}>
                {t("course.rest")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.at}>
                <td>
                  <time dateTime={step.at}>{moment(step.at)}</time>
                </td>
                <td className={table.right}>{format.number(step.delivered)}</td>
                <td className={table.right}>{format.number(step.failed)}</td>
                <td className={table.right}>{format.number(counts.total - step.delivered - step.failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
