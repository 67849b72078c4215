import type { DatabaseSync } from "node:sqlite";
import { noCounts } from "../../shared/campaign/status.ts";
import { bucketOfPerson, type CampaignCourse, type PeopleCounts } from "../../shared/campaign/view.ts";
import { countryOfMarked } from "../privacy/number-marks.ts";
import { courseOf, type Dated } from "./course.ts";
import { text, textOrNull } from "./journal-rows.ts";
import { type StateOf, statesOf } from "./journal-states.ts";

const source = "FROM person WHERE campaign_id = :id";
/** Over this long a campaign the course is told by the minute, below by the second. */
const secondsSpan = 3600_000;

/** What became of a campaign's people over time and by country, from the service's times of their messages. */
export function campaignCourse(database: DatabaseSync, id: string): CampaignCourse {
  const states = statesOf(database, id);
  const countries = new Map<string, PeopleCounts>();
  const byPlace = database
    .prepare(
      `SELECT part, word, left_out, min(number) AS number, count(*) AS people ${source}
       GROUP BY substr(number, 1, 8), part, word, left_out`,
    )
    .all({ id });
  const counts = { ...noCounts };
  for (const row of byPlace) {
    const country = countryOfMarked(text(row, "number"));
    const own = countries.get(country) ?? { ...noCounts };
    countries.set(country, own);
    const bucket = bucketOfPerson[states(row)];
    for (const sum of [own, counts]) {
      sum[bucket] += Number(row["people"]);
      sum.total += Number(row["people"]);
    }
  }
  return {
    counts,
    ...courseOf(datedOutcomes(database, id, states), counts),
    countries: [...countries]
      .map(([country, own]) => ({ country, counts: own }))
      .sort((a, b) => b.counts.total - a.counts.total || a.country.localeCompare(b.country)),
  };
}

function datedOutcomes(database: DatabaseSync, id: string, states: StateOf): Dated[] {
  const span = database.prepare(`SELECT min(at) AS first, max(at) AS last ${source} AND at IS NOT NULL`).get({ id });
  const first = Date.parse(textOrNull(span ?? {}, "first") ?? "");
  const last = Date.parse(textOrNull(span ?? {}, "last") ?? "");
  // "2026-07-15 09:00:14", or the same without its seconds.
  const digits = last - first > secondsSpan ? 16 : 19;
  return database
    .prepare(
      `SELECT part, word, left_out, substr(at, 1, ${digits}) AS at, count(*) AS people ${source} AND at IS NOT NULL
       GROUP BY 4, part, word, left_out`,
    )
    .all({ id })
    .flatMap((row) => {
      const bucket = bucketOfPerson[states(row)];
      const at = Date.parse(textOrNull(row, "at") ?? "");
      if ((bucket !== "delivered" && bucket !== "failed") || Number.isNaN(at)) return [];
      return [{ at, bucket, people: Number(row["people"]) }];
    });
}
