import { expect, it } from "vitest";
import type { ListReply } from "../../../../renderer/list-worker/messages.ts";
import { serveList } from "../../../../renderer/list-worker/serve.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { makeWorkbook } from "./make-workbook.ts";

it("however many pieces a workbook arrives in, the window hears of each hundredth once", async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => {
    const row = at + 1;
    return `<row r="${row}"><c r="A${row}"><v>${380_670_000_000 + at}</v></c><c r="B${row}" t="inlineStr"><is><t>${"word ".repeat(20)}${at}</t></is></c></row>`;
  });
  const replies: ListReply[] = [];
  const serve = serveList((reply) => replies.push(reply));
  const source = {
    name: "list.xlsx",
    content: new Blob([makeWorkbook(rows.join("")).slice()]),
    reading: guessedReading,
    edits: [],
    systemCountry: "UA",
    locale: "en-US",
    neverText: { numbers: [], since: [] },
  };
  await serve({ id: 1, method: "open", args: [source] });
  const told = replies.flatMap((reply) => (reply.kind === "progress" ? [reply.progress] : []));
  const reading = told.filter(({ phase, total }) => phase === "reading" && total !== null).map(({ done }) => done);
  expect(reading.length).toBeGreaterThan(50);
  expect(reading.length).toBeLessThanOrEqual(101);
  expect(reading).toEqual(reading.toSorted((a, b) => a - b));
  expect(replies.at(-1)?.kind).toBe("answer");
});
