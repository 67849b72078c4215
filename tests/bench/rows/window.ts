import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import Papa from "papaparse";
import type { ListReply, ListRequest } from "../../../renderer/list-worker/messages.ts";
import { guessedReading } from "../../../shared/recipients/reading.ts";
import { benchFolder, measuredInWindow } from "../apart.ts";
import type { Row } from "../compare.ts";
import { table } from "../inputs.ts";
import { workbook } from "../workbook.ts";

type Call = ListRequest extends infer Request ? (Request extends { id: number } ? Omit<Request, "id"> : never) : never;

/** The list in a thread of its own, asked as the window asks it. */
class ListThread {
  private readonly worker = new Worker(new URL("../apart/list-thread.ts", import.meta.url));
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>();
  private calls = 0;

  constructor() {
    this.worker.unref();
    this.worker.on("message", (reply: ListReply) => {
      const call = this.waiting.get(reply.id);
      if (reply.kind === "answer") call?.resolve(reply.value);
      if (reply.kind === "failure") call?.reject(new Error(reply.message));
      if (reply.kind === "answer" || reply.kind === "failure") this.waiting.delete(reply.id);
    });
  }

  ask(call: Call): Promise<unknown> {
    const id = ++this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...call, id });
    });
  }
}

/** Rows that a window of usual size asks for at a time. */
const rowsInView = 60;

const handOverRow: Row = {
  name: "hand-over",
  yardstick: "Papa.parse alone (header: false) on the same text",
  goal: { kind: "at most", ratio: 0.1 },
  prepare: async () => {
    const text = Papa.unparse(table(100_000));
    const list = new ListThread();
    const source = {
      name: "list.csv",
      content: new Blob([text]),
      reading: guessedReading,
      edits: [],
      systemCountry: "UA",
      locale: "en-US",
      neverText: { numbers: [], since: [] },
    };
    await list.ask({ method: "open", args: [source] });
    const page = (filter: "all" | "repaired", offset: number): Promise<unknown> =>
      list.ask({ method: "rows", args: [{ filter, search: "", offset, limit: rowsInView }] });
    return {
      // The sum, the first page, and the last one of a filter: nothing of it is kept from the time before.
      ours: () => Promise.all([list.ask({ method: "state", args: [] }), page("all", 0), page("repaired", 70_000)]),
      theirs: () => Papa.parse(text, { header: false }),
    };
  },
};

const blockRow: Row = {
  name: "million-block",
  yardstick:
    "100 ms; the longest block of the window's thread while a million rows are read, scrolled and searched, CSV and XLSX",
  goal: { kind: "at most", ratio: 1 },
  figure: "answer",
  prepare: async () => {
    const folder = benchFolder();
    const files = [join(folder, "million.csv"), join(folder, "million.xlsx")];
    writeFileSync(files[0] ?? "", Papa.unparse(table(1_000_000)));
    writeFileSync(files[1] ?? "", await workbook(1_000_000));
    return { ours: () => measuredInWindow("longest-block.ts", files), theirs: () => 100 };
  },
};

const firstWindowRow: Row = {
  name: "first-window",
  yardstick: "an empty page on the same runtime, from its start until it can be clicked",
  goal: { kind: "at most", ratio: 2 },
  figure: "answer",
  prepare: async () => {
    const userData = benchFolder();
    await measuredInWindow("first-window.ts", ["welcome", userData]);
    return {
      ours: () => measuredInWindow("first-window.ts", ["desk", userData]),
      theirs: () => measuredInWindow("first-window.ts", ["empty"]),
    };
  },
};

/** What the window does: has its rows, never stands still, and is there soon. */
export const windowRows: readonly Row[] = [handOverRow, blockRow, firstWindowRow];
