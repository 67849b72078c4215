import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SavedTemplate } from "../../shared/ipc/contract.ts";

const included = ["orderReady", "appointment", "sale", "birthday", "payment", "delivery"] as const;

/** The templates that come with the program, in the language of the window. They can be copied, not changed. */
export function useIncludedTemplates(): SavedTemplate[] {
  const { t } = useTranslation("includedTemplates");
  return useMemo(
    () => included.map((id) => ({ id: `included ${id}`, name: t(`name.${id}`), text: t(`text.${id}`), builtIn: true })),
    [t],
  );
}

/** Templates whose name or text has all the words, in any case. */
export function searchTemplates<T extends { name: string; text: string }>(
  templates: readonly T[],
  search: string,
): T[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter(({ name, text }) => {
    const whole = `${name} ${text}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
