import { refuseField } from "./answer.ts";
import type { Store } from "./store.ts";

export type Contact = {
  id: number;
  phone: string;
  verified: boolean;
  createdAt: number;
  groups: number[];
  /** Value by field id; a field without a value is empty. */
  fields: Map<number, string>;
};

/** The contacts of any of these groups, each once, by id. */
export function contactsOfGroups(store: Store, groups: readonly number[]): Contact[] {
  return contactsWhere(
    store,
    "id IN (SELECT contact FROM membership WHERE contact_group IN (SELECT value FROM json_each(?)))",
    JSON.stringify(groups),
  );
}

/** The contacts that meet a condition with one parameter, by id. */
export function contactsWhere(store: Store, condition: string, value: string | number): Contact[] {
  const contacts = store.db.prepare(`SELECT * FROM contact WHERE ${condition} ORDER BY id`).all(value);
  const ids = JSON.stringify(contacts.map((contact) => contact["id"]));
  const values = pairs(store, "SELECT contact, field, value FROM contact_value", ids);
  const memberships = pairs(store, "SELECT contact, contact_group, 0 AS value FROM membership", ids);
  const fields = store.db.prepare("SELECT id FROM contact_field").all();
  return contacts.map((row) => {
    const id = Number(row["id"]);
    return {
      id,
      phone: String(row["phone"]),
      verified: row["verified"] === 1,
      createdAt: Number(row["created_at"]),
      groups: (memberships.get(id) ?? []).map(([group]) => group),
      fields: new Map([
        ...fields.map((field): [number, string] => [Number(field["id"]), ""]),
        ...(values.get(id) ?? []),
      ]),
    };
  });
}

function pairs(store: Store, select: string, contacts: string): Map<number, [number, string][]> {
  const found = new Map<number, [number, string][]>();
  for (const row of store.db.prepare(`${select} WHERE contact IN (SELECT value FROM json_each(?))`).all(contacts)) {
    const [contact, key, value] = Object.values(row);
    const list = found.get(Number(contact)) ?? [];
    list.push([Number(key), String(value)]);
    found.set(Number(contact), list);
  }
  return found;
}

/** Every number of the Contact Book. */
export function knownPhones(store: Store): Set<string> {
  return phonesOf(store, "contact");
}

/** Every number of the stop list. */
export function stoppedPhones(store: Store): Set<string> {
  return phonesOf(store, "stop_entry");
}

function phonesOf(store: Store, table: "contact" | "stop_entry"): Set<string> {
  return new Set(
    store.db
      .prepare(`SELECT phone FROM ${table}`)
      .all()
      .map((row) => String(row["phone"])),
  );
}

/** Refuses with 422 unless all of these groups exist. */
export function requireGroups(store: Store, groups: readonly number[], path: string): void {
  requireAll(store, "contact_group", groups, path, "Group was not found");
}

/** Refuses with 422 unless the table has all of these ids. */
export function requireAll(
  store: Store,
  table: "contact_group" | "contact_field" | "contact" | "stop_entry",
  ids: readonly number[],
  path: string,
  sentence: string,
): void {
  const find = store.db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`);
  ids.forEach((id, index) => {
    if (find.get(id) === undefined) refuseField(`${path}${index}`, sentence);
  });
}
