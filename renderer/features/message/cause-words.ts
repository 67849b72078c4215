import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { lookalikeOf } from "../../../shared/message/marks.ts";
import { assertNever } from "../../../shared/result.ts";
import type { Bucket } from "../../list-worker/protocol.ts";
import { useFormat } from "../../ui/use-format.ts";

/** Why people get as many parts as they get, in a sentence. */
export function useCauseWords(): (bucket: Bucket) => string {
  const { t } = useTranslation("message");
  const format = useFormat();
  return ({ cause, parts }) => {
    switch (cause.kind) {
      case "marks":
        return t("cause.marks", { marks: format.list(markWords(cause.marks, t)) });
      case "script":
        return t(`cause.script.${cause.script}`);
      case "field-script":
        return t(`cause.field.${cause.script}`, { field: cause.field });
      case "length":
        return cause.field === null ? t("cause.length") : t("cause.fieldLength", { field: cause.field });
      case "plain":
        return parts <= 1 ? t("cause.plain") : t("cause.length");
    }
    return assertNever(cause);
  };
}

/** Marks as they are, and by their names those that nobody can see or tell from a plain letter. */
function markWords(marks: readonly string[], t: TFunction<"message">): string[] {
  const isSeen = (char: string) => /[\p{P}\p{S}]/u.test(char);
  const names = marks
    .filter((char) => !isSeen(char))
    .map((char) => t(`mark.${lookalikeOf(char)?.name ?? "look-alike"}`));
  const seen = marks.filter(isSeen).join(" ");
  return [...(seen === "" ? [] : [seen]), ...new Set(names)];
}
