import type { DatabaseSync } from "node:sqlite";
import { noCounts } from "../../shared/campaign/status.ts";
import { bucketOfPerson, type PeopleCounts, type PeopleFilter, type PersonView } from "../../shared/campaign/view.ts";
import { isMark } from "../privacy/number-marks.ts";
import { findPeople, type Found, isKind, type Kind, kindsOf } from "./journal-kinds.ts";
import { jsonOrNull, type Row, text, textOrNull } from "./journal-rows.ts";
import { type StateOf, statesOf } from "./journal-states.ts";
import type { PartMemory } from "./part-memory.ts";

/** A page of a campaign's people; `search` finds parts of names and numbers. */
export type PeopleQuery = { offset: number; limit: number; search?: string; filter?: PeopleFilter };

/** People of a campaign in the order of the list. `total` counts those whom search and filter leave. */
export function peoplePage(
  database: DatabaseSync,
  memory: PartMemory,
  id: string,
  { offset, limit, search = "", filter = "all" }: PeopleQuery,
): { total: number; rows: PersonView[] } {
  const states = statesOf(database, id);
  const isWanted = (kind: Kind) => filter === "all" || bucketOfPerson[states(kind)] === filter;
  const page = { offset, limit };
  if (search.trim() !== "") {
    const found = findPeople(database, memory, id, search).filter(({ kind }) => isWanted(kind));
    return {
      total: sumOf(found.map(({ kind }) => kind)),
      rows: rowsFound(database, id, found, page).map((row) => viewOf(row, states)),
    };
  }
  const kinds = kindsOf(database, memory, id).filter(isWanted);
  const rows = filter === "all" ? rowsFrom(database, id, page) : rowsOfKinds(database, id, kinds, page);
  return { total: sumOf(kinds), rows: rows.map((row) => viewOf(row, states)) };
}

/** Everybody of a campaign whom the search finds, counted by what became of them: the sums of the filters. */
export function countsOfPeople(database: DatabaseSync, memory: PartMemory, id: string, search: string): PeopleCounts {
  const states = statesOf(database, id);
  const counts = { ...noCounts };
  const kinds =
    search.trim() === ""
      ? kindsOf(database, memory, id)
      : findPeople(database, memory, id, search).map(({ kind }) => kind);
  for (const kind of kinds) {
    counts[bucketOfPerson[states(kind)]] += kind.people;
    counts.total += kind.people;
  }
  return counts;
}

type Page = { offset: number; limit: number };

function sumOf(kinds: Kind[]): number {
  return kinds.reduce((sum, { people }) => sum + people, 0);
}

function rowsFrom(database: DatabaseSync, id: string, { offset, limit }: Page): Row[] {
  return database
    .prepare("SELECT * FROM person WHERE campaign_id = :id AND position >= :offset ORDER BY position LIMIT :limit")
    .all({ id, offset, limit });
}

function rowsFound(database: DatabaseSync, id: string, found: Found[], { offset, limit }: Page): Row[] {
  const places: number[] = [];
  let skip = offset;
  for (const own of Map.groupBy(found, ({ kind }) => kind.part).values()) {
    const all = own.flatMap(({ places }) => places).sort((a, b) => a - b);
    places.push(...all.slice(skip, skip + limit - places.length));
    skip = Math.max(0, skip - all.length);
    if (places.length >= limit) break;
  }
  return database
    .prepare(
      `SELECT person.* FROM json_each(:places) AS place
       CROSS JOIN person ON campaign_id = :id AND position = place.value ORDER BY position`,
    )
    .all({ id, places: JSON.stringify(places) });
}

/**
 * Parts follow each other in the list, so that whole parts before the page are passed over by their sums; within one
 * the index of kinds has the places.
 */
function rowsOfKinds(database: DatabaseSync, id: string, kinds: Kind[], { offset, limit }: Page): Row[] {
  // A CROSS JOIN goes the way it is written (https://www.sqlite.org/optoverview.html): by the places, not by everybody.
  // The plus keeps the order of places from being taken from the whole campaign.
  const ofPart = database.prepare(
    `SELECT person.* FROM (
       SELECT position AS place FROM person INDEXED BY person_kind
       WHERE campaign_id = :id AND part = :part AND ${isKind} ORDER BY +position LIMIT :limit OFFSET :offset
     ) CROSS JOIN person ON campaign_id = :id AND position = place ORDER BY position`,
  );
  const rows: Row[] = [];
  let skip = offset;
  for (const [part, own] of Map.groupBy(kinds, (kind) => kind.part)) {
    const people = sumOf(own);
    if (rows.length < limit && skip < people) {
      rows.push(...ofPart.all({ id, part, ...wanted(own), limit: limit - rows.length, offset: skip }));
    }
    skip = Math.max(0, skip - people);
    if (rows.length >= limit) break;
  }
  return rows;
}

function wanted(kinds: Kind[]): { kinds: string } {
  return { kinds: JSON.stringify(kinds.map(({ kind }) => kind)) };
}

/** One person of a campaign by the place in the list; null where nobody stands. */
export function personAt(database: DatabaseSync, id: string, position: number): PersonView | null {
  const [row] = rowsFrom(database, id, { offset: position, limit: 1 });
  return row === undefined ? null : viewOf(row, statesOf(database, id));
}

function viewOf(row: Row, states: StateOf): PersonView {
  const state = states(row);
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
