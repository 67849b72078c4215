import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ColumnQuestion, ListState } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** Questions asked once for a whole column. */
export function ColumnQuestions({ questions, onShow }: { questions: ColumnQuestion[]; onShow: () => void }) {
  return questions.map((question) => <Question key={question.id} question={question} onShow={onShow} />);
}

function Question({ question, onShow }: { question: ColumnQuestion; onShow: () => void }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const { recipients } = useDraftStore();
  const home = useDraft((state) => state.list?.understood.reading.defaultCountry ?? "");
  const { kind, people, sample } = question;
  const withPlus = kind === "with-plus";
  // The default country's reading is proposed: it comes first.
  const choices = question.choices.toSorted((a, b) => Number(b.proposed) - Number(a.proposed));
  const readings = choices
    .filter(({ result }) => result !== "" || !withPlus)
    .map(({ country, result }) => t("question.reading", { country: format.country(country), result }));
  const wordsOf = ({ result, country }: ColumnQuestion["choices"][number]): string => {
    if (!withPlus) return format.country(country);
    return t(result === "" ? "question.leavePlus" : "question.takePlus");
  };
  return (
    <Notice
      kind="warn"
      title={t(`question.${kind}`, { count: people, home: format.country(home) })}
      actions={
        <>
          {choices.map((choice) => (
            <Button
              key={choice.id}
              small
              onClick={() => void recipients.edit({ kind: "answer", question: question.id, choice: choice.id })}
            >
              {wordsOf(choice)}
            </Button>
          ))}
          <Button small onClick={onShow}>
            {t("question.show")}
          </Button>
        </>
      }
    >
      {t(withPlus ? "question.plusSample" : "question.sample", { sample, readings: readings.join(", ") })}
    </Notice>
  );
}

/** Which of several rows with one number stays: asked while it makes a difference, and under its own filter. */
export function Duplicates({ state, filtered }: { state: ListState; filtered: boolean }) {
  const { t } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const answered = useDraft(({ draft }) => draft?.edits.some(({ kind }) => kind === "duplicates") ?? false);
  const asked = state.duplicatesDiffer > 0 && !answered;
  if (state.sum.duplicate === 0 || !(asked || filtered)) return null;
  const keep = (which: "first" | "last") => void recipients.edit({ kind: "duplicates", keep: which });
  const other = state.duplicatesKeep === "first" ? "last" : "first";
  return (
    <Notice
      kind={asked ? "warn" : "plain"}
      title={t("duplicates.title", { count: state.sum.duplicate })}
      actions={
        <>
          {asked && (
            <Button small onClick={() => keep(state.duplicatesKeep)}>
              {t(`duplicates.stay.${state.duplicatesKeep}`)}
            </Button>
          )}
          <Button small onClick={() => keep(other)}>
            {t(`duplicates.take.${other}`)}
          </Button>
        </>
      }
    >
      {state.duplicatesDiffer > 0 && t("duplicates.differ", { count: state.duplicatesDiffer })}{" "}
      {t(`duplicates.${state.duplicatesKeep}`)}
    </Notice>
  );
}
