import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { DraftSource } from "../../shared/library/draft.ts";
import { ok, type Result } from "../../shared/result.ts";

/** Bytes handed over at a time: far below what a message may have, for a message is packed while the window waits. */
const pieceSize = 512 * 1024;

/** Hands a source over in pieces. The draft has it when the last piece is there, with its reading and edits empty. */
export async function writeSource(
  desk: Pick<Desk, "writeDraftSource">,
  id: string,
  source: DraftSource,
  bytes: Uint8Array,
): Promise<Result<{ savedAt: string }, AppError>> {
  for (let offset = 0; ; offset += pieceSize) {
    const piece = bytes.slice(offset, offset + pieceSize);
    const last = offset + piece.length >= bytes.length;
    const answer = await desk.writeDraftSource({ id, source, offset, last, bytes: piece });
    if (!answer.ok || last) return answer;
  }
}

/** Brings a stored source back, piece by piece. */
export async function readSource(
  desk: Pick<Desk, "readDraftSource">,
  id: string,
): Promise<Result<Uint8Array, AppError>> {
  let whole = new Uint8Array(0);
  for (let offset = 0; ;) {
    const answer = await desk.readDraftSource({ id, offset });
    if (!answer.ok) return answer;
    const { bytes, total } = answer.value;
    if (offset === 0) whole = new Uint8Array(total);
    whole.set(bytes, offset);
    offset += bytes.length;
    if (offset >= total || bytes.length === 0) return ok(whole);
  }
}
