import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import { desk } from "../ui/desk.ts";

/** The next spreadsheet that the system opened with the program, fetched piece by piece; null when none waits. */
export async function openedFile(): Promise<Result<File | null, AppError>> {
  const taken = await desk().takeOpenedFile({});
  if (!taken.ok) return taken;
  if (taken.value.file === null) return ok(null);
  const { opened, name, size } = taken.value.file;
  const pieces: Blob[] = [];
  for (let offset = 0; offset < size;) {
    const piece = await desk().readOpenedFile({ opened, offset });
    if (!piece.ok) return piece;
    pieces.push(new Blob([piece.value.bytes]));
    offset += piece.value.bytes.length;
  }
  return ok(new File(pieces, name));
}
