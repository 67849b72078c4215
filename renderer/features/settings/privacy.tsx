import { useTranslation } from "react-i18next";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAnswer, useDeskEvent } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { KeepPeople } from "./keep-people.tsx";
import { LostMarks } from "./lost-marks.tsx";
import { OnePerson } from "./one-person.tsx";
import styles from "./settings.module.css";

/** What is kept of people, for how long, and how it goes. */
export function Privacy() {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  const state = useAnswer("privacy", () => desk().getPrivacy({}));
  useDeskEvent("campaignsChanged", () => state.reload());
  const waiting = state.value?.waiting ?? [];

  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t("title")}</h2>
      {state.value?.problem != null &&
        (state.value.lostMarks > 0 ? (
          <LostMarks problem={state.value.problem} people={state.value.lostMarks} onForgotten={state.reload} />
        ) : (
          <ErrorNotice error={state.value.problem} kind="warn" />
        ))}
      <KeepPeople />
      <OnePerson onErased={state.reload} />
      {waiting.length > 0 && (
        <div>
          <h3 className={styles.label}>{t("waiting.title")}</h3>
          <ul className={styles.waiting}>
            {waiting.map(({ number, campaigns, until }) => (
              <li key={number}>
                {until === null
                  ? t("waiting.open", { number, campaigns: format.list(campaigns) })
                  : t("waiting.until", { number, campaigns: format.list(campaigns), when: format.moment(until) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
