import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useDraft } from "../../draft/use-draft.ts";
import type { Money } from "../../../shared/money.ts";
import type { NonGsmCharacter } from "../../../shared/message/encoding.ts";
import { isPlain, templateMarks, withoutMarks } from "../../../shared/message/template-marks.ts";
import { parseTemplate, printTemplate } from "../../../shared/message/template.ts";
import type { MessageTally } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** What plain marks instead of typographic ones would save, in parts and money or in room, and the click that does it. */
export function SaveNotice({
  tally,
  text,
  fields,
  onReplace,
}: {
  tally: MessageTally;
  text: string;
  fields: readonly string[];
  onReplace: (text: string) => void;
}) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const money = useSaving();
  const hasLatin = useDraft(({ draft }) => (draft?.review.latinLetters ?? null) !== null);
  const template = parseTemplate(text, fields);
  const marks = templateMarks(template);
  const replaced = withoutMarks(template);
  const { saving } = tally;
  if (marks.length === 0 || hasLatin || tally.problems.length > 0) return null;
  const act = (
    <Button small onClick={() => onReplace(printTemplate(replaced))}>
      {t("save.act", { count: marks.length })}
    </Button>
  );
  const why = t("save.why", { marks: format.list(named(marks, t)) });
  if (saving === null) {
    // In a text of other letters plain marks change nothing.
    return isPlain(replaced) ? (
      <Notice actions={act}>
        {why} {t("save.room")}
      </Notice>
    ) : null;
  }
  const parts = t("save.parts", { count: saving.partsSaved });
  return (
    <Notice kind="warn" title={money === null ? parts : t("save.money", { amount: format.money(money) })} actions={act}>
      {why} {t("save.people", { count: saving.people, parts: format.number(saving.partsSaved) })}
    </Notice>
  );
}

/** What replacing the marks takes off the total as it is shown; null when unknown or nothing. */
function useSaving(): Money | null {
  const format = useFormat();
  const price = useDraft((state) => state.price);
  if (price === null || price.total === null || price.replaced === null) return null;
  const money = format.rest(price.total, price.replaced);
  return money.millionths > 0 ? money : null;
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
