import type { DatabaseSync } from "node:sqlite";
import { noCounts } from "../../shared/campaign/status.ts";
import { bucketOfPerson, type CampaignCourse, type PeopleCounts } from "../../shared/campaign/view.ts";
import { countryOfMarked } from "../privacy/number-marks.ts";
import { courseOf, type Dated } from "./course.ts";
import { type Stretch, stretchesOf } from "./journal-kinds.ts";
import { type Row, text, textOrNull } from "./journal-rows.ts";
import { statesOf } from "./journal-states.ts";
import type { PartMemory } from "./part-memory.ts";

/** What the course needs of one part: people by what a state depends on, with their country, and with their moment. */
type PartCourse = {
  byCountry: (Row & { country: string; people: number })[];
  byTime: (Row & { at: number; people: number })[];
};

const source = "FROM person WHERE campaign_id = :id AND position >= :first AND position < :beyond AND part = :part";
/** Over this long a part its course is told by the minute, below by the second. */
const secondsSpan = 3600_000;

/**
 * What became of a campaign's people over time and by country, from the service's times of their messages: put together
 * from its parts, of which only those are read anew that have changed.
 */
export function campaignCourse(database: DatabaseSync, memory: PartMemory, id: string): CampaignCourse {
  const states = statesOf(database, id);
  const countries = new Map<string, PeopleCounts>();
  const counts = { ...noCounts };
  const outcomes: Dated[] = [];
  for (const stretch of stretchesOf(database, id)) {
    const { byCountry, byTime } = rememberCourse(database, memory, stretch);
    for (const row of byCountry) {
      const own = countries.get(row.country) ?? { ...noCounts };
      countries.set(row.country, own);
      const bucket = bucketOfPerson[states(row)];
      for (const sum of [own, counts]) {
        sum[bucket] += row.people;
        sum.total += row.people;
      }
    }
    for (const row of byTime) {
      const bucket = bucketOfPerson[states(row)];
      if (bucket === "delivered" || bucket === "failed") outcomes.push({ at: row.at, bucket, people: row.people });
    }
  }
  return {
    counts,
    ...courseOf(outcomes, counts),
    countries: [...countries]
      .map(([country, own]) => ({ country, counts: own }))
      .sort((a, b) => b.counts.total - a.counts.total || a.country.localeCompare(b.country)),
  };
}

/** What the course needs of a part, read now unless it is known. */
export function rememberCourse(database: DatabaseSync, memory: PartMemory, stretch: Stretch): PartCourse {
  return memory.of(stretch.id, stretch.part, "course", "everything", () => ({
    byCountry: byCountry(database, stretch),
    byTime: byTime(database, stretch),
  }));
}

export function knowsCourse(memory: PartMemory, { id, part }: Stretch): boolean {
  return memory.knows(id, part, "course", "everything");
}

function placesOf({ id, part, first, people }: Stretch) {
  return { id, part, first, beyond: first + people };
}

function byCountry(database: DatabaseSync, stretch: Stretch): PartCourse["byCountry"] {
  const rows = database
    .prepare(
      `SELECT part, word, left_out, min(number) AS number, count(*) AS people ${source}
       GROUP BY substr(number, 1, 8), word, left_out`,
    )
    .all(placesOf(stretch));
  // Thousands of beginnings of numbers are a few countries.
  const kinds = new Map<string, PartCourse["byCountry"][number]>();
  for (const row of rows) {
    const country = countryOfMarked(text(row, "number"));
    const key = `${country} ${String(row["left_out"])} ${textOrNull(row, "word") ?? ""}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { ...row, number: null, country, people: Number(row["people"]) });
    else known.people += Number(row["people"]);
  }
  return [...kinds.values()];
}

function byTime(database: DatabaseSync, stretch: Stretch): PartCourse["byTime"] {
  const places = placesOf(stretch);
  const span = database.prepare(`SELECT min(at) AS first, max(at) AS last ${source} AND at IS NOT NULL`).get(places);
  const first = Date.parse(textOrNull(span ?? {}, "first") ?? "");
  const last = Date.parse(textOrNull(span ?? {}, "last") ?? "");
  // "2026-07-15T09:00:14", or the same without its seconds.
  const digits = last - first > secondsSpan ? 16 : 19;
  return database
    .prepare(
      `SELECT part, word, left_out, substr(at, 1, ${digits}) AS moment, count(*) AS people ${source} AND at IS NOT NULL
       GROUP BY 4, word, left_out`,
    )
    .all(places)
    .map((row) => ({ ...row, at: Date.parse(`${text(row, "moment")}Z`), people: Number(row["people"]) }))
    .filter(({ at }) => !Number.isNaN(at));
}
