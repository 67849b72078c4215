import { useTranslation } from "react-i18next";
import type { TemplateProblem } from "../../../shared/message/template.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./message-step.module.css";

/** What is wrong with the text, each with what was probably meant. */
export function Problems({
  problems,
  onReplace,
}: {
  problems: readonly TemplateProblem[];
  onReplace: (start: number, end: number, words: string) => void;
}) {
  const { t } = useTranslation("message");
  if (problems.length === 0) return null;
  return (
    <div role="alert">
      <ul className={styles.problems}>
        {problems.map(({ kind, field, suggestion, start, end }) => (
          <li key={start} className={styles.problem}>
            {t(`problem.${kind}`, { field: field.slice(0, 40), braces: kind === "unclosed" ? "{{" : "}}" })}
            {suggestion !== null && (
              <Button small onClick={() => onReplace(start, end, `{${suggestion}}`)}>
                {t("problem.meant", { field: `{${suggestion}}` })}
              </Button>
            )}
            {kind === "fallback" && (
              <Button small onClick={() => onReplace(start, end, `{${field}}`)}>
                {t("problem.plain", { field: `{${field}}` })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
