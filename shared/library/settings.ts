import { z } from "zod";
import { keepMonths } from "../privacy.ts";

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
  /**
   * For how many months people and texts of campaigns that are over are kept; null: for ever. A year by default: the
   * same feast last year can still be looked up, and nobody's number lies about for longer without anybody's decision.
   */
  keepMonths: z.literal(keepMonths).nullable().default(12),
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
  keepMonths: settings.shape.keepMonths.unwrap().optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatch>;
