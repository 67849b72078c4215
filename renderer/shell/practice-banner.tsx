import { useTranslation } from "react-i18next";
import styles from "./practice-banner.module.css";

/** Says on every screen that nothing is real, and shows the way out. */
export function PracticeBanner({ onConnect }: { onConnect: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.banner} role="note">
      <span>{t("practice.banner")}</span>
      <button type="button" className={styles.connect} onClick={onConnect}>
        {t("practice.connect")}
      </button>
    </div>
  );
}
