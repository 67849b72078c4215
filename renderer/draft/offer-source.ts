import { appErrorOf } from "../../shared/errors.ts";
import { guessedReading } from "../../shared/recipients/reading.ts";
import type { NewSource } from "./draft-state.ts";
import type { DraftStore } from "./draft-store.ts";
import { isPastedTable } from "./pasted-table.ts";

/** The largest file that is read, in bytes. */
const largestFile = 200 * 1024 * 1024;

/** File names the program reads, for the file dialog. */
export const readableFiles = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.fods";

/** Takes a new source, or asks first where what was done by hand would go with the old one: corrections, or all of it. */
export function offerSource({ store, recipients }: DraftStore, source: NewSource): void {
  const { draft } = store.getState();
  if (draft === null) return;
  if (draft.edits.length > 0 || draft.source?.kind === "typed") store.setState({ offered: source });
  else void recipients.takeSource(source);
}

/** Takes what was dropped: one file, for of several nobody could say which. That is said, and nothing changes. */
export async function offerFiles(draft: DraftStore, files: readonly File[]): Promise<void> {
  const [file, another] = files;
  if (file === undefined) return;
  if (another === undefined) return offerFile(draft, file);
  const name = files.map((each) => each.name).join(", ");
  draft.store.setState({ sourceProblem: { name, error: appErrorOf("file.several", { count: files.length }) } });
  return draft.goTo("recipients");
}

/** Takes a file that was dropped, chosen or pasted. */
export function offerFile(draft: DraftStore, file: File): void | Promise<void> {
  if (file.size > largestFile) {
    draft.store.setState({ sourceProblem: { name: file.name, error: appErrorOf("file.too-large") } });
    return draft.goTo("recipients");
  }
  const source = { kind: "file", name: file.name.slice(-255), size: file.size } as const;
  offerSource(draft, { source, content: file, check: true });
}

/**
 * Takes cells as a spreadsheet copies them in HTML: unlike its plain text they keep every digit of a number that is
 * shown as 3.8E+11, and line breaks within a cell. False when there is no table in it.
 */
export function offerCells(draft: DraftStore, html: string, name: string): boolean {
  if (!/<t[dr][\s>]/i.test(html)) return false;
  const content = new Blob([html]);
  offerSource(draft, { source: { kind: "pasted", name, size: content.size }, content, check: true });
  return true;
}

/**
 * Takes text that was pasted or typed: cells with tabs between them as a spreadsheet copies them, lines of a CSV, or
 * numbers one a line. `name` is what the draft calls them.
 */
export function offerText(draft: DraftStore, text: string, name: { pasted: string; typed: string }): void {
  const isTable = text.includes("\t");
  if (!isTable && isPastedTable(text)) {
    const content = new Blob([text]);
    const source = { kind: "pasted", name: name.pasted, size: content.size } as const;
    return offerSource(draft, { source, content, reading: { ...guessedReading, encoding: "utf-8" }, check: true });
  }
  const lines = isTable ? text : text.replaceAll(/[;,]+/g, "\n").replaceAll(/\n\s*\n/g, "\n");
  const content = new Blob([lines]);
  if (isTable) {
    const source = { kind: "pasted", name: name.pasted, size: content.size } as const;
    const reading = { ...guessedReading, encoding: "utf-8", delimiter: "\t" } as const;
    return offerSource(draft, { source, content, reading, check: true });
  }
  const source = { kind: "typed", name: name.typed, size: content.size } as const;
  const columns = [{ kind: "phone", order: 0 } as const];
  const reading = { ...guessedReading, encoding: "utf-8", delimiter: "\t", headerRow: 0, columns } as const;
  offerSource(draft, { source, content, reading: { ...reading, columns }, check: false });
}
