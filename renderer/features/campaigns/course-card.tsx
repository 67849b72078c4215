import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import styles from "./course.module.css";
import { CountryBars } from "./country-bars.tsx";
import { CourseChart } from "./course-chart.tsx";
import { isBehind } from "./is-behind.ts";
import { useCampaignChanges } from "./use-campaign-changes.ts";

/** What became of the people over time and by country; nothing while no text has an outcome. */
export function CourseCard({ details }: { details: CampaignDetails }) {
  const campaignId = details.row.id;
  const { t } = useTranslation("campaigns");
  const { value: course, error, reload } = useAnswer(campaignId, () => desk().campaignCourse({ id: campaignId }));
  useCampaignChanges(details, reload);
  if (error !== null) return <ErrorNotice error={error} kind="warn" onAgain={reload} />;
  if (course === null || course.steps.length === 0) return null;
  return (
    <section className={styles.card} aria-label={t("course.title")}>
      <CourseChart course={course} />
      <CountryBars course={course} />
      {isBehind(details, course.counts) && <p className={styles.note}>{t("course.lag")}</p>}
    </section>
  );
}
