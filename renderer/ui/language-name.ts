import type { Language } from "../i18n/i18n.ts";

/** Each language by its own name, so that whoever reads it finds it. */
export const languageNames: Record<Language, string> = { en: "English", uk: "Українська", ru: "Русский" };
