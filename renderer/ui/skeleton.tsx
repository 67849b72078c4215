import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./skeleton.module.css";

/** True once `delay` milliseconds have passed, so that quick answers do not flicker. */
export function useLate(delay: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return late;
}

/** Rows that are not there yet, shown after 200 ms. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  const late = useLate(200);
  if (!late) return null;
  return (
    <div className={styles.rows} role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.wide} />
          <span className={styles.narrow} />
          <span className={styles.middle} />
        </div>
      ))}
    </div>
  );
}
