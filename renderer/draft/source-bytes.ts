import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { DraftSource } from "../../shared/library/draft.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { pieceOf } from "../list-worker/source/content.ts";

/** Bytes handed over at a time: far below what a message may have, for a message is packed while the window waits. */
const pieceSize = 512 * 1024;

/**
 * Hands a source over in pieces, which alone the window ever holds. The draft has it when the last piece is there, with
 * its reading and edits empty. `file.out-of-reach` for a file that cannot be read any more, `file.gave-up` once
 * `isOver` says so.
 */
export async function writeSource(
  desk: Pick<Desk, "writeDraftSource">,
  id: string,
  source: DraftSource,
  content: Blob,
  isOver: () => boolean = () => false,
): Promise<Result<{ savedAt: string }, AppError>> {
  for (let offset = 0; ; offset += pieceSize) {
    const piece = await pieceOf(content, offset, pieceSize);
    if (!piece.ok) return piece;
    if (isOver()) return err(appErrorOf("file.gave-up"));
    const last = offset + pieceSize >= content.size;
    const answer = await desk.writeDraftSource({ id, source, offset, last, bytes: piece.value });
    if (!answer.ok || last) return answer;
  }
}

/** Brings a stored source back, piece by piece. */
export async function readSource(desk: Pick<Desk, "readDraftSource">, id: string): Promise<Result<Blob, AppError>> {
  // Each piece leaves the window's memory at once: to make one of many bytes in the end would hold its thread.
  const pieces: Blob[] = [];
  for (let offset = 0; ;) {
    const answer = await desk.readDraftSource({ id, offset });
    if (!answer.ok) return answer;
    const { bytes, total } = answer.value;
    pieces.push(new Blob([bytes]));
    offset += bytes.length;
    if (offset >= total || bytes.length === 0) return ok(new Blob(pieces));
  }
}
