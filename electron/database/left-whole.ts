import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

/** So long (ms) a file is believed to be whole since it was last looked through: disks decay slowly. */
const believedFor = 7 * 24 * 60 * 60_000;

/** A smaller file (bytes) is looked through at every start: that takes a moment. */
export const worthSparing = 64 * 1024 * 1024;

type Note = { size: string; modified: string; checkedAt: number };

/**
 * When (ms since 1970) a database file was last looked through, if nobody needs to look through it again: it is
 * large, was closed in order, is byte by byte as old and as long as it was left, and that look is not a week old. Null: it must be looked
 * through. The note is taken away, so that a program that does not end in order leaves none.
 */
export function takeLeftWhole(file: string, now: number): number | null {
  const note = takeNote(noteOf(file));
  if (note === null || !existsSync(file) || existsSync(`${file}-wal`)) return null;
  const { size, modified } = stateOf(file);
  const isAsLeft = size === note.size && modified === note.modified && Number(size) >= worthSparing;
  const age = now - note.checkedAt;
  return isAsLeft && age >= 0 && age < believedFor ? note.checkedAt : null;
}

/**
 * Writes down that a file was closed in order. `checkedAt` (ms since 1970): when it was last looked through.
 * @returns false where the disk does not take it; all that costs is one more look at the next start
 */
export function leaveWhole(file: string, checkedAt: number): boolean {
  try {
    writeFileSync(noteOf(file), JSON.stringify({ ...stateOf(file), checkedAt } satisfies Note));
    return true;
  } catch {
    return false;
  }
}

function takeNote(kept: string): Note | null {
  if (!existsSync(kept)) return null;
  try {
    const note = parsed(readFileSync(kept, "utf8"));
    rmSync(kept);
    return note;
  } catch {
    // Neither read nor taken away: it is worth nothing.
    return null;
  }
}

function noteOf(file: string): string {
  return `${file}.whole`;
}

function stateOf(file: string): Omit<Note, "checkedAt"> {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return { size: String(size), modified: String(mtimeNs) };
}

function parsed(text: string): Note | null {
  try {
    const note: unknown = JSON.parse(text);
    return isNote(note) ? note : null;
  } catch (error) {
    // Cut off by a full disk: as good as none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isNote(note: unknown): note is Note {
  if (typeof note !== "object" || note === null) return false;
  const { size, modified, checkedAt } = note as Partial<Record<keyof Note, unknown>>;
  return typeof size === "string" && typeof modified === "string" && typeof checkedAt === "number";
}
