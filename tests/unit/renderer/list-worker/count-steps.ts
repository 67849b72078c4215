import { readdirSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";
import { utils, write, type BookType } from "@e965/xlsx";
import { fixture, openList } from "./open-list.ts";

/**
 * A program of its own, for the engine must not optimise what is counted (`node --no-opt`): says as JSON how many steps
 * it takes to read each fixture and to read lists of two lengths in each format. A step is one entry into a block of our
 * code, as the engine counts them for coverage: the same on every machine, however busy that is.
 */
export type CountedSteps = {
  fixtures: { name: string; bytes: number; steps: number }[];
  lists: { type: string; few: number; many: number }[];
};

export const [fewRows, manyRows] = [250, 1_000];
const formats: BookType[] = ["xlsx", "biff8", "ods", "html", "xlml", "csv", "txt"];
const ours = /\/(?:renderer\/list-worker|shared\/recipients)\//;

async function openAndShow(bytes: Uint8Array): Promise<void> {
  try {
    const { engine } = await openList(bytes);
    await engine.rows({ filter: "all", search: "", offset: 0, limit: 100 });
  } catch (problem) {
    // Locked fixtures are read as far as to know that they are.
    if (!(problem instanceof Error) || problem.message !== "file.locked") throw problem;
  }
}

async function countedSteps(session: Session, bytes: Uint8Array): Promise<number> {
  // Tables that are made once for all files are not this file's work.
  await openAndShow(bytes);
  await session.post("Profiler.takePreciseCoverage");
  await openAndShow(bytes);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result.filter(({ url }) => ours.test(url)).reduce((sum, script) => sum + stepsOf(script), 0);
}

function stepsOf({ functions }: Profiler.ScriptCoverage): number {
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}

function listOf(bookType: BookType, rows: number): Uint8Array {
  const cells = Array.from({ length: rows }, (_, at) => [
    `Olena ${at}`,
    `+380 67 ${1_000_000 + at}`,
    380_671_000_000 + at,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Name", "Phone", "Mobile"], ...cells]), "People");
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

if (import.meta.main) {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const counted: CountedSteps = { fixtures: [], lists: [] };
  for (const name of readdirSync(new URL("../../../fixtures/spreadsheets", import.meta.url))) {
    if (!/\.(?:csv|tsv|txt|xlsx|xlsm|xls|ods)$/.test(name)) continue;
    const bytes = fixture(name);
    // One after another: the counters are the engine's, and there is one of each.
    counted.fixtures.push({ name, bytes: bytes.length, steps: await countedSteps(session, bytes) });
  }
  for (const type of formats) {
    const few = await countedSteps(session, listOf(type, fewRows));
    counted.lists.push({ type, few, many: await countedSteps(session, listOf(type, manyRows)) });
  }
  process.stdout.write(JSON.stringify(counted));
}
