import type { DatabaseSync } from "node:sqlite";
import type { Part } from "../../shared/campaign/part-state.ts";
import { noCounts, personStateOf } from "../../shared/campaign/status.ts";
import {
  bucketOfPerson,
  type CampaignCourse,
  type PeopleCounts,
  type PeopleFilter,
  type PersonView,
} from "../../shared/campaign/view.ts";
import { countryOfMarked, isMark } from "../privacy/number-marks.ts";
import { courseOf, type Dated } from "./course.ts";
import { partsOf } from "./journal-parts.ts";
import { jsonOrNull, type Row, text, textOrNull } from "./journal-rows.ts";

/** A page of a campaign's people; `search` finds parts of names and numbers. */
export type PeopleQuery = { offset: number; limit: number; search?: string; filter?: PeopleFilter };

/** People of a campaign in the order of the list. `total` counts those whom search and filter leave. */
export function peoplePage(
  database: DatabaseSync,
  id: string,
  { offset, limit, search = "", filter = "all" }: PeopleQuery,
): { total: number; rows: PersonView[] } {
  const states = statesOf(database, id);
  const found = searchOf(database, search);
  if (search.trim() === "" && filter === "all") {
    const total = Number(database.prepare(`SELECT count(*) AS n ${source}`).get({ id })?.["n"] ?? 0);
    const rows = database
      .prepare(`SELECT * ${source} AND position >= :offset ORDER BY position LIMIT :limit`)
      .all({ id, offset, limit });
    return { total, rows: rows.map((row) => viewOf(row, states(row))) };
  }
  const wanted = kindsOf(database, id, found)
    .filter((kind) => filter === "all" || bucketOfPerson[states(kind)] === filter)
    .map((kind) => String(kind["kind"]));
  const where = `${source} AND ${kindOfRow} IN (SELECT value FROM json_each(:wanted)) ${found.where}`;
  const values = { id, wanted: JSON.stringify(wanted), ...found.values };
  const total = Number(database.prepare(`SELECT count(*) AS n ${where}`).get(values)?.["n"] ?? 0);
  const rows = database
    .prepare(`SELECT * ${where} ORDER BY position LIMIT :limit OFFSET :offset`)
    .all({ ...values, offset, limit });
  return { total, rows: rows.map((row) => viewOf(row, states(row))) };
}

/** Everybody of a campaign whom the search finds, counted by what became of them: the sums of the filters. */
export function countsOfPeople(database: DatabaseSync, id: string, search: string): PeopleCounts {
  const states = statesOf(database, id);
  const counts = { ...noCounts };
  for (const kind of kindsOf(database, id, searchOf(database, search))) {
    counts[bucketOfPerson[states(kind)]] += Number(kind["people"]);
    counts.total += Number(kind["people"]);
  }
  return counts;
}

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

const source = "FROM person WHERE campaign_id = :id";
/** Everything that a person's state depends on, beside what is the same for the whole part. */
const kindOfRow = "(part || ' ' || left_out || ' ' || ifnull(word, ''))";

type Search = { where: string; values: Record<string, string> };

function kindsOf(database: DatabaseSync, id: string, { where, values }: Search): Row[] {
  return database
    .prepare(
      `SELECT part, word, left_out, ${kindOfRow} AS kind, count(*) AS people ${source} ${where}
       GROUP BY part, word, left_out`,
    )
    .all({ id, ...values });
}

function searchOf(database: DatabaseSync, search: string): Search {
  const name = search.trim().toLowerCase();
  if (name === "") return { where: "", values: {} };
  // SQLite folds only ASCII letters; names are as often Cyrillic.
  database.function("folded", { deterministic: true }, (value) => String(value).toLowerCase());
  const digits = /^[\d\s()+.-]+$/.test(name) ? name.replaceAll(/\D/g, "") : "";
  const where = digits === "" ? "" : " OR (number NOT LIKE '#%' AND instr(number, :digits) > 0)";
  return {
    where: `AND (instr(folded(name), :name) > 0${where})`,
    values: digits === "" ? { name } : { name, digits },
  };
}

type StateOf = (row: Row) => PersonView["state"];

/** Says the state of a row of `person` by its columns part, word and left_out. */
function statesOf(database: DatabaseSync, id: string): StateOf {
  const parts = partsOf(database, id);
  const open = new Set(
    database
      .prepare("SELECT part FROM owned WHERE campaign_id = ? AND final = 0")
      .all(id)
      .map((row) => Number(row["part"])),
  );
  return (row) => {
    if (row["left_out"] === 1) return "not-sent";
    const index = Number(row["part"]);
    return personState(textOrNull(row, "word"), parts[index]?.part, !open.has(index));
  };
}

function viewOf(row: Row, state: PersonView["state"]): PersonView {
  // Whoever was not texted has no time of it and costs nothing, whatever the service noted before a stop.
  const sent = state !== "not-sent" && state !== "refused";
  return {
    position: Number(row["position"]),
    name: text(row, "name"),
    // Of whoever was erased nothing is shown but what became of the text.
    number: isMark(text(row, "number")) ? "" : text(row, "number"),
    state,
    at: sent ? textOrNull(row, "at") : null,
    parts: !sent || row["parts"] === null ? null : Number(row["parts"]),
    price: sent ? jsonOrNull(row, "price") : null,
  };
}

/** @param final whether every campaign of the part was read to its end */
function personState(word: string | null, part: Part | undefined, final: boolean): PersonView["state"] {
  if (part === undefined) return "waiting";
  const seen = word === null ? null : personStateOf(word);
  // After a stop, what had not left yet never will; a word from before it tells nothing.
  const notOut = part.state.name === "stopped" && (seen === "waiting" || word === "accepted");
  if (seen !== null && !notOut) return seen;
  if (notOut) return final ? "not-sent" : "not-certain";
  const { state } = part;
  switch (state.name) {
    case "planned":
    case "paused":
      return part.attempts === 0 ? "waiting" : "not-certain";
    case "accepted":
      return "handed-over";
    case "refused":
      return "refused";
    case "cancelled":
      return "not-sent";
    case "stopped":
    case "accepted-with-exceptions":
    case "cancelled-by-absence":
      return state.watch === "over" && final ? "not-sent" : "not-certain";
    default:
      return "not-certain";
  }
}
