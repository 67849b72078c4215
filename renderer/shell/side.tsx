import { useTranslation } from "react-i18next";
import type { AppState } from "../../shared/ipc/contract.ts";
import { assertNever } from "../../shared/result.ts";
import { useApp } from "../ui/app-store.ts";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/logo.tsx";
import { useFormat } from "../ui/use-format.ts";
import { AccountBox } from "./account-box.tsx";
import { entries, type Entry, entryOf, type Place } from "./place.ts";
import styles from "./side.module.css";

const names = {
  campaigns: "nav.campaigns",
  lists: "nav.lists",
  templates: "nav.templates",
  "never-text": "nav.neverText",
  settings: "nav.settings",
} as const satisfies Record<Entry, string>;

/** The way to every screen, what each of them holds, and whose account it is. */
export function Side({ place, onGo, onNew }: { place: Place; onGo: (entry: Entry) => void; onNew: () => void }) {
  const { t } = useTranslation();
  const app = useApp();
  const format = useFormat();
  const marked = entryOf(place);
  return (
    <aside className={styles.side} aria-label={t("product")}>
      <div className={styles.brand}>
        <Logo />
        {t("product")}
      </div>
      <Button kind="go" className={styles.new ?? ""} onClick={onNew}>
        {t("nav.new")}
      </Button>
      <nav className={styles.entries} aria-label={t("nav.label")}>
        {entries.map((entry) => {
          const count = countOf(entry, app.counts);
          return (
            <button
              key={entry}
              type="button"
              className={styles.entry}
              aria-current={entry === marked ? "page" : undefined}
              onClick={() => onGo(entry)}
            >
              <span className={styles.name}>{t(names[entry])}</span>
              {count !== null && <span className={styles.count}>{format.number(count)}</span>}
            </button>
          );
        })}
      </nav>
      <AccountBox />
    </aside>
  );
}

function countOf(entry: Entry, counts: AppState["counts"]): number | null {
  switch (entry) {
    case "campaigns":
      return counts.campaigns;
    case "lists":
      return counts.lists;
    case "templates":
      return counts.templates;
    case "never-text":
      return counts.neverText;
    case "settings":
      return null;
  }
  return assertNever(entry);
}
