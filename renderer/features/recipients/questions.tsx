import { useTranslation } from "react-i18next";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { ColumnQuestion } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** Questions asked once for a whole column. */
export function ColumnQuestions({
  questions,
  toDecide,
  onShow,
}: {
  questions: ColumnQuestion[];
  /** So many rows are shown: those of all questions. */
  toDecide: number;
  onShow: () => void;
}) {
  return questions.map((question) => (
    <Question key={question.id} question={question} toDecide={toDecide} onShow={onShow} />
  ));
}

const sentences = {
  "trunk-8": "question.sample",
  "two-readings": "question.sample",
  "with-plus": "question.plusSample",
  "row-country": "question.rowSample",
} as const;

function Question({ question, toDecide, onShow }: { question: ColumnQuestion; toDecide: number; onShow: () => void }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const { recipients } = useDraftStore();
  const { kind, people, sample, home, named } = question;
  const withPlus = kind === "with-plus";
  // The default country's reading is proposed: it comes first.
  const choices = question.choices.toSorted((a, b) => Number(b.proposed) - Number(a.proposed));
  const readings = choices
    .filter(({ result }) => result !== "")
    .map(({ country, result }) => t("question.reading", { country: format.country(country), result }));
  const wordsOf = ({ id, country, result }: ColumnQuestion["choices"][number]): string => {
    const leaves = withPlus ? result === "" : kind === "row-country" && id !== home;
    if (leaves) return t("question.leavePlus", { count: people });
    return withPlus ? t("question.takePlus", { count: people }) : format.country(country);
  };
  return (
    <Notice
      kind="warn"
      title={
        home === null
          ? t("question.plusByRow", { count: people })
          : t(`question.${kind}`, { count: people, home: format.country(home) })
      }
      actions={
        <>
          {choices.map((choice) => (
            <Button
              key={choice.id}
              small
              {...deliberate(() => void recipients.edit({ kind: "answer", question: question.id, choice: choice.id }))}
            >
              {wordsOf(choice)}
            </Button>
          ))}
          <Button small onClick={onShow}>
            {t("question.show", { count: toDecide })}
          </Button>
        </>
      }
    >
      {t(sentences[kind], { sample, named: named ?? "", readings: readings.join(", ") })}
    </Notice>
  );
}
