import { read as readWithSheetJs } from "@e965/xlsx";
import { readXlsx as readWithHucre } from "hucre/xlsx";
import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import { guessedReading } from "../../../shared/recipients/reading.ts";
import type { Row, Work } from "../compare.ts";
import { inflateAndScan } from "../inflate-and-scan.ts";
import { workbook } from "../workbook.ts";

/** A workbook as the window opens it: bytes → rows → numbers → duplicates → verdicts. */
async function openWorkbook(bytes: Uint8Array): Promise<unknown> {
  const engine = new ListEngine(() => {});
  const opened = await engine.open({
    name: "list.xlsx",
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

/** The library that reads the workbook in the least time, each tried once. */
async function fastestLibrary(bytes: Uint8Array): Promise<Work> {
  const libraries: Work[] = [() => readWithHucre(bytes), () => readWithSheetJs(bytes, { type: "array", dense: true })];
  const times: number[] = [];
  for (const library of libraries) {
    const start = performance.now();
    await library();
    times.push(performance.now() - start);
  }
  const fastest = libraries[times.indexOf(Math.min(...times))];
  if (!fastest) throw new Error("No library to measure against");
  return fastest;
}

const pipelineRow: Row = {
  name: "xlsx-pipeline",
  yardstick: "the faster one of hucre and @e965/xlsx reading the same workbook, and nothing more",
  goal: { kind: "at most", ratio: 0.3 },
  prepare: async () => {
    const bytes = await workbook(100_000);
    return { ours: () => openWorkbook(bytes), theirs: await fastestLibrary(bytes) };
  },
};

const inflateRow: Row = {
  name: "xlsx-inflate",
  yardstick: "the same bytes inflated and every tag found, with nothing kept",
  goal: { kind: "at most", ratio: 2 },
  prepare: async () => {
    const bytes = await workbook(100_000);
    return { ours: () => openWorkbook(bytes), theirs: () => inflateAndScan(bytes) };
  },
};

/** Workbooks: a whole list against the libraries, and against the least that any reader has to do. */
export const workbookRows: readonly Row[] = [pipelineRow, inflateRow];
