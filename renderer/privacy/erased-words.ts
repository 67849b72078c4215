import { useTranslation } from "react-i18next";
import type { WaitingErasure } from "../../shared/privacy.ts";
import { useFormat } from "../ui/use-format.ts";

/** What is said once a number is erased; `waiting` where some of it cannot go yet. */
export function useErasedWords(): (number: string, waiting: WaitingErasure | null) => string {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  return (number, waiting) =>
    waiting === null
      ? t("erase.done", { number })
      : t("erase.doneWaiting", { number, campaigns: format.list(waiting.campaigns) });
}
