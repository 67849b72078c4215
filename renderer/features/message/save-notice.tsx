import { useTranslation } from "react-i18next";
import { useDraft } from "../../draft/use-draft.ts";
import { nonGsmCharacters } from "../../../shared/message/encoding.ts";
import type { MessageTally } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** What plain marks instead of typographic ones would save, and the one click that does it. */
export function SaveNotice({
  tally: { saving },
  text,
  onReplace,
}: {
  tally: MessageTally;
  text: string;
  onReplace: (text: string) => void;
}) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const money = useDraft((state) => state.price?.saving ?? null);
  if (saving === null) return null;
  const marks = nonGsmCharacters(text).filter(({ replacement }) => replacement !== null).length;
  const title =
    money === null ? t("save.parts", { count: saving.partsSaved }) : t("save.money", { amount: format.money(money) });
  return (
    <Notice
      kind="warn"
      title={title}
      actions={
        <Button small onClick={() => onReplace(saving.replaced)}>
          {t("save.act", { count: marks })}
        </Button>
      }
    >
      {t("save.why", { marks: saving.marks.map(visible).join(" ") })} {t("save.people", { count: saving.people })}
    </Notice>
  );
}

/** A mark that can be seen; spaces and invisible characters by their code. */
function visible(mark: string): string {
  if (/\S/.test(mark) && !/\p{Cf}/u.test(mark)) return mark;
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
