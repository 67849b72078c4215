import { type AppError, appErrorOf } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { limits } from "./limits.ts";

/** Bytes that are fetched at a time: whoever waits hears that the disk still answers. */
const pieceSize = 8 * 1024 * 1024;

/**
 * At most `size` bytes of a content from `offset` on. `file.out-of-reach` where it cannot be read: a chosen file is a
 * place on a disk, which may be gone, changed, another program's or a folder by now.
 */
export async function pieceOf(
  content: Blob,
  offset: number,
  size: number,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
  try {
    return ok(new Uint8Array(await content.slice(offset, offset + size).arrayBuffer()));
  } catch (problem) {
    if (problem instanceof DOMException) return err(appErrorOf("file.out-of-reach"));
    throw problem;
  }
}

/**
 * All bytes of a content, `onPiece` told after each piece how many are there. `file.too-large` before any is read;
 * `file.out-of-reach` as {@link pieceOf} says.
 */
export async function contentBytes(
  content: Blob,
  onPiece: (done: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
  if (content.size > limits.fileBytes) return err(appErrorOf("file.too-large"));
  const bytes = new Uint8Array(content.size);
  for (let offset = 0; offset < bytes.length;) {
    const piece = await pieceOf(content, offset, pieceSize);
    if (!piece.ok) return piece;
    bytes.set(piece.value, offset);
    offset += piece.value.length;
    onPiece(offset);
  }
  return ok(bytes);
}
