import { app } from "./app.ts";
import { campaigns } from "./campaigns.ts";
import { draft } from "./draft.ts";
import { errors } from "./errors.ts";
import { includedTemplates } from "./included-templates.ts";
import { lists } from "./lists.ts";
import { message } from "./message.ts";
import { neverText } from "./never-text.ts";
import { privacy } from "./privacy.ts";
import { reasons } from "./reasons.ts";
import { recipients } from "./recipients.ts";
import { repair } from "./repair.ts";
import { review } from "./review.ts";
import { settings } from "./settings.ts";
import { templates } from "./templates.ts";
import { welcome } from "./welcome.ts";

/** One namespace a feature. */
export const ukrainian = {
  app,
  campaigns,
  draft,
  errors,
  includedTemplates,
  lists,
  message,
  neverText,
  privacy,
  reasons,
  recipients,
  repair,
  review,
  settings,
  templates,
  welcome,
};
