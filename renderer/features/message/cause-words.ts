import { useTranslation } from "react-i18next";
import { assertNever } from "../../../shared/result.ts";
import type { Bucket } from "../../list-worker/protocol.ts";

/** Why people get as many parts as they get, in a sentence. */
export function useCauseWords(): (bucket: Bucket) => string {
  const { t } = useTranslation("message");
  return ({ cause, parts }) => {
    switch (cause.kind) {
      case "marks":
        return t("cause.marks", { marks: cause.marks.join(" ") });
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
