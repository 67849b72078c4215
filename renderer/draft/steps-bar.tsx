import { useTranslation } from "react-i18next";
import { assertNever } from "../../shared/result.ts";
import { useFormat } from "../ui/use-format.ts";
import { stepSummaries, type StepLine, type StepSummary } from "./step-summary.ts";
import styles from "./steps-bar.module.css";
import { useDraft, useDraftStore } from "./use-draft.ts";
import { useWhenWords } from "./when-words.ts";

/** The four steps, each with what it holds so far. They can be visited in any order. */
export function StepsBar() {
  const { t } = useTranslation("draft");
  const state = useDraft((all) => all);
  const { goTo } = useDraftStore();
  return (
    <nav aria-label={t("steps")}>
      <ol className={styles.steps}>
        {stepSummaries(state).map((step) => (
          <li key={step.id} className={styles.item}>
            <Step step={step} onGo={(id) => void goTo(id)} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Step({ step, onGo }: { step: StepSummary; onGo: (id: "recipients" | "message" | "review") => void }) {
  const { t } = useTranslation("draft");
  const line = useStepLine(step.line);
  const { id } = step;
  const content = (
    <>
      <span className={styles.name}>
        <span className={[styles.mark, step.state === "open" ? "" : styles[step.state]].join(" ")} aria-hidden="true">
          {step.state === "done" ? "✓" : ""}
        </span>
        {t(`step.${id}`)}
        {step.state === "done" && <span className="unseen">{t("step.done")}</span>}
      </span>
      <span className={styles.line} title={line}>
        {line}
      </span>
    </>
  );
  // Nothing is sent from the bar: its last step only says when.
  if (id === "send") return <div className={styles.step}>{content}</div>;
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={step.state === "current" ? "step" : undefined}
      onClick={() => onGo(id)}
    >
      {content}
    </button>
  );
}

function useStepLine(line: StepLine): string {
  const { t } = useTranslation("draft");
  const format = useFormat();
  const words = useWhenWords();
  switch (line.kind) {
    case "nothing":
      return "";
    case "who":
    case "unwritten":
    case "mend":
    case "counting":
      return t(`step.${line.kind}`);
    case "source":
      return line.name;
    case "people": {
      const people = t(line.atMost ? "step.peopleAtMost" : "step.people", { count: line.people });
      return line.toDecide === 0 ? people : `${people}, ${t("step.toDecide", { count: line.toDecide })}`;
    }
    case "parts": {
      const all = format.number(line.all);
      if (line.least === line.most) return t("step.partsEach", { count: line.most, all });
      const key = line.most === line.least + 1 ? "step.partsEither" : "step.partsFrom";
      return t(key, { count: line.most, least: line.least, most: line.most, all });
    }
    case "price": {
      const price = format.money(line.price);
      if (line.atMost) return t("step.atMost", { what: price });
      return t(line.estimated ? "step.priceAbout" : "step.price", { price });
    }
    case "when":
      return format.capital(words.short(line.when));
  }
  return assertNever(line);
}
