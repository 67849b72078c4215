import type { DatabaseSync } from "node:sqlite";
import type { NumberMarks } from "../privacy/number-marks.ts";
import { hasMarks } from "./journal-erasing.ts";
import { text } from "./journal-rows.ts";

// What may have reached somebody's phone: everything that was posted, be it from another computer, and not refused.
const mayHaveGone = "json_extract(part.part, '$.attempts') > 0 AND part.state <> 'refused'";
const plannedFor = `iif(json_extract(part.part, '$.sendNow') = 1, NULL,
  coalesce(json_extract(part.part, '$.start.utc'), json_extract(campaign.start, '$.utc')))`;
// What was handed over days before its time goes out at its time.
const partTextedAt = `max(coalesce(part.tried_at, part.accepted_at, campaign.confirmed_at), coalesce(${plannedFor}, ''))`;
// Worked out once for each part, not for each of its people. Of one that is over whoever has not left never will.
const partsGone = `WITH gone AS MATERIALIZED (
  SELECT part.campaign_id, part.position, campaign.title, campaign.sequence, ${partTextedAt} AS at,
    part.state = 'stopped' AS stopped,
    json_extract(part.part, '$.state.watch') IS 'over' AND NOT EXISTS (
      SELECT 1 FROM owned WHERE owned.campaign_id = part.campaign_id AND owned.part = part.position AND final = 0
    ) AS over
  FROM part JOIN campaign ON campaign.id = part.campaign_id WHERE ${partTextedAt} >= :since AND ${mayHaveGone}
)`;
const isOut = "person.word NOT IN ('accepted', 'scheduled', 'moderation')";
// One that began too early is out before its time. "~" is later than any instant.
const textedAt = `min(gone.at, iif(${isOut}, :now, '~'))`;
// The others are "not sent", see `statesOf`.
const mayBeTexted = `person.left_out = 0
  AND NOT (gone.over AND (person.word IS NULL OR (gone.stopped AND NOT ${isOut})))`;

/** Instants (ISO): what was before `since` is long ago. */
export type Lately = { since: string; now: string };

/**
 * Who of these numbers may have had a text lately, and who of the others is to get one that is planned; by which campaign
 * last, and when. Null when nobody. Erased people are known again by their marks. `numbers`: all of them.
 */
export function textedLately(
  database: DatabaseSync,
  marks: NumberMarks,
  numbers: string[],
  { since, now }: Lately,
): { people: number; planned: number; title: string; at: string; numbers: string[] } | null {
  const known = marks.known && hasMarks(database) ? numbers.map((number) => [marks.inPlaceOf(number), number]) : [];
  const numberOf = new Map(known.map(([mark = "", number = ""]) => [mark, number]));
  const rows = database
    .prepare(
      `${partsGone} SELECT person.number AS number, gone.title AS title, ${textedAt} AS at
       FROM json_each(:wanted) AS wanted
       CROSS JOIN person ON person.number = wanted.value
       JOIN gone ON gone.campaign_id = person.campaign_id AND gone.position = person.part
       WHERE ${mayBeTexted} ORDER BY gone.sequence`,
    )
    .iterate({ wanted: JSON.stringify([...numbers, ...numberOf.keys()]), since, now });
  const [texted, all] = [new Set<string>(), new Set<string>()];
  let last: { at: string; title: string } | null = null;
  for (const row of rows) {
    const [number, at] = [text(row, "number"), text(row, "at")];
    const person = numberOf.get(number) ?? number;
    // Of what is planned only the first is told, and only while nothing has gone out.
    const isNewer = last === null || (at <= now ? last.at > now || at >= last.at : last.at > now && at < last.at);
    if (isNewer) last = { at, title: text(row, "title") };
    if (at <= now) texted.add(person);
    all.add(person);
  }
  if (last === null) return null;
  // In the order in which they were asked for.
  const found = numbers.filter((number) => all.has(number));
  return { people: texted.size, planned: all.size - texted.size, ...last, numbers: found };
}

/**
 * Everybody who may have had a text lately, with the last instant of each, and whoever is only to get one that is planned,
 * with the first one, which is after `now`; nobody who was erased.
 */
export function everybodyTextedSince(
  database: DatabaseSync,
  { since, now }: Lately,
): { numbers: string[]; at: string[] } {
  const rows = database
    .prepare(
      `${partsGone} SELECT person.number AS number,
         coalesce(max(iif(${textedAt} <= :now, ${textedAt}, NULL)), min(${textedAt})) AS at
       FROM person JOIN gone ON gone.campaign_id = person.campaign_id AND gone.position = person.part
       WHERE ${mayBeTexted} AND person.number NOT LIKE '#%'
       GROUP BY person.number`,
    )
    .all({ since, now });
  return { numbers: rows.map((row) => text(row, "number")), at: rows.map((row) => text(row, "at")) };
}

/** The last campaign with one of these content digests that anybody has, may have or is to get. */
export function sameContent(database: DatabaseSync, digests: string[]): { title: string; at: string } | null {
  const row = database
    .prepare(
      `SELECT title, confirmed_at FROM campaign
       WHERE content_digest IN (SELECT value FROM json_each(?)) AND undone = 0
         AND json_extract(counts, '$.notSent') < json_extract(counts, '$.total')
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get(JSON.stringify(digests));
  return row === undefined ? null : { title: text(row, "title"), at: text(row, "confirmed_at") };
}
