import type { DatabaseSync } from "node:sqlite";
import type { Row } from "./journal-rows.ts";
import { namesFound } from "./journal-names.ts";
import type { PartMemory } from "./part-memory.ts";

/** People of whom everything is the same that a state depends on, beside what is the same for their whole part. */
export type Kind = Row & { part: number; people: number; kind: string };

const kindOfRow = "(part || ' ' || left_out || ' ' || ifnull(word, ''))";
/** Whether a row is of the kinds in `:kinds`, a JSON array. */
export const isKind = `${kindOfRow} IN (SELECT value FROM json_each(:kinds))`;

/** A part of a campaign: its people stand at `people` places from `first` on, in the order of the list. */
export type Stretch = { id: string; part: number; first: number; people: number };

/** The parts of a campaign. They follow each other in the list. */
export function stretchesOf(database: DatabaseSync, id: string): Stretch[] {
  let first = 0;
  return database
    .prepare("SELECT position AS part, people FROM part WHERE campaign_id = ? ORDER BY position")
    .all(id)
    .map((row) => {
      const stretch = { id, part: Number(row["part"]), first, people: Number(row["people"]) };
      first += stretch.people;
      return stretch;
    });
}

/** The kinds of a campaign's people by part. */
export function kindsOf(database: DatabaseSync, memory: PartMemory, id: string): Kind[] {
  return stretchesOf(database, id).flatMap((stretch) =>
    memory.of(id, stretch.part, "kinds", "everything", () => kindsOfPart(database, stretch)),
  );
}

function kindsOfPart(database: DatabaseSync, { id, part }: Stretch): Kind[] {
  return database
    .prepare(
      `SELECT part, left_out, word, ${kindOfRow} AS kind, count(*) AS people FROM person INDEXED BY person_kind
       WHERE campaign_id = ? AND part = ? GROUP BY left_out, word`,
    )
    .all(id, part)
    .map((row) => ({ ...row, part, people: Number(row["people"]), kind: String(row["kind"]) }));
}

/** People of one kind whom a search finds: their places in the list, in order. */
export type Found = { kind: Kind; places: number[] };

/** Whom a search finds by part of a name or number, by kind and part. */
export function findPeople(database: DatabaseSync, memory: PartMemory, id: string, search: string): Found[] {
  return stretchesOf(database, id).flatMap((stretch) => {
    const places = namesFound(database, memory, stretch, search);
    if (places.length === 0) return [];
    const { kinds, kindAt } = rememberPlaces(database, memory, stretch);
    const placesOf = kinds.map((): number[] => []);
    for (const place of places) placesOf[kindAt[place - stretch.first] ?? 0]?.push(place);
    return kinds.flatMap((kind, index) => {
      const own = placesOf[index] ?? [];
      return own.length === 0 ? [] : [{ kind: { ...kind, people: own.length }, places: own }];
    });
  });
}

/** Which person of a part is of which kind, read now unless it is known: a search needs it beside the names. */
export function rememberPlaces(database: DatabaseSync, memory: PartMemory, stretch: Stretch): KindsByPlace {
  return memory.of(stretch.id, stretch.part, "kinds by place", "everything", () => kindsByPlace(database, stretch));
}

export function knowsPlaces(memory: PartMemory, { id, part }: Stretch): boolean {
  return memory.knows(id, part, "kinds by place", "everything");
}

/** `kindAt`: at the place of each person, counted from the first of the part, which of the kinds it is of. */
type KindsByPlace = { kinds: Kind[]; kindAt: Uint16Array };

function kindsByPlace(database: DatabaseSync, stretch: Stretch): KindsByPlace {
  const kinds = kindsOfPart(database, stretch);
  const kindAt = new Uint16Array(stretch.people);
  const places = database.prepare(
    `SELECT group_concat(position) AS places FROM person INDEXED BY person_kind
     WHERE campaign_id = ? AND part = ? AND left_out = ? AND word IS ?`,
  );
  kinds.forEach((kind, index) => {
    const word = kind["word"] ?? null;
    const row = places.get(stretch.id, stretch.part, Number(kind["left_out"]), word === null ? null : String(word));
    for (const place of String(row?.["places"] ?? "").split(",")) kindAt[Number(place) - stretch.first] = index;
  });
  return { kinds, kindAt };
}
