import type { ContactField } from "../../../shared/account.ts";
import { composed } from "../../../shared/message/cell-value.ts";
import { fieldNameOf } from "../../../shared/message/field-names.ts";
import {
  compileTemplate,
  groupTemplate,
  parseTemplate,
  type TemplateProblem,
} from "../../../shared/message/template.ts";

/** What is known of the fields: the columns of a list, or the Contact Book's; null until they are. */
export type KnownFields = { listFields: readonly string[] | null } | { contactFields: readonly ContactField[] | null };

/** The fields that a text can use, by the names that it can hold, and what is wrong with the text. */
export function fieldsOfText(text: string, known: KnownFields): { fields: string[]; problems: TemplateProblem[] } {
  if ("contactFields" in known) {
    const { contactFields } = known;
    if (contactFields === null) return unknown(text);
    const names = contactFields.map(({ name }) => fieldNameOf(name)).filter((name) => name !== "");
    const fields = [...new Set(names)];
    const checked = groupTemplate(parseTemplate(text, fields), contactFields);
    return { fields, problems: checked.ok ? [] : checked.error };
  }
  if (known.listFields === null) return unknown(text);
  const fields = [...known.listFields];
  const compiled = compileTemplate(parseTemplate(text, fields), fields);
  return { fields, problems: compiled.ok ? [] : compiled.error };
}

/** Nobody can say then that there is no such field. */
function unknown(text: string): { fields: string[]; problems: TemplateProblem[] } {
  return { fields: [], problems: parseTemplate(text).problems };
}

/** What a text has besides its fields. */
export function ownWords(text: string, fields: readonly string[]): string {
  const { segments } = parseTemplate(text, fields);
  return segments.map((segment) => (segment.kind === "text" ? composed(segment.text) : "")).join("");
}
