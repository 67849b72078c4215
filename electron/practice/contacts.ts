import { z } from "zod";
import { created, ok, refusal, refuseField, Refused, type Answer } from "./answer.ts";
import { checked, listed } from "./checking.ts";
import { contactsOfGroups, contactsWhere, requireAll, requireGroups, type Contact } from "./contact-store.ts";
import { pageOf } from "./paging.ts";
import type { Call, Practice } from "./practice.ts";
import { writeTime } from "./zone.ts";

const fieldBody = z.object({
  name: z.string().min(1).max(30),
  type: z.enum(["text", "date", "number"]),
  description: z.string().min(1).max(255).nullish(),
  is_visible: z.boolean().nullish(),
});
const contactBody = z.object({
  phone: z.union([z.string(), z.number()]),
  groups: z.array(z.number().int()).max(100).nullish(),
  fields: z.array(z.object({ id: z.number().int(), value: z.string().min(1) })).nullish(),
});
type ContactBody = z.infer<typeof contactBody>;

/** `GET /api/contacts/fields` */
export function listFields({ practice }: Call): Answer {
  return ok({ data: fieldsWhere(practice, "TRUE") });
}

/** `POST /api/contacts/fields` */
export function createField({ practice, body }: Call): Answer {
  const { db } = practice.store;
  const { name, type, description, is_visible: visible } = checked(fieldBody, body);
  if (db.prepare("SELECT 1 FROM contact_field WHERE name = ?").get(name) !== undefined) {
    return refuseField("name", "Field name is already exist", "Field name is already exist");
  }
  const { lastInsertRowid } = db
    .prepare("INSERT INTO contact_field (name, type, description, is_visible) VALUES (?, ?, ?, ?)")
    .run(name, type, description ?? null, visible === false ? 0 : 1);
  return created({ data: fieldsWhere(practice, `id = ${Number(lastInsertRowid)}`)[0] });
}

function fieldsWhere(practice: Practice, condition: string): Record<string, unknown>[] {
  return practice.store.db
    .prepare(`SELECT * FROM contact_field WHERE ${condition} ORDER BY id`)
    .all()
    .map((row) => ({ ...row, is_visible: row["is_visible"] === 1 }));
}

/** `GET /api/contacts`, of some groups or all; 20 a page unless asked otherwise. */
export function listContacts({ practice, query }: Call): Answer {
  const groups = query.getAll("groups[]").map(Number);
  const found =
    groups.length === 0 ? contactsWhere(practice.store, "id > ?", 0) : contactsOfGroups(practice.store, groups);
  return listed(
    found.map((contact) => shown(practice, contact)),
    pageOf(query, { least: 15, usual: 20 }),
  );
}

/** `GET /api/contacts/search`: by the whole phone number. */
export function searchContacts({ practice, query }: Call): Answer {
  const page = pageOf(query, { least: 15, usual: 20 });
  if (query.get("search[field]") !== "phone" || query.get("search[operator]") !== "=") {
    return refusal(422, "Validation failed", { searchfield: ["Only phone with the operator = is known here."] });
  }
  const found = contactsWhere(practice.store, "phone = ?", query.get("search[value]") ?? "");
  const data = found.slice(page.offset, page.offset + page.limit).map((contact) => shown(practice, contact));
  return ok({ data, meta: { page: { total: found.length, ...page } } });
}

/** `POST /api/contacts` */
export function createContact({ practice, body }: Call): Answer {
  const { db } = practice.store;
  const read = checked(contactBody, body);
  const phone = validPhone(read.phone);
  if (db.prepare("SELECT 1 FROM contact WHERE phone = ?").get(phone) !== undefined) {
    const sentence = "Phone number is already exist in contact book";
    return refuseField("phone", sentence, sentence);
  }
  if (practice.switches().mode === "test") {
    return refusal(422, "In TEST mode only verified numbers are allowed", { phone: ["The number is not verified"] });
  }
  requireKnown(practice, read);
  const { lastInsertRowid } = db
    .prepare("INSERT INTO contact (phone, verified, created_at) VALUES (?, 0, ?)")
    .run(phone, practice.now());
  keep(practice, Number(lastInsertRowid), read);
  return created({ data: shownById(practice, Number(lastInsertRowid)) });
}

/** `PUT /api/contacts/{id}`: what is given replaces what was there. */
export function updateContact({ practice, id, body }: Call): Answer {
  const { db } = practice.store;
  if (db.prepare("SELECT 1 FROM contact WHERE id = ?").get(id) === undefined) {
    return refusal(404, "Contact was not found");
  }
  const read = checked(contactBody, body);
  const phone = validPhone(read.phone);
  if (db.prepare("SELECT 1 FROM contact WHERE phone = ? AND id <> ?").get(phone, id) !== undefined) {
    const sentence = "Phone number is already exist in contact book";
    return refuseField("phone", sentence, sentence);
  }
  requireKnown(practice, read);
  db.prepare("UPDATE contact SET phone = ? WHERE id = ?").run(phone, id);
  if (read.groups != null) db.prepare("DELETE FROM membership WHERE contact = ?").run(id);
  if (read.fields != null) db.prepare("DELETE FROM contact_value WHERE contact = ?").run(id);
  keep(practice, id, read);
  return ok({ data: shownById(practice, id) });
}

/** `POST /api/contacts/delete`: deletes the contacts themselves, also when it is given groups. */
export function deleteContacts({ practice, body }: Call): Answer {
  const ids = z.array(z.number().int()).nullish();
  const { contacts, groups } = checked(z.object({ contacts: ids, groups: ids }), body);
  const all = [...(contacts ?? []), ...contactsOfGroups(practice.store, groups ?? []).map((contact) => contact.id)];
  const drop = practice.store.db.prepare("DELETE FROM contact WHERE id = ?");
  for (const id of all) drop.run(id);
  return ok({ data: all });
}

function validPhone(given: string | number): string {
  const phone = String(given);
  if (/^\d{9,15}$/.test(phone)) return phone;
  return refuseField("phone", "Invalid phone number format", "Invalid phone number format");
}

function requireKnown({ store }: Practice, read: ContactBody): void {
  const fields = (read.fields ?? []).map((field) => field.id);
  requireGroups(store, read.groups ?? [], "groups");
  requireAll(store, "contact_field", fields, "fields", "Field was not found");
}

function keep({ store }: Practice, id: number, read: ContactBody): void {
  const join = store.db.prepare("INSERT OR IGNORE INTO membership (contact, contact_group) VALUES (?, ?)");
  for (const group of read.groups ?? []) join.run(id, group);
  const write = store.db.prepare("INSERT OR REPLACE INTO contact_value (contact, field, value) VALUES (?, ?, ?)");
  for (const field of read.fields ?? []) write.run(id, field.id, field.value);
}

function shownById(practice: Practice, id: number): Record<string, unknown> {
  const [contact] = contactsWhere(practice.store, "id = ?", id);
  if (contact === undefined) throw new Refused(refusal(404, "Contact was not found"));
  return shown(practice, contact);
}

function shown(practice: Practice, contact: Contact): Record<string, unknown> {
  return {
    id: contact.id,
    phone: contact.phone,
    fields: shownFields(contact),
    created_at: writeTime(contact.createdAt, practice.switches().createdAtZone),
    groups: contact.groups,
    hlr_status: null,
    hlr_last_check: null,
  };
}

/** `[]` for none; else an object by field id, and for every fourth contact a list of pairs: all three are met. */
function shownFields(contact: Contact): unknown {
  const given = [...contact.fields].filter(([, value]) => value !== "");
  if (given.length === 0) return [];
  return contact.id % 4 === 0 ? given.map(([id, value]) => ({ id, value })) : Object.fromEntries(given);
}
