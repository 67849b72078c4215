import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type AppError, appErrorOf } from "../shared/errors.ts";
import type { Result } from "../shared/result.ts";
import { err, ok } from "../shared/result.ts";

const spreadsheet = /^\.(csv|tsv|txt|xlsx|xlsm|xls|ods|fods)$/i;
/** As large as the window would read one that is dropped into it. */
const largestFile = 200 * 1024 * 1024;

export type OpenedFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * Spreadsheets that the system opened with the program, until the window takes them: it has no access to files of its
 * own, and may not be there yet when one is opened.
 */
export class OpenedFiles {
  private readonly waiting: string[] = [];
  private readonly onFile: () => void;

  constructor(onFile: () => void) {
    this.onFile = onFile;
  }

  /** Takes in whatever of a command line is a spreadsheet. */
  add(argv: readonly string[]): void {
    const paths = argv.filter((argument) => spreadsheet.test(extname(argument)));
    if (paths.length === 0) return;
    this.waiting.push(...paths);
    this.onFile();
  }

  /** The next one as bytes, null when none waits. `file.too-large` over 200 MB, `file.out-of-reach` when it cannot be read. */
  async take(): Promise<Result<OpenedFile | null, AppError>> {
    const path = this.waiting.shift();
    if (path === undefined) return ok(null);
    try {
      if ((await stat(path)).size > largestFile) return err(appErrorOf("file.too-large"));
      return ok({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });
    } catch {
      // Moved, locked or not ours to read: for the user it is one and the same.
      return err(appErrorOf("file.out-of-reach"));
    }
  }
}
