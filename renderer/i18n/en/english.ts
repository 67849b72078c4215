import { app } from "./app.ts";
import { campaigns } from "./campaigns.ts";
import { draft } from "./draft.ts";
import { errors } from "./errors.ts";
import { includedTemplates } from "./included-templates.ts";
import { lists } from "./lists.ts";
import { message } from "./message.ts";
import { neverText } from "./never-text.ts";
import { privacy } from "./privacy.ts";
import { type ReasonKey, reasons } from "./reasons.ts";
import { recipients } from "./recipients.ts";
import { repair } from "./repair.ts";
import { review } from "./review.ts";
import { settings } from "./settings.ts";
import { templates } from "./templates.ts";
import { welcome } from "./welcome.ts";

/** One namespace a feature. */
export const english = {
  app,
  campaigns,
  draft,
  errors,
  includedTemplates,
  lists,
  message,
  neverText,
  privacy,
  // Chosen at run time by the code of the reason, so their gaps cannot be checked one by one.
  reasons: reasons as Record<ReasonKey, string>,
  recipients,
  repair,
  review,
  settings,
  templates,
  welcome,
};
