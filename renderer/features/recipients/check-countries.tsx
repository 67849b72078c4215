import { useTranslation } from "react-i18next";
import type { Understood } from "../../list-worker/protocol.ts";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./check-step.module.css";
import { columnWords } from "./column-roles.ts";

/** What a column that names countries does, in one sentence. */
export function ByRow({ understood: { countries, columns, reading } }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const view = countries === null ? undefined : columns[countries.column];
  if (countries === null || view === undefined) return null;
  const words = { column: columnWords(t, view), country: format.country(reading.defaultCountry) };
  return <p className={styles.left}>{t(countries.empty === 0 ? "check.byRow" : "check.byRowElse", words)}</p>;
}

/** Rows with a country that nobody knows here: a slip of the pen, or another writing. */
export function UnknownCountries({ understood: { countries } }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  if (countries === null || countries.unknown === 0) return null;
  const { unknown, sample } = countries;
  return (
    <Notice kind="warn" title={t("check.unknown", { count: unknown, sample: sample ?? "" })}>
      {t("check.unknownText")}
    </Notice>
  );
}
