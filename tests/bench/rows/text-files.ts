import Papa from "papaparse";
import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import { guessedReading } from "../../../shared/recipients/reading.ts";
import type { Row } from "../compare.ts";
import { table } from "../inputs.ts";

/** A list as the window opens it: bytes → text → rows → numbers → duplicates → verdicts. */
async function openBytes(name: string, bytes: Uint8Array): Promise<unknown> {
  const engine = new ListEngine(() => {});
  const opened = await engine.open({
    name,
    bytes,
    reading: guessedReading,
    edits: [],
    systemCountry: "UA",
    locale: "en-US",
    neverText: { numbers: [], since: [] },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return engine.state();
}

function csvPipeline(rows: number, goal: number, name: string): Row {
  return {
    name,
    yardstick: "Papa.parse alone (header: false) on the same text",
    goal: { kind: "at most", ratio: goal },
    prepare: () => {
      const text = Papa.unparse(table(rows));
      const bytes = new TextEncoder().encode(text);
      return { ours: () => openBytes("list.csv", bytes), theirs: () => Papa.parse(text, { header: false }) };
    },
  };
}

const growthRow: Row = {
  name: "growth",
  yardstick: "the same with 100,000 rows instead of 1,000,000",
  goal: { kind: "at most", ratio: 11 },
  prepare: () => {
    const small = new TextEncoder().encode(Papa.unparse(table(100_000)));
    const large = new TextEncoder().encode(Papa.unparse(table(1_000_000)));
    return { ours: () => openBytes("list.csv", large), theirs: () => openBytes("list.csv", small) };
  },
};

/** Text files: one list in one go, a million people, and what ten times the people cost. */
export const textRows: readonly Row[] = [
  csvPipeline(100_000, 0.5, "csv-pipeline"),
  csvPipeline(1_000_000, 0.6, "million-csv"),
  growthRow,
];
