import { readFileSync } from "node:fs";
import { ListEngine, type ReadSource } from "../../../../renderer/list-worker/list-engine.ts";
import type { ListWorker, Understood } from "../../../../renderer/list-worker/protocol.ts";
import { type Edit, guessedReading, type ReadingSettings } from "../../../../shared/recipients/reading.ts";

type Options = {
  name?: string;
  reading?: Partial<ReadingSettings>;
  edits?: Edit[];
  neverText?: { numbers: string[]; since: string[] };
  textedLately?: { now: string; numbers: string[]; at: string[] };
  systemCountry?: string;
  checked?: boolean;
  locale?: string;
};

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** What the engine is asked to open: everything guessed, in Ukraine, but for what a test says. */
export function sourceOf(content: string | Uint8Array, options: Options = {}): ReadSource {
  return {
    name: options.name ?? "list.csv",
    bytes: bytesOf(content),
    reading: { ...guessedReading, ...options.reading },
    edits: options.edits ?? [],
    systemCountry: options.systemCountry ?? "UA",
    checked: options.checked ?? false,
    locale: options.locale ?? "en-US",
    neverText: options.neverText ?? { numbers: [], since: [] },
    textedLately: options.textedLately ?? { now: "", numbers: [], at: [] },
  };
}

/** What the worker is asked to open: the same, as the window has it, which holds no bytes. */
export function fileOf(text: string): Parameters<ListWorker["open"]>[0] {
  const { bytes: _, ...source } = sourceOf("");
  return { ...source, content: new Blob([text]) };
}

/** Opens a list that must be readable. */
export async function openList(
  content: string | Uint8Array,
  options: Options = {},
): Promise<{ engine: ListEngine; understood: Understood }> {
  const engine = new ListEngine(() => {});
  const understood = await engine.open(sourceOf(content, options));
  if (!understood.ok) throw new Error(understood.error.code);
  return { engine, understood: understood.value };
}

/** The code of the refusal, "read" when there was none. */
export async function refusalOf(content: string | Uint8Array, options: Options = {}): Promise<string> {
  const answer = await new ListEngine(() => {}).open(sourceOf(content, options));
  return answer.ok ? "read" : answer.error.code;
}

/** All cells as shown, row by row. */
export async function cellsOf(engine: ListEngine): Promise<string[][]> {
  const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 500 });
  return rows.map(({ cells }) => cells);
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../fixtures/spreadsheets/${name}`, import.meta.url)));
}
