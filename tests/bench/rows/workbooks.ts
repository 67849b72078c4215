import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { read as readWithSheetJs } from "@e965/xlsx";
import { readXlsx as readWithHucre } from "hucre/xlsx";
import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import { benchFolder, measuredApart } from "../apart.ts";
import type { Row, Work } from "../compare.ts";
import { inflateAndScan } from "../inflate-and-scan.ts";
import { openList } from "../open-list.ts";
import { workbook } from "../workbook.ts";

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
    const engine = new ListEngine(() => {});
    return { ours: () => openList(engine, "list.xlsx", bytes), theirs: await fastestLibrary(bytes) };
  },
};

const inflateRow: Row = {
  name: "xlsx-inflate",
  yardstick: "the same bytes inflated and every tag found, with nothing kept",
  goal: { kind: "at most", ratio: 2 },
  prepare: async () => {
    const bytes = await workbook(100_000);
    const engine = new ListEngine(() => {});
    return { ours: () => openList(engine, "list.xlsx", bytes), theirs: () => inflateAndScan(bytes) };
  },
};

const memoryRow: Row = {
  name: "million-xlsx",
  yardstick: "500 MB; how much the process of the list grows while it opens 1,000,000 rows, file included",
  goal: { kind: "at most", ratio: 1 },
  figure: "answer",
  prepare: async () => {
    const file = join(benchFolder(), "million.xlsx");
    writeFileSync(file, await workbook(1_000_000));
    return {
      ours: () => measuredApart("memory-of-opening.ts", [file]),
      theirs: () => 500 * 1024 * 1024,
    };
  },
};

/** Workbooks: a whole list against the libraries, and against the least that any reader has to do. */
export const workbookRows: readonly Row[] = [pipelineRow, inflateRow, memoryRow];
