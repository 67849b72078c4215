import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useDraft } from "../../draft/use-draft.ts";
import { nonGsmCharacters, type NonGsmCharacter } from "../../../shared/message/encoding.ts";
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
  const marks = nonGsmCharacters(text).filter(({ replacement }) => replacement !== null);
  const parts = t("save.parts", { count: saving.partsSaved });
  return (
    <Notice
      kind="warn"
      title={money === null ? parts : t("save.money", { amount: format.money(money) })}
      actions={
        <Button small onClick={() => onReplace(saving.replaced)}>
          {t("save.act", { count: marks.length })}
        </Button>
      }
    >
      {t("save.why", { marks: format.list(named(marks, t)) })}{" "}
      {t("save.people", { count: saving.people, parts: format.number(saving.partsSaved) })}
    </Notice>
  );
}

/** The marks by their names: each name once, with those of its signs that can be seen. */
function named(marks: readonly NonGsmCharacter[], t: TFunction<"message">): string[] {
  const signs = new Map<NonGsmCharacter["name"], Set<string>>();
  for (const { name, char } of marks) {
    const known = signs.get(name) ?? new Set<string>();
    signs.set(name, /\S/.test(char) && !/\p{C}/u.test(char) ? known.add(char) : known);
  }
  return [...signs].map(([name, chars]) => [t(`mark.${name}`), ...chars].join(" "));
}
