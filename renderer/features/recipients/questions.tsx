import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ColumnQuestion } from "../../list-worker/protocol.ts";
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
    .filter(({ result }) => result !== "")
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
