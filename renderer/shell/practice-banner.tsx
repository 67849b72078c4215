import { useTranslation } from "react-i18next";
import styles from "./practice-banner.module.css";

/** Says on every screen that nothing is real, and shows the way out. */
export function PracticeBanner({ onConnect }: { onConnect: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.banner} aria-label={t("practice.account")}>
      <span>{t("practice.banner")}</span>
      <button type="button" className={styles.connect} onClick={onConnect}>
        {t("practice.connect")}
      </button>
    </section>
  );
}
