import Papa from "papaparse";
import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import type { Row, Work } from "../compare.ts";
import { freshProcesses, type Fresh, type FreshWork } from "../fresh-process.ts";
import { table } from "../inputs.ts";
import { openList } from "../open-list.ts";

/** A shop's list of so many rows, as a text. */
const listOf = (rows: number): string => Papa.unparse(table(rows));

/** Opens a list again and again in one engine, as the list worker does. Fails when a row or a person is missing. */
async function opening(text: string, rows: number): Promise<Work> {
  const bytes = new TextEncoder().encode(text);
  const engine = new ListEngine(() => {});
  const { sum, people } = await openList(engine, "list.csv", bytes);
  if (sum.rows !== rows || people !== sum.rows - sum.duplicate) throw new Error(`Read wrongly: ${JSON.stringify(sum)}`);
  return () => openList(engine, "list.csv", bytes);
}

function csvPipeline(rows: number, goal: number, name: string): Row {
  return {
    name,
    yardstick: "Papa.parse alone (header: false) on the same text",
    goal: { kind: "at most", ratio: goal },
    prepare: async () => {
      const text = listOf(rows);
      return { ours: await opening(text, rows), theirs: () => Papa.parse(text, { header: false }) };
    },
  };
}

const growthRow: Row = {
  name: "growth",
  yardstick: "the same with 100,000 rows instead of 1,000,000",
  goal: { kind: "at most", ratio: 11 },
  prepare: async () => ({
    ours: await opening(listOf(1_000_000), 1_000_000),
    theirs: await opening(listOf(100_000), 100_000),
  }),
};

/** Figures of processes that are started for each measurement and read one list. */
function freshRow(
  row: Omit<Row, "prepare" | "figure">,
  rows: number,
  figure: (fresh: Fresh) => number,
  ours: FreshWork = "open-list",
): Row {
  return {
    ...row,
    figure: "answer",
    prepare: async () => {
      const run = await freshProcesses(new TextEncoder().encode(listOf(rows)));
      return {
        ours: () => run(ours).then(figure),
        theirs: () => run("papa-parse").then(figure),
      };
    },
  };
}

const coldRow = freshRow(
  {
    name: "csv-cold",
    yardstick: "Papa.parse alone on the same text: each in a fresh process each time, once it is loaded",
    goal: { kind: "at most", ratio: 1 },
  },
  10_000,
  ({ milliseconds }) => milliseconds,
);

const readyRow = freshRow(
  {
    name: "csv-ready",
    yardstick:
      "the same, cold; ours once it has rehearsed on made-up lists, as the list worker does while it waits for its first file",
    goal: { kind: "at most", ratio: 1 },
  },
  10_000,
  ({ milliseconds }) => milliseconds,
  "open-list-ready",
);

const memoryRow = freshRow(
  {
    name: "million-csv-memory",
    yardstick: "Papa.parse alone on the same text: the most memory that each one's process ever had",
    goal: { kind: "at most", ratio: 0.4 },
  },
  1_000_000,
  ({ peakBytes }) => peakBytes,
);

/** Text files: a list in one go, cold, ready for it and a million people long, and what ten times the people cost. */
export const textRows: readonly Row[] = [
  csvPipeline(100_000, 0.5, "csv-pipeline"),
  coldRow,
  readyRow,
  csvPipeline(1_000_000, 0.6, "million-csv"),
  memoryRow,
  growthRow,
];
