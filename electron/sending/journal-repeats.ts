import type { DatabaseSync } from "node:sqlite";
import type { NumberMarks } from "../privacy/number-marks.ts";
import { hasMarks } from "./journal-erasing.ts";
import { text } from "./journal-rows.ts";

// What may have reached somebody's phone: everything that was posted, be it from another computer, and not refused.
const mayHaveGone = "json_extract(part.part, '$.attempts') > 0 AND part.state <> 'refused'";
const postedAt = "coalesce(part.tried_at, part.accepted_at, campaign.confirmed_at)";

/**
 * Who of these numbers may have had a text since an instant (ISO), and by which campaign last. Null when nobody. Erased
 * people are known again by their marks.
 */
export function textedLately(
  database: DatabaseSync,
  marks: NumberMarks,
  numbers: string[],
  since: string,
): { people: number; title: string; at: string; numbers: string[] } | null {
  const known = marks.known && hasMarks(database) ? numbers.map((number) => [marks.inPlaceOf(number), number]) : [];
  const numberOf = new Map(known.map(([mark = "", number = ""]) => [mark, number]));
  const rows = database
    .prepare(
      `SELECT person.number AS number, max(campaign.sequence) AS last
       FROM json_each(?) AS wanted
       JOIN person ON person.number = wanted.value
       JOIN part ON part.campaign_id = person.campaign_id AND part.position = person.part
       JOIN campaign ON campaign.id = person.campaign_id
       WHERE person.left_out = 0 AND ${postedAt} >= ? AND ${mayHaveGone} GROUP BY person.number`,
    )
    .all(JSON.stringify([...numbers, ...numberOf.keys()]), since);
  if (rows.length === 0) return null;
  const newest = rows.reduce((newest, row) => Math.max(newest, Number(row["last"])), 0);
  const last = database.prepare("SELECT title, confirmed_at FROM campaign WHERE sequence = ?").get(newest);
  if (last === undefined) return null;
  const found = rows.map((row) => text(row, "number"));
  const people = [...new Set(found.map((number) => numberOf.get(number) ?? number))];
  return { people: people.length, title: text(last, "title"), at: text(last, "confirmed_at"), numbers: people };
}

/** Everybody who may have had a text since an instant (ISO), with the last instant of each; nobody who was erased. */
export function everybodyTextedSince(database: DatabaseSync, since: string): { numbers: string[]; at: string[] } {
  const rows = database
    .prepare(
      `SELECT person.number AS number, max(${postedAt}) AS at
       FROM part JOIN campaign ON campaign.id = part.campaign_id
       JOIN person ON person.campaign_id = part.campaign_id AND person.part = part.position
       WHERE ${postedAt} >= ? AND ${mayHaveGone} AND person.left_out = 0 AND person.number NOT LIKE '#%'
       GROUP BY person.number`,
    )
    .all(since);
  return { numbers: rows.map((row) => text(row, "number")), at: rows.map((row) => text(row, "at")) };
}

/** The last campaign with one of these content digests of which anything may have gone out. */
export function sameContent(database: DatabaseSync, digests: string[]): { title: string; at: string } | null {
  const row = database
    .prepare(
      `SELECT title, confirmed_at FROM campaign
       WHERE content_digest IN (SELECT value FROM json_each(?)) AND undone = 0 AND state NOT IN ('refused')
         AND EXISTS (SELECT 1 FROM part WHERE part.campaign_id = campaign.id AND part.state <> 'cancelled')
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get(JSON.stringify(digests));
  return row === undefined ? null : { title: text(row, "title"), at: text(row, "confirmed_at") };
}
