import { z } from "zod";
import { ok, refuseField, type Answer } from "./answer.ts";
import { checked, listed } from "./checking.ts";
import { requireAll } from "./contact-store.ts";
import { pageOf } from "./paging.ts";
import type { Call, Practice } from "./practice.ts";
import { writeTime } from "./zone.ts";

const types = z.array(z.literal("sms")).min(1);
const phone = z.union([z.string().regex(/^\d{9,15}$/, "Invalid phone number format"), z.number().int()]);

/** `GET /api/stoplist?type=sms`; 20 a page unless asked otherwise. */
export function listStopped({ practice, query }: Call): Answer {
  const type = query.get("type") ?? "sms";
  return listed(type === "sms" ? entries(practice, "TRUE") : [], pageOf(query, { least: 15, usual: 20 }));
}

/** `GET /api/stoplist/search`: one number, or who of a Contact Book list is on it. */
export function searchStopped({ practice, query }: Call): Answer {
  const page = pageOf(query, { least: 15, usual: 20 });
  const group = query.get("contact_group_id");
  if (group !== null) {
    const ofGroup = `phone IN (SELECT c.phone FROM contact c JOIN membership m ON m.contact = c.id
      WHERE m.contact_group = ?)`;
    return listed(entries(practice, ofGroup, Number(group)), page);
  }
  const wanted = query.get("phone") ?? query.get("search[value]");
  if (wanted === null) return refuseField("phone", "This value should not be blank.");
  return listed(entries(practice, "phone = ?", wanted), page);
}

/** `POST /api/stoplist/attach`: at most 1,000 numbers; those already there stay. */
export function attachStopped({ practice, body }: Call): Answer {
  const read = checked(z.object({ phones: z.array(phone).min(1).max(1000), types }), body);
  const add = practice.store.db.prepare("INSERT OR IGNORE INTO stop_entry (phone, created_at) VALUES (?, ?)");
  for (const each of read.phones) add.run(String(each), practice.now());
  const added = JSON.stringify(read.phones.map(String));
  return ok({ data: entries(practice, "phone IN (SELECT value FROM json_each(?))", added) });
}

/** `POST /api/stoplist/detach`: by the entries' own ids, at most 200. */
export function detachStopped({ practice, body }: Call): Answer {
  const { ids } = checked(z.object({ ids: z.array(z.number().int()).min(1).max(200), types }), body);
  requireAll(practice.store, "stop_entry", ids, "ids", "Stop list entry was not found");
  const drop = practice.store.db.prepare("DELETE FROM stop_entry WHERE id = ?");
  for (const id of ids) drop.run(id);
  return ok({ data: ids });
}

function entries(practice: Practice, condition: string, ...values: (string | number)[]): Record<string, unknown>[] {
  return practice.store.db
    .prepare(`SELECT * FROM stop_entry WHERE ${condition} ORDER BY id`)
    .all(...values)
    .map((row) => ({
      id: row["id"],
      phone: row["phone"],
      created_at: writeTime(Number(row["created_at"]), practice.switches().createdAtZone),
      sms_stoplist: true,
      viber_stoplist: false,
    }));
}
