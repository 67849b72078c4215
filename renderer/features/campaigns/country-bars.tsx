import { useTranslation } from "react-i18next";
import { sumOfCounts } from "../../../shared/campaign/status.ts";
import type { CampaignCourse, PeopleCounts } from "../../../shared/campaign/view.ts";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import table from "../../ui/table.module.css";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./course.module.css";

/** So many countries have a line of their own; the rest share one. */
const mostLines = 6;

/** Delivered, failed and everybody else by the country of the number: a table with a drawn sum in each line. */
export function CountryBars({ course: { countries } }: { course: CampaignCourse }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const own = countries.length <= mostLines ? countries : countries.slice(0, mostLines - 1);
  const rest = countries.slice(own.length);
  const lines = own.map(({ country, counts }) => ({
    name: country === "001" ? t("course.noCountry") : format.country(country),
    counts,
  }));
  if (rest.length > 0) {
    const name = t("course.moreCountries", { count: rest.length });
    lines.push({ name, counts: sumOfCounts(rest.map(({ counts }) => counts)) });
  }
  return (
    <div className={styles.half}>
      <h2 className={styles.heading}>{t("course.country")}</h2>
      <div className={styles.countries}>
        <table className={[table.table, styles.plain].join(" ")}>
          <thead>
            <tr>
              <th scope="col">{t("course.countryName")}</th>
              <th scope="col" className={table.right}>
                {t("column.people")}
              </th>
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
            {lines.map(({ name, counts }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <Bar counts={counts} name={name} />
                </th>
                <td className={table.right}>{format.number(counts.total)}</td>
                <td className={table.right}>{format.number(counts.delivered)}</td>
                <td className={table.right}>{format.number(counts.failed)}</td>
                <td className={table.right}>{format.number(counts.total - counts.delivered - counts.failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Bar({ counts, name }: { counts: PeopleCounts; name: string }) {
  const format = useFormat();
  return (
    <ProgressBar
      thin
      total={counts.total}
      label={`${name}: ${format.share(counts.delivered, counts.total)}`}
      segments={[
        { id: "delivered", tone: "go", value: counts.delivered },
        { id: "failed", tone: "bad", value: counts.failed },
      ]}
    />
  );
}
