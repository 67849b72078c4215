import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { type Draft, draft, type DraftPatch, type PeopleChunk } from "../../shared/library/draft.ts";
import { type Edit, guessedReading } from "../../shared/recipients/reading.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import * as accepted from "./draft-people.ts";
import * as sources from "./draft-source.ts";
import { insertDraft, renewDraft, untouchedDrafts } from "./new-drafts.ts";

type Row = Record<string, SQLOutputValue>;

/** What lists of campaigns show of a draft. */
export type DraftSummary = {
  id: string;
  title: string;
  text: string;
  updatedAt: string;
  people: number | null;
};

/**
 * Campaigns in preparation, saved as typed: source bytes, how they were read, the edits in order, text, review,
 * and the list as it was accepted. A draft's rows follow from these by replay.
 */
export class DraftStore {
  private readonly database: DatabaseSync;
  /** Drafts whose rows are other ones than the window knows, should it have them open. */
  private readonly rewritten = new Set<string>();
  /** Drafts whose message is another one than that. */
  private readonly rewrittenTexts = new Set<string>();
  /** Drafts of whose next source the window has begun to tell. */
  private readonly arriving = new Set<string>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** Takes away what an earlier run did not get the end of, and all but one untouched draft. Before the window tells of any. */
  forgetUnfinished(): void {
    transaction(this.database, () => {
      sources.deleteAllUnfinished(this.database);
      for (const id of untouchedDrafts(this.database).slice(1)) this.delete(id);
    });
  }

  /** The draft for the window, whose edits and people are taken from now on. */
  openInWindow(id: string): Result<Draft, AppError> {
    this.rewritten.delete(id);
    this.rewrittenTexts.delete(id);
    return this.open(id);
  }

  /**
   * Somebody was erased from the draft: its rows are other ones. What the window says of the rows that it still shows
   * is refused until it opens the draft anew, or it would change somebody else, or bring the erased person back. So with
   * its message; what is said beside that is kept.
   */
  rewriteBehindWindow(id: string, what: "rows" | "text" = "rows"): void {
    if (what === "text") return void this.rewrittenTexts.add(id);
    this.rewritten.add(id);
    this.arriving.delete(id);
  }

  /** A new, empty draft. `campaignId` is the campaign it may become, given at birth. */
  create(ids: { id: string; campaignId: string }, title: string, now: string): Draft {
    insertDraft(this.database, ids, title, now);
    return this.written(ids.id);
  }

  /** The newest draft of which nothing was said yet, as if it were made now; where there is none, a new one. */
  begin(ids: { id: string; campaignId: string }, now: string): Draft {
    const [left] = untouchedDrafts(this.database);
    if (left === undefined) return this.create(ids, "", now);
    renewDraft(this.database, left, now);
    return this.written(left);
  }

  private written(id: string): Draft {
    const found = this.open(id);
    if (!found.ok) throw new Error("A draft was not there right after it was written");
    return found.value;
  }

  open(id: string): Result<Draft, AppError> {
    const row = this.row(id);
    if (row === undefined) return err(appErrorOf("draft.missing"));
    const edits = this.database
      .prepare("SELECT edit FROM draft_edit WHERE draft_id = ? ORDER BY position")
      .all(id)
      .map((edit): unknown => JSON.parse(String(edit["edit"])));
    return ok(
      draft.parse({
        id,
        campaignId: row["campaign_id"],
        title: row["title"],
        createdAt: row["created_at"],
        updatedAt: row["updated_at"],
        step: row["step"],
        source: row["source"] === null || row["source_complete"] === 0 ? null : JSON.parse(String(row["source"])),
        reading: JSON.parse(String(row["reading"])),
        edits,
        text: row["text"],
        review: JSON.parse(String(row["review"])),
        acceptedPeople: row["accepted_people"],
      }),
    );
  }

  summaries(): DraftSummary[] {
    return this.database
      .prepare("SELECT id, title, text, updated_at, accepted_people FROM draft ORDER BY updated_at DESC")
      .all()
      .map((row) => ({
        id: String(row["id"]),
        title: String(row["title"]),
        text: String(row["text"]),
        updatedAt: String(row["updated_at"]),
        people: row["accepted_people"] === null ? null : Number(row["accepted_people"]),
      }));
  }

  save(id: string, patch: DraftPatch, now: string): Result<null, AppError> {
    const isTextRefused = patch.text !== undefined && this.rewrittenTexts.has(id);
    const columns: [string, string][] = [];
    if (patch.title !== undefined) columns.push(["title", patch.title]);
    if (patch.step !== undefined) columns.push(["step", patch.step]);
    // How a file was read that is not there any more says nothing of the one in its place.
    if (patch.reading !== undefined && !this.rewritten.has(id))
      columns.push(["reading", JSON.stringify(patch.reading)]);
    if (patch.text !== undefined && !isTextRefused) columns.push(["text", patch.text]);
    if (patch.review !== undefined) columns.push(["review", JSON.stringify(patch.review)]);
    const assignments = columns.map(([name]) => `${name} = ?, `).join("");
    const { changes } = this.database
      .prepare(`UPDATE draft SET ${assignments} updated_at = ? WHERE id = ?`)
      .run(...columns.map(([, value]) => value), now, id);
    if (changes === 0) return err(appErrorOf("draft.missing"));
    return isTextRefused ? err(appErrorOf("draft.rewritten")) : ok(null);
  }

  delete(id: string): void {
    this.database.prepare("DELETE FROM draft WHERE id = ?").run(id);
  }

  /**
   * Makes this the edit at `place` (0 is the first) and the last one; null only takes back what is there and after it.
   * The window says the place, so that what was once refused for a full disk can never shift the edits after it.
   */
  writeEdit(id: string, { place, edit }: { place: number; edit: Edit | null }, now: string): Result<null, AppError> {
    if (this.rewritten.has(id)) return err(appErrorOf("draft.rewritten"));
    return transaction(this.database, () => {
      const { changes } = this.database.prepare("UPDATE draft SET updated_at = ? WHERE id = ?").run(now, id);
      if (changes === 0) return err(appErrorOf("draft.missing"));
      const before = this.database
        .prepare("SELECT count(*) AS n FROM draft_edit WHERE draft_id = ? AND position < ?")
        .get(id, place);
      if (Number(before?.["n"]) < place) return err(appErrorOf("input.invalid"));
      this.database.prepare("DELETE FROM draft_edit WHERE draft_id = ? AND position >= ?").run(id, place);
      if (edit !== null) {
        this.database.prepare("INSERT INTO draft_edit VALUES (?, ?, ?)").run(id, place, JSON.stringify(edit));
      }
      return ok(null);
    });
  }

  /**
   * One piece of a new source, in order from offset 0. With the last one it takes the place of the old source, its
   * reading and its edits; until then, or when the last one never comes, all is as it was.
   */
  writeSource(id: string, piece: sources.SourcePiece, now: string): Result<null, AppError> {
    if (piece.offset === 0) this.arriving.add(id);
    else if (!this.arriving.has(id)) return err(appErrorOf("draft.rewritten"));
    const written = this.whenThere(id, now, () => {
      sources.keepPiece(this.database, id, piece);
      if (!piece.last) return;
      this.clearRows(id);
      sources.takeNext(this.database, id, piece.source);
    });
    if (!written.ok || !piece.last) return written;
    this.arriving.delete(id);
    this.rewritten.delete(id);
    return written;
  }

  clearSource(id: string, now: string): Result<null, AppError> {
    this.rewritten.delete(id);
    // The first pieces of one that is on its way go too.
    this.arriving.delete(id);
    return this.whenThere(id, now, () => {
      this.clear(id);
    });
  }

  /** The stored piece that begins at `offset` (at most {@link sourceChunkLimit} bytes) and the size of it all. */
  readSource(id: string, offset: number): Result<{ bytes: Uint8Array<ArrayBuffer>; total: number }, AppError> {
    return ok(sources.readPiece(this.database, id, offset));
  }

  /** A piece of the accepted list; offset 0 begins it anew. @returns how many people are there now */
  writePeople(chunk: PeopleChunk, now: string): Result<number, AppError> {
    if (!accepted.isEven(chunk)) return err(appErrorOf("input.invalid"));
    if (this.rewritten.has(chunk.draftId)) return err(appErrorOf("draft.rewritten"));
    const written = this.whenThere(chunk.draftId, now, () => {
      accepted.writePeople(this.database, chunk);
    });
    return written.ok ? ok(chunk.offset + chunk.numbers.length) : written;
  }

  /** The accepted list's field names, in the order of its cells. */
  columns(id: string): string[] {
    return accepted.textsOf(this.row(id)?.["columns"] ?? "[]");
  }

  /** The names of its phone columns, in the order in which they are read. */
  phoneColumns(id: string): string[] {
    return accepted.textsOf(this.row(id)?.["phone_columns"] ?? "[]");
  }

  /** The accepted people in order. */
  people(id: string): Generator<accepted.AcceptedPerson> {
    return accepted.peopleOf(this.database, id);
  }

  /** Cells of a stretch of the accepted people, in order, or their phones as written; empty where the draft is gone. */
  cellsAt(id: string, page: { offset: number; limit: number }, which: "cells" | "phones" = "cells"): string[][] {
    return accepted.cellsAt(this.database, id, page, which);
  }

  /** The source's rows of these numbers, ascending. */
  rowsOf(id: string, numbers: string[]): number[] {
    return accepted.rowsOf(this.database, id, numbers);
  }

  /** The same draft once more, under new ids. */
  copy(id: string, ids: { id: string; campaignId: string }, now: string): Result<null, AppError> {
    return transaction(this.database, () => this.copyRows(id, ids, now));
  }

  /** The draft under new ids in place of its own, all of it or nothing: an undone campaign goes back to being prepared. */
  giveNewIds(id: string, ids: { id: string; campaignId: string }, now: string): Result<null, AppError> {
    return transaction(this.database, () => {
      const copied = this.copyRows(id, ids, now);
      if (copied.ok) this.delete(id);
      return copied;
    });
  }

  /** Takes source, edits and people away; what was typed stays. For callers that are within a transaction. */
  clear(id: string): void {
    this.database.prepare("DELETE FROM draft_source WHERE draft_id = ?").run(id);
    this.clearRows(id);
  }

  private clearRows(id: string): void {
    this.database.prepare("DELETE FROM draft_edit WHERE draft_id = ?").run(id);
    this.database.prepare("DELETE FROM draft_person WHERE draft_id = ?").run(id);
    this.database
      .prepare("UPDATE draft SET source = NULL, source_complete = 0, reading = ?, accepted_people = NULL WHERE id = ?")
      .run(JSON.stringify(guessedReading), id);
  }

  private copyRows(id: string, ids: { id: string; campaignId: string }, now: string): Result<null, AppError> {
    if (this.row(id) === undefined) return err(appErrorOf("draft.missing"));
    this.database
      .prepare(
        `INSERT INTO draft SELECT ?, ?, title, created_at, ?, step, source, source_complete, reading, text, review,
         columns, accepted_people - (SELECT count(*) FROM draft_person WHERE draft_id = id AND number = ''),
         phone_columns, source_generation FROM draft WHERE id = ?`,
      )
      .run(ids.id, ids.campaignId, now, id);
    for (const [table, columns] of [
      ["draft_edit", "position, edit"],
      ["draft_person", "position, number, row, cells, phones"],
    ]) {
      this.database
        .prepare(`INSERT INTO ${table} SELECT ?, ${columns} FROM ${table} WHERE draft_id = ?`)
        .run(ids.id, id);
    }
    sources.copySource(this.database, id, ids.id);
    // The empty places of erased people are only for the campaign that the draft has become.
    this.database.prepare("DELETE FROM draft_person WHERE draft_id = ? AND number = ''").run(ids.id);
    return ok(null);
  }

  private row(id: string): Row | undefined {
    return this.database.prepare("SELECT * FROM draft WHERE id = ?").get(id);
  }

  private whenThere(id: string, now: string, act: () => void): Result<null, AppError> {
    return transaction(this.database, () => {
      const { changes } = this.database.prepare("UPDATE draft SET updated_at = ? WHERE id = ?").run(now, id);
      if (changes === 0) return err(appErrorOf("draft.missing"));
      act();
      return ok(null);
    });
  }
}
