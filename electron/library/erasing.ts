import type { DatabaseSync } from "node:sqlite";
import Papa from "papaparse";
import { type DraftSource, draftSource } from "../../shared/library/draft.ts";
import { ownLines, type OwnPerson, ownReading } from "../../shared/library/own-table.ts";
import { readingSettings } from "../../shared/recipients/reading.ts";
import { type NumberSearch, numberGone } from "../privacy/number-search.ts";
import { byName } from "./by-name.ts";
import { replaceSource, sourcesOf } from "./draft-source.ts";
import type { DraftStore } from "./drafts.ts";
import { forgetSteps } from "./list-steps.ts";

/**
 * What becomes of a draft that holds a number. `rewritten`: its list without the person takes the spreadsheet's place;
 * `deleted`: no list was accepted yet, so nothing but the whole spreadsheet could go; `unsearched`: nobody can look into
 * its spreadsheet (locked, or an old workbook); `text`: its message has dots in the place of the number.
 */
export type HoldingDraft = { id: string; title: string; how: "rewritten" | "deleted" | "unsearched" | "text" };

/**
 * The drafts that hold a number, be it in their spreadsheet, in an edit, among the people or in their message; twice those
 * that hold it in both. `but` are not looked at.
 */
export function draftsWith(
  database: DatabaseSync,
  number: string,
  search: NumberSearch,
  but: ReadonlySet<string>,
): HoldingDraft[] {
  return database
    .prepare("SELECT id, title, text, source, accepted_people FROM draft ORDER BY updated_at DESC")
    .all()
    .filter((row) => !but.has(String(row["id"])))
    .flatMap((row) => {
      const id = String(row["id"]);
      const title = String(row["title"]);
      const source = String(row["source"] ?? "");
      const found = search.inText(`${title}\n${source}`) || isAmongPeople(database, id, number, search);
      const held = found || isInEdits(database, id, search) ? "yes" : isInSources(database, id, search);
      const inText: HoldingDraft[] = search.inText(String(row["text"])) ? [{ id, title, how: "text" }] : [];
      if (held === "no") return inText;
      const how = held === "unsearched" ? held : row["accepted_people"] === null ? "deleted" : "rewritten";
      // The message of what is deleted goes with it.
      return [{ id, title, how }, ...(how === "deleted" ? [] : inText)];
    });
}

function isAmongPeople(database: DatabaseSync, draftId: string, number: string, search: NumberSearch): boolean {
  const is = database.prepare("SELECT 1 FROM draft_person WHERE draft_id = ? AND number = ? LIMIT 1");
  if (is.get(draftId, number) !== undefined) return true;
  for (const row of database.prepare("SELECT cells, phones FROM draft_person WHERE draft_id = ?").iterate(draftId)) {
    if (search.inText(String(row["cells"])) || search.inText(String(row["phones"]))) return true;
  }
  return false;
}

function isInEdits(database: DatabaseSync, draftId: string, search: NumberSearch): boolean {
  const edits = database.prepare("SELECT edit FROM draft_edit WHERE draft_id = ?").all(draftId);
  return edits.some((row) => search.inText(String(row["edit"])));
}

/** Whether a number is in the bytes of a draft, be they those of a file that is only on its way. */
function isInSources(database: DatabaseSync, draftId: string, search: NumberSearch): "yes" | "no" | "unsearched" {
  const found = sourcesOf(database, draftId).map((bytes) => search.inFile(bytes));
  return found.find((held) => held === "yes") ?? found.find((held) => held === "unsearched") ?? "no";
}

/**
 * Takes a person out of a draft whose list was accepted: the list without the person becomes its spreadsheet, and what
 * else was in that file goes. `keepPlace`: a campaign counts on the places of its people, so an empty one stays.
 */
export function rewriteDraft(
  database: DatabaseSync,
  drafts: DraftStore,
  { id, number, search, keepPlace }: { id: string; number: string; search: NumberSearch; keepPlace: boolean },
): void {
  const write = database.prepare(
    "UPDATE draft_person SET number = ?, row = ?, cells = ?, phones = ? WHERE draft_id = ? AND position = ?",
  );
  const phonesAt = database.prepare("SELECT phones FROM draft_person WHERE draft_id = ? AND position = ?");
  const without = (texts: string[]) => withoutNumber(texts, search);
  // A file without headings may have its first person in their place.
  const columns = without(drafts.columns(id));
  database
    .prepare("UPDATE draft SET columns = ?, phone_columns = ? WHERE id = ?")
    .run(JSON.stringify(columns), JSON.stringify(without(drafts.phoneColumns(id))), id);
  const left: OwnPerson[] = [];
  for (const { position, ...person } of Array.from(drafts.people(id))) {
    const gone = person.number === number || person.number === "";
    const cells = gone ? [] : without(person.cells);
    const phones = gone ? [] : without(JSON.parse(String(phonesAt.get(id, position)?.["phones"])) as string[]);
    if (!gone) left.push({ number: person.number, cells });
    const place = [id, position] as const;
    write.run(
      gone ? "" : person.number,
      // Below the heading, which is the first row.
      gone ? 0 : left.length + 1,
      JSON.stringify(cells),
      JSON.stringify(phones),
      ...place,
    );
  }
  if (!keepPlace) database.prepare("DELETE FROM draft_person WHERE draft_id = ? AND number = ''").run(id);
  const people = keepPlace ? {} : { people: left.length };
  drafts.rewriteBehindWindow(id);
  const bytes = new TextEncoder().encode(Papa.unparse([...ownLines(columns, left)]));
  writeOwn(database, id, { bytes, columns, search, ...people });
}

function writeOwn(
  database: DatabaseSync,
  id: string,
  {
    bytes,
    columns,
    search,
    people,
  }: { bytes: Uint8Array; columns: readonly string[]; search: NumberSearch; people?: number },
): void {
  const row = database.prepare("SELECT title, source, reading FROM draft WHERE id = ?").get(id);
  const before = draftSource.safeParse(JSON.parse(String(row?.["source"] ?? "null")));
  const named = before.success && before.data.kind !== "groups" ? before.data.name : "";
  const name = `${search.without(named).replace(/\.\w{1,4}$/, "") || "list"}.csv`;
  const source: DraftSource = { kind: "file", name, size: bytes.length, checked: true };
  const read = readingSettings.safeParse(JSON.parse(String(row?.["reading"] ?? "null")));
  const reading = ownReading(columns, read.success ? read.data.defaultCountry : null);
  database.prepare("DELETE FROM draft_edit WHERE draft_id = ?").run(id);
  replaceSource(database, id, source, bytes);
  database
    .prepare(
      `UPDATE draft SET reading = ?, title = ?,
         accepted_people = coalesce(?, accepted_people) WHERE id = ?`,
    )
    .run(JSON.stringify(reading), search.without(String(row?.["title"] ?? "")), people ?? null, id);
}

/** Puts dots into the place of a number in the message of a draft; consent was given to another one. */
export function eraseFromText(database: DatabaseSync, drafts: DraftStore, id: string, search: NumberSearch): void {
  const text = String(database.prepare("SELECT text FROM draft WHERE id = ?").get(id)?.["text"] ?? "");
  if (!search.inText(text)) return;
  database
    .prepare("UPDATE draft SET text = ?, review = json_set(review, '$.consent', json('false')) WHERE id = ?")
    .run(search.without(text, numberGone), id);
  drafts.rewriteBehindWindow(id, "text");
}

/** Takes the spreadsheet and everything of it out of a draft; its text, without the number, and its settings stay. */
export function emptyDraft(database: DatabaseSync, drafts: DraftStore, id: string, search: NumberSearch): void {
  eraseFromText(database, drafts, id, search);
  drafts.clear(id);
  drafts.rewriteBehindWindow(id);
  const row = database.prepare("SELECT title FROM draft WHERE id = ?").get(id);
  database.prepare("UPDATE draft SET title = ? WHERE id = ?").run(search.without(String(row?.["title"] ?? "")), id);
}

function withoutNumber(texts: string[], search: NumberSearch): string[] {
  return texts.map((text) => (search.inText(text) ? search.without(text) : text));
}

/** Forgets how files were matched whose headings held the number. */
export function eraseFromMatchings(database: DatabaseSync, search: NumberSearch): void {
  const forget = database.prepare("DELETE FROM matching WHERE fingerprint = ?");
  for (const row of database.prepare("SELECT fingerprint, columns FROM matching").all()) {
    if (search.inText(`${String(row["fingerprint"])}\n${String(row["columns"])}`))
      forget.run(String(row["fingerprint"]));
  }
}

/** A list that a person is on, with the cells they have there. */
export type OnList = { name: string; fields: { name: string; value: string }[] };

/** The saved lists that a number is on. */
export function listsWith(database: DatabaseSync, number: string): OnList[] {
  return database
    .prepare(
      `SELECT name, columns, cells FROM list_person JOIN list ON list.id = list_id
       WHERE number = ? AND building = 0`,
    )
    .all(number)
    .map((row) => {
      const cells = JSON.parse(String(row["cells"])) as string[];
      const columns = JSON.parse(String(row["columns"])) as string[];
      return {
        name: String(row["name"]),
        fields: columns.map((name, index) => ({ name, value: cells[index] ?? "" })),
      };
    })
    .toSorted(byName);
}

/** Takes a number off every list, and out of its name, its headings, its tags and the cells of others. */
export function eraseFromLists(database: DatabaseSync, number: string, search: NumberSearch): void {
  forgetSteps(database);
  database.prepare("DELETE FROM list_person WHERE number = ?").run(number);
  database.exec("UPDATE list SET people = (SELECT count(*) FROM list_person WHERE list_id = list.id)");
  for (const row of database.prepare("SELECT id, name FROM list").all()) {
    if (!search.inText(String(row["name"]))) continue;
    // Names are unique; what is left of two may be the same.
    const name = `${search.without(String(row["name"]))} ${String(row["id"]).slice(0, 4)}`.trim();
    database.prepare("UPDATE list SET name = ? WHERE id = ?").run(name, String(row["id"]));
  }
  const head = database.prepare("UPDATE list SET columns = ? WHERE id = ?");
  for (const row of database.prepare("SELECT id, columns FROM list").all()) {
    if (!search.inText(String(row["columns"]))) continue;
    head.run(JSON.stringify(withoutNumber(JSON.parse(String(row["columns"])) as string[], search)), String(row["id"]));
  }
  const tag = database.prepare("UPDATE list SET tags = ? WHERE id = ?");
  for (const row of database.prepare("SELECT id, tags FROM list").all()) {
    if (!search.inText(String(row["tags"]))) continue;
    const tags = JSON.parse(String(row["tags"])) as string[];
    tag.run(JSON.stringify(tags.filter((own) => !search.inText(own))), String(row["id"]));
  }
  const held = Array.from(database.prepare("SELECT list_id, position, cells FROM list_person").iterate()).filter(
    (row) => search.inText(String(row["cells"])),
  );
  const blank = database.prepare("UPDATE list_person SET cells = ? WHERE list_id = ? AND position = ?");
  for (const row of held) {
    const cells = JSON.parse(String(row["cells"])) as string[];
    blank.run(JSON.stringify(withoutNumber(cells, search)), String(row["list_id"]), Number(row["position"]));
  }
}
