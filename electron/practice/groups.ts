import { z } from "zod";
import { created, ok, refuseField, type Answer } from "./answer.ts";
import { checked, listed } from "./checking.ts";
import { requireAll, requireGroups } from "./contact-store.ts";
import { pageOf } from "./paging.ts";
import type { Call, Practice } from "./practice.ts";
import { writeTime } from "./zone.ts";

const groupBody = z.object({
  name: z.string().min(3).max(50),
  description: z.string().min(1).max(255).nullish(),
  default: z.boolean().nullish(),
});

/** Ids of one request to attach or detach. */
const pairing = z.object({
  contacts: z.array(z.number().int()).min(1).max(200),
  groups: z.array(z.number().int()).min(1).max(100),
});

type GroupRow = {
  id: number;
  name: string;
  description: string | null;
  is_default: number;
  created_at: number;
  items: number;
  stop_list_count: number;
};

function rowsLike(practice: Practice, name: string): GroupRow[] {
  return practice.store.db
    .prepare(
      `SELECT g.*, (SELECT count(*) FROM membership WHERE contact_group = g.id) AS items,
         (SELECT count(*) FROM membership m JOIN contact c ON c.id = m.contact JOIN stop_entry s ON s.phone = c.phone
          WHERE m.contact_group = g.id) AS stop_list_count
       FROM contact_group g WHERE instr(lower(g.name), lower(?)) > 0 ORDER BY g.id`,
    )
    .all(name) as GroupRow[];
}

function shown(practice: Practice, row: GroupRow, nameOfDefault: "default" | "is_default"): Record<string, unknown> {
  const { is_default: isDefault, created_at: createdAt, ...rest } = row;
  return {
    ...rest,
    [nameOfDefault]: isDefault === 1,
    created_at: writeTime(createdAt, practice.switches().createdAtZone),
  };
}

/** `GET /api/groups` */
export function listGroups({ practice, query }: Call): Answer {
  const rows = rowsLike(practice, "").map((row) => shown(practice, row, "default"));
  return listed(rows, pageOf(query, { least: 15, usual: 50 }));
}

/** `GET /api/groups/search`: by a part of the name. */
export function searchGroups({ practice, query }: Call): Answer {
  const name = query.get("search[value]") ?? query.get("name") ?? "";
  const rows = rowsLike(practice, name).map((row) => shown(practice, row, "is_default"));
  return listed(rows, pageOf(query, { least: 15, usual: 50 }));
}

/** `POST /api/groups` */
export function createGroup({ practice, body }: Call): Answer {
  const { db } = practice.store;
  const read = checked(groupBody, body);
  if (db.prepare("SELECT 1 FROM contact_group WHERE name = ?").get(read.name) !== undefined) {
    return refuseField("name", "Group name is already exist", "Group name is already exist");
  }
  const { lastInsertRowid } = db
    .prepare("INSERT INTO contact_group (name, description, is_default, created_at) VALUES (?, ?, ?, ?)")
    .run(read.name, read.description ?? null, read.default === true ? 1 : 0, practice.now());
  const made = rowsLike(practice, read.name).find((row) => row.id === Number(lastInsertRowid));
  return created({ data: made === undefined ? null : shown(practice, made, "default") });
}

/** `POST /api/groups/attach` */
export function attach(call: Call): Answer {
  return pair(call, "INSERT OR IGNORE INTO membership (contact, contact_group) VALUES (?, ?)");
}

/** `POST /api/groups/detach` */
export function detach(call: Call): Answer {
  return pair(call, "DELETE FROM membership WHERE contact = ? AND contact_group = ?");
}

function pair({ practice, body }: Call, sql: string): Answer {
  const { contacts, groups } = checked(pairing, body);
  requireAll(practice.store, "contact", contacts, "contacts", "Contact was not found");
  requireGroups(practice.store, groups, "groups");
  const change = practice.store.db.prepare(sql);
  for (const group of groups) for (const contact of contacts) change.run(contact, group);
  return ok({ data: { contacts, groups } });
}
