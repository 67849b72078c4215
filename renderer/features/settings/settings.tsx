import { SegmentedControl, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languages, type SettingsPatch } from "../../../shared/library/settings.ts";
import { languageOf } from "../../i18n/i18n.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { CountrySelect } from "../../ui/country-select.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { languageNames } from "../../ui/language-name.ts";
import { Page } from "../../ui/page.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { Account } from "./account.tsx";
import { EraseEverything } from "./erase-everything.tsx";
import { Privacy } from "./privacy.tsx";
import styles from "./settings.module.css";

/** Lengths of the undo window that are offered, in seconds. */
const undoLengths = [0, 5, 15, 30, 60, 120, 300, 600];

/** Everything that can be set; each change is kept at once. */
export function Settings() {
  const { t } = useTranslation("settings");
  const app = useApp();
  const format = useFormat();
  const { error, run } = useAct();
  const { settings } = app;
  const change = (patch: SettingsPatch) => void run(() => desk().changeSettings(patch));

  return (
    <Page title={t("title")} note={t("version", { version: app.version })}>
      {error !== null && <ErrorNotice error={error} />}
      <section className={styles.card}>
        <Select
          label={t("language.label")}
          allowDeselect={false}
          data={[
            {
              value: "system",
              label: t("language.system", { language: languageNames[languageOf("system", app.locale)] }),
            },
            ...languages.map((language) => ({ value: language, label: languageNames[language] })),
          ]}
          value={settings.language}
          onChange={(chosen) => {
            const language = (["system", ...languages] as const).find((one) => one === chosen);
            if (language !== undefined) change({ language });
          }}
        />
        <div>
          <div className={styles.label} id="theme-label">
            {t("theme.label")}
          </div>
          <SegmentedControl
            aria-labelledby="theme-label"
            data={(["system", "light", "dark"] as const).map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
          />
        </div>
        <CountrySelect
          label={t("country.label")}
          description={t("country.hint")}
          none={t("country.none")}
          nothingFound={t("country.nothing")}
          value={settings.defaultCountry}
          onChange={(defaultCountry) => change({ defaultCountry })}
        />
        <Select
          label={t("undo.label")}
          description={t("undo.hint")}
          allowDeselect={false}
          data={[...new Set([...undoLengths, settings.undoSeconds])]
            .sort((a, b) => a - b)
            .map((seconds) => ({
              value: String(seconds),
              label: seconds === 0 ? t("undo.none") : format.length(seconds),
            }))}
          value={String(settings.undoSeconds)}
          onChange={(seconds) => change({ undoSeconds: Number(seconds) })}
        />
        <Switch
          label={t("notifications.label")}
          description={t("notifications.hint")}
          checked={settings.notifications}
          onChange={(event) => change({ notifications: event.currentTarget.checked })}
        />
      </section>
      <Account />
      <Privacy />
      <section className={styles.card}>
        <h2 className={styles.heading}>{t("data.title")}</h2>
        <p className={styles.text}>{t("data.text")}</p>
        <div className={styles.acts}>
          <code className={styles.folder}>{app.dataFolder}</code>
          <Button small onClick={() => void run(() => desk().openDataFolder({}))}>
            {t("data.open")}
          </Button>
        </div>
        <EraseEverything />
      </section>
    </Page>
  );
}
