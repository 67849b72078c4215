import { open, stat } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type AppError, appErrorOf } from "../shared/errors.ts";
import type { Result } from "../shared/result.ts";
import { err, ok } from "../shared/result.ts";

/** How names of spreadsheets end, for the program's own dialog and on a command line. */
export const spreadsheetEndings = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "fods"] as const;
const isSpreadsheet = (path: string): boolean =>
  spreadsheetEndings.some((ending) => extname(path).toLowerCase() === `.${ending}`);
/** As large as the window would read one that is dropped into it. */
const largestFile = 200 * 1024 * 1024;
/** Bytes handed over at a time: a message is unpacked while the window waits. */
const pieceSize = 512 * 1024;

/** A file by which its pieces are asked for. */
export type OpenedFile = { opened: number; name: string; size: number; asked: boolean };

/**
 * Spreadsheets that the system opened with the program, until the window takes them: it has no access to files of its
 * own, and may not be there yet when one is opened.
 */
export class OpenedFiles {
  private readonly waiting: { path: string; asked: boolean }[] = [];
  /** Those that the window has not read to their end. */
  private readonly taken = new Map<number, { path: string; size: number }>();
  private readonly onFile: () => void;
  private last = 0;

  constructor(onFile: () => void) {
    this.onFile = onFile;
  }

  /** Takes in whatever of a command line is a spreadsheet; `folder` is where it was typed. */
  add(argv: readonly string[], folder = process.cwd()): void {
    const paths = argv.flatMap((argument) => pathsOf(argument, folder)).filter(isSpreadsheet);
    this.put(paths, false);
  }

  /** Takes in what the user chose in the program's own dialog, whatever it is called. */
  choose(paths: readonly string[]): void {
    this.put(paths, true);
  }

  private put(paths: readonly string[], asked: boolean): void {
    if (paths.length === 0) return;
    this.waiting.push(...paths.map((path) => ({ path, asked })));
    this.onFile();
  }

  /**
   * The one that waits, null when none does. `file.several` when more do: none of them is taken, as of several that are
   * dropped. `file.too-large` over 200 MB, `file.out-of-reach` when it is not there.
   */
  async take(): Promise<Result<OpenedFile | null, AppError>> {
    const [first, ...others] = this.waiting.splice(0);
    if (first === undefined) return ok(null);
    if (others.length > 0) return err(appErrorOf("file.several", { count: others.length + 1 }));
    const { path, asked } = first;
    try {
      const { size } = await stat(path);
      if (size > largestFile) return err(appErrorOf("file.too-large"));
      this.last++;
      this.taken.set(this.last, { path, size });
      return ok({ opened: this.last, name: basename(path), size, asked });
    } catch {
      return outOfReach;
    }
  }

  /** The bytes of a taken file from `offset` on, as many as go at a time. `file.out-of-reach` when they cannot be read. */
  async read(opened: number, offset: number): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
    const taken = this.taken.get(opened);
    if (taken === undefined) return outOfReach;
    try {
      const bytes = await bytesAt(taken.path, offset);
      if (offset + bytes.length >= taken.size) this.taken.delete(opened);
      return bytes.length === 0 ? outOfReach : ok(bytes);
    } catch {
      return outOfReach;
    }
  }
}

/** As much of Electron's `app` as tells of files on macOS. */
type FileTeller = {
  on(event: "open-file", listener: (event: { preventDefault(): void }, path: string) => void): unknown;
  isReady(): boolean;
};

/**
 * Takes what macOS opens with the program. A file that launches it is told before it is ready, so that this must be
 * called at once (https://www.electronjs.org/docs/latest/api/app#event-open-file-macos); its window comes by itself.
 */
export function takeFilesOf(app: FileTeller, opened: OpenedFiles, show: () => void): void {
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (app.isReady()) show();
    opened.add([path]);
  });
}

/** The path that an argument names, none for an option. Desktops of Linux hand files over as addresses. */
function pathsOf(argument: string, folder: string): string[] {
  if (argument.startsWith("--")) return [];
  if (!/^file:/i.test(argument)) return [resolve(folder, argument)];
  try {
    return [fileURLToPath(argument)];
  } catch {
    // A file of another computer: there is no path to it.
    return [];
  }
}

async function bytesAt(path: string, offset: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(pieceSize), 0, pieceSize, offset);
    return buffer.slice(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Moved, locked, cut short or not ours to read: for the user it is one and the same. */
const outOfReach = err(appErrorOf("file.out-of-reach"));
