import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { ChosenGroup } from "../../shared/library/draft.ts";
import { contentDigest } from "../../shared/message/digest.ts";
import { countParts } from "../../shared/message/parts.ts";
import { groupTemplate, parseTemplate } from "../../shared/message/template.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { nativeSha256 } from "../native-sha256.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { RenderedDraft } from "../library/rendered-draft.ts";

/**
 * A draft for Contact Book lists, as far as it can be known here: the service fills the fields, so the parts are those
 * of the text with its `{field_id}` marks, and nobody's own message can be shown.
 * @param chosen the lists as they were when they were chosen
 * @returns with the lists as large as they are now: people come and go at the service
 */
export async function chosenLists(
  client: BsgClient | null,
  chosen: ChosenGroup[],
  text: string,
): Promise<Result<{ rendered: RenderedDraft; groups: ChosenGroup[] }, AppError>> {
  if (client === null) return err(appErrorOf("key.missing"));
  const fields = await client.contactFields();
  if (!fields.ok) return err({ code: fields.error.code, params: fields.error.params });
  const present = await client.groups();
  if (!present.ok) return err({ code: present.error.code, params: present.error.params });
  const sizes = new Map(present.value.map(({ id, people }) => [id, people]));
  const groups = chosen.map((group) => ({ ...group, people: sizes.get(group.id) ?? 0 }));
  const gone = chosen.filter(({ id }) => !sizes.has(id)).map(({ name }) => name);
  const names = fields.value.map(({ name }) => name);
  const template = parseTemplate(text, names);
  const written = groupTemplate(template, fields.value);
  const problems: AppError[] = [];
  if (text.trim() === "") problems.push(appErrorOf("draft.no-text"));
  if (!written.ok) problems.push(appErrorOf("draft.template", { field: written.error[0]?.field ?? "" }));
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const count = countParts(written.ok ? written.value : text);
  if (gone.length > 0) problems.push(appErrorOf("draft.lists-gone", { lists: gone.join(", ") }));
  else if (people === 0) problems.push(appErrorOf("draft.no-people"));
  if (count.overLimit) problems.push(appErrorOf("draft.too-long", { people }));
  const filled = template.segments.some(({ kind }) => kind === "field");
  const lists = groups.map(({ id }) => ({ number: id, text: written.ok ? written.value : text }));
  const content = contentDigest(lists, nativeSha256);
  return ok({
    groups,
    rendered: {
      people,
      // With fields in it the service alone knows: 0 says so.
      parts: filled ? 0 : people * count.parts,
      buckets: [],
      digest: content,
      content,
      commonText: written.ok ? written.value : null,
      columns: names,
      problems,
    },
  });
}
