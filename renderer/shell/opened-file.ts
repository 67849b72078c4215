import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import { desk } from "../ui/desk.ts";

/** A spreadsheet that came from main. `asked`: the user chose it in the program's own dialog. */
export type FileFromMain = { file: File; asked: boolean };

/** The spreadsheet that was opened with the program, fetched piece by piece; null when none waits. */
export async function openedFile(): Promise<Result<FileFromMain | null, AppError>> {
  const taken = await desk().takeOpenedFile({});
  if (!taken.ok) return taken;
  if (taken.value.file === null) return ok(null);
  const { opened, name, size, asked } = taken.value.file;
  const pieces: Blob[] = [];
  for (let offset = 0; offset < size;) {
    const piece = await desk().readOpenedFile({ opened, offset });
    if (!piece.ok) return piece;
    pieces.push(new Blob([piece.value.bytes]));
    offset += piece.value.bytes.length;
  }
  return ok({ file: new File(pieces, name), asked });
}
