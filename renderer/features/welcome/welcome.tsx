import { useTranslation } from "react-i18next";
import { languages } from "../../../shared/library/settings.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { desk, enterPracticeMode } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyForm } from "../../ui/key-form.tsx";
import { languageNames } from "../../ui/language-name.ts";
import { Logo } from "../../ui/logo.tsx";
import { useAct } from "../../ui/use-answer.ts";
import styles from "./welcome.module.css";

/** The first start: what the program is for, and the two ways in. */
export function Welcome() {
  const { t, i18n } = useTranslation("welcome");
  const { t: ofApp } = useTranslation();
  const { busy, error, run } = useAct();
  const speak = useAct();
  const { left } = useApp();

  return (
    <main className={styles.welcome}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <Logo size={26} />
          {ofApp("product")}
        </div>
        <h1 className={styles.headline}>{t("headline")}</h1>
        <p className={styles.purpose}>{t("purpose")}</p>
        {left !== null && (
          <div className={styles.left}>
            <ErrorNotice error={left} kind="warn" />
          </div>
        )}
        <div className={styles.ways}>
          <section className={styles.way}>
            <h2 className={styles.title}>{t("practice.title")}</h2>
            <p className={styles.text}>{t("practice.text")}</p>
            <Button kind="go" busy={busy} onClick={() => void run(enterPracticeMode)}>
              {t("practice.act")}
            </Button>
            {error !== null && <ErrorNotice error={error} />}
          </section>
          <section className={styles.way}>
            <h2 className={styles.title}>{t("connect.title")}</h2>
            <p className={styles.text}>{t("connect.text")}</p>
            <KeyForm />
          </section>
        </div>
        <div className={styles.languages} role="group" aria-label={t("language")}>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              className={styles.language}
              aria-pressed={i18n.language === language}
              onClick={() => void speak.run(() => desk().changeSettings({ language }))}
            >
              {languageNames[language]}
            </button>
          ))}
        </div>
        {speak.error !== null && <ErrorNotice error={speak.error} />}
      </div>
    </main>
  );
}
