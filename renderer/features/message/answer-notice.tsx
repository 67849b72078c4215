import { useTranslation } from "react-i18next";
import { useDraft } from "../../draft/use-draft.ts";
import { askedAnswer, isNamedSender } from "../../../shared/message/opt-out.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** That nobody can do what the text asks: answer a sender made of letters. */
export function AnswerNotice({ text, onSelect }: { text: string; onSelect: (start: number, end: number) => void }) {
  const { t } = useTranslation("message");
  const sender = useDraft(({ draft }) => draft?.review.sender ?? "");
  const asked = isNamedSender(sender) ? askedAnswer(text) : null;
  if (asked === null) return null;
  return (
    <Notice
      kind="warn"
      title={t("answer.title", { sender })}
      actions={
        <Button small onClick={() => onSelect(asked.start, asked.end)}>
          {t("answer.change")}
        </Button>
      }
    >
      {t("answer.text", { words: asked.words })}
    </Notice>
  );
}
