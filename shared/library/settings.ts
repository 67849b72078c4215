import { z } from "zod";

export const languages = ["en", "uk", "ru"] as const;

/** The user's settings. The defaults are the initial state of a new installation. */
export const settings = z.strictObject({
  language: z.enum(["system", ...languages]).default("system"),
  theme: z.enum(["system", "light", "dark"]).default("system"),
  /** ISO 3166 code for numbers without a country; null until the user or the system's region says. */
  defaultCountry: z.string().length(2).nullable().default(null),
  /** Seconds between the confirmation and the first request, in which Undo is possible. */
  undoSeconds: z.number().int().min(0).max(600).default(15),
  /** One's own number for tests, as it was typed last. */
  testNumber: z.string().max(40).default(""),
  /** Whether the system tells when a campaign is finished or needs the user. */
  notifications: z.boolean().default(true),
});
export type Settings = z.infer<typeof settings>;

/** A change of some settings. */
export const settingsPatch = z.strictObject({
  language: settings.shape.language.unwrap().optional(),
  theme: settings.shape.theme.unwrap().optional(),
  defaultCountry: settings.shape.defaultCountry.unwrap().optional(),
  undoSeconds: settings.shape.undoSeconds.unwrap().optional(),
  testNumber: settings.shape.testNumber.unwrap().optional(),
  notifications: settings.shape.notifications.unwrap().optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatch>;
