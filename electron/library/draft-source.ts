import type { DatabaseSync } from "node:sqlite";
import { sourceChunkLimit } from "../../shared/ipc/contract.ts";
import type { DraftSource } from "../../shared/library/draft.ts";

/**
 * The bytes behind a draft, in pieces. Each source has a generation, and all of its pieces lie at offsets of their own:
 * one that is on its way lies behind the one that is there, and takes its place in a moment, or never.
 */
const room = 2 ** 32;

/** A piece of a source: `offset` is that of its first byte. */
export type SourcePiece = { source: DraftSource; offset: number; last: boolean; bytes: Uint8Array };

/**
 * Keeps a piece of the next source, in order from offset 0. For callers that are within a transaction.
 */
export function keepPiece(database: DatabaseSync, id: string, { offset, bytes }: SourcePiece): void {
  const next = generationOf(database, id) + 1;
  if (offset === 0) deleteUnfinished(database, id);
  if (bytes.length === 0) return;
  database.prepare("INSERT INTO draft_source VALUES (?, ?, ?)").run(id, next * room + offset, bytes);
}

/** What was kept of the next source is the draft's from now on. For callers that are within a transaction. */
export function takeNext(database: DatabaseSync, id: string, source: DraftSource): void {
  const next = generationOf(database, id) + 1;
  database.prepare("DELETE FROM draft_source WHERE draft_id = ? AND offset < ?").run(id, next * room);
  database
    .prepare("UPDATE draft SET source = ?, source_complete = 1, source_generation = ? WHERE id = ?")
    .run(JSON.stringify(source), next, id);
}

/** The draft has this source from now on, and no other pieces. For callers that are within a transaction. */
export function replaceSource(database: DatabaseSync, id: string, source: DraftSource, bytes: Uint8Array): void {
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += sourceChunkLimit) {
    const last = offset + sourceChunkLimit >= bytes.length;
    keepPiece(database, id, { source, offset, last, bytes: bytes.subarray(offset, offset + sourceChunkLimit) });
  }
  takeNext(database, id, source);
}

/** The stored piece that begins at `offset` (at most {@link sourceChunkLimit} bytes) and the size of it all. */
export function readPiece(
  database: DatabaseSync,
  id: string,
  offset: number,
): { bytes: Uint8Array<ArrayBuffer>; total: number } {
  const start = generationOf(database, id) * room;
  const total = database
    .prepare(
      "SELECT coalesce(sum(length(bytes)), 0) AS total FROM draft_source WHERE draft_id = ? AND offset BETWEEN ? AND ?",
    )
    .get(id, start, start + room - 1);
  const piece = database
    .prepare("SELECT bytes FROM draft_source WHERE draft_id = ? AND offset = ?")
    .get(id, start + offset)?.["bytes"];
  const bytes = new Uint8Array(piece instanceof Uint8Array ? piece : []);
  if (bytes.length > sourceChunkLimit) throw new Error("A stored piece is larger than a message may be");
  return { bytes, total: Number(total?.["total"]) };
}

/** Everything that lies in a draft of sources, each whole by itself: the one that is there, and one on its way. */
export function sourcesOf(database: DatabaseSync, id: string): Buffer[] {
  const pieces = new Map<number, Uint8Array[]>();
  const rows = database.prepare("SELECT offset, bytes FROM draft_source WHERE draft_id = ? ORDER BY offset").all(id);
  for (const { offset, bytes } of rows) {
    const generation = Math.floor(Number(offset) / room);
    if (bytes instanceof Uint8Array) pieces.set(generation, [...(pieces.get(generation) ?? []), bytes]);
  }
  return Array.from(pieces.values(), (those) => Buffer.concat(those));
}

/** The source of one draft for another one that has the same generation. For callers that are within a transaction. */
export function copySource(database: DatabaseSync, from: string, to: string): void {
  const start = generationOf(database, from) * room;
  database
    .prepare(
      `INSERT INTO draft_source SELECT ?, offset, bytes FROM draft_source
       WHERE draft_id = ? AND offset BETWEEN ? AND ?`,
    )
    .run(to, from, start, start + room - 1);
}

/** What an earlier run of the program did not get the end of. For callers that are within a transaction. */
export function deleteAllUnfinished(database: DatabaseSync): void {
  database
    .prepare(
      `DELETE FROM draft_source WHERE offset >=
       (SELECT (source_generation + 1) * ? FROM draft WHERE draft.id = draft_source.draft_id)`,
    )
    .run(room);
}

function deleteUnfinished(database: DatabaseSync, id: string): void {
  const next = generationOf(database, id) + 1;
  database.prepare("DELETE FROM draft_source WHERE draft_id = ? AND offset >= ?").run(id, next * room);
}

function generationOf(database: DatabaseSync, id: string): number {
  return Number(database.prepare("SELECT source_generation AS n FROM draft WHERE id = ?").get(id)?.["n"] ?? 0);
}
