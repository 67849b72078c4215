import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAnswer, useDeskEvent } from "../../ui/use-answer.ts";
import styles from "./course.module.css";
import { CountryBars } from "./country-bars.tsx";
import { CourseChart } from "./course-chart.tsx";

/** The sums run over everybody of the campaign: while it moves they are asked for at most this often (ms). */
const pause = 3000;

/** What became of the people over time and by country; nothing while no text has an outcome. */
export function CourseCard({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation("campaigns");
  const { value: course, error, reload } = useAnswer(campaignId, () => desk().campaignCourse({ id: campaignId }));
  const planned = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(planned.current ?? undefined), []);
  useDeskEvent("campaignsChanged", ({ ids }) => {
    if (!ids.includes(campaignId) || planned.current !== null) return;
    planned.current = setTimeout(() => {
      planned.current = null;
      reload();
    }, pause);
  });
  if (error !== null) return <ErrorNotice error={error} kind="warn" onAgain={reload} />;
  if (course === null || course.steps.length === 0) return null;
  return (
    <section className={styles.card} aria-label={t("course.title")}>
      <CourseChart course={course} />
      <CountryBars course={course} />
    </section>
  );
}
