import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import Papa from "papaparse";
import { split } from "split-sms";
import { ListEngine } from "../../renderer/list-worker/list-engine.ts";
import { countParts } from "../../shared/message/parts.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../shared/message/template.ts";
import { guessedReading } from "../../shared/recipients/reading.ts";
import { createPhoneReader } from "../../shared/recipients/phone-number.ts";
import type { Row } from "./compare.ts";
import { phones, randomOf, table } from "./inputs.ts";

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

function phoneRow(kind: "clean" | "messy", goal: number): Row {
  return {
    name: `phone-${kind}`,
    yardstick: "libphonenumber-js/max called for each cell",
    goal: { kind: "at most", ratio: goal },
    prepare: () => {
      const cells = phones(100_000, kind);
      return {
        ours: () => {
          const read = createPhoneReader("UA", {});
          return cells.map((cell) => read(cell, "text").digits);
        },
        theirs: () => cells.map((cell) => parsePhoneNumberFromString(cell, "UA")?.number),
      };
    },
  };
}

/** Messages whose parts end now and then in the middle of a € or an emoji. */
function messages(count: number): string[] {
  const random = randomOf(3);
  const pieces = [
    "Hello Olena, ",
    "€",
    "€€€",
    "🌷",
    "Знижка 15 %, ",
    "until Sunday. ",
    "[Flora] ",
    "shop.example/stop ",
  ];
  return Array.from({ length: count }, () =>
    Array.from({ length: 4 + Math.floor(random() * 18) }, () => pieces[Math.floor(random() * pieces.length)]).join(""),
  );
}

const partsRow: Row = {
  name: "parts",
  yardstick: "split-sms called plainly: how many times as long, for the same answers",
  goal: { kind: "at least", ratio: 20 },
  prepare: () => {
    const texts = messages(100_000);
    const differing = texts.filter((text) => countParts(text).parts !== split(text, { summary: true }).parts.length);
    if (differing.length > 0) throw new Error(`${differing.length} messages are counted differently`);
    // How many times faster: theirs stands above the line.
    return {
      ours: () => texts.reduce((sum, text) => sum + split(text).parts.length, 0),
      theirs: () => texts.reduce((sum, text) => sum + countParts(text).parts, 0),
    };
  },
};

const templateRow: Row = {
  name: "template",
  yardstick: "a regex replace for each message",
  goal: { kind: "at most", ratio: 0.3 },
  prepare: () => {
    const columns = ["Name", "City", "Amount"];
    const text = "Hello {Name|friend}! Tulip bulbs are in. Your {Amount} points wait in {City}. Flora";
    const people = table(100_000)
      .slice(1)
      .map(([name = "", , city = "", , amount = ""]) => [name, city, amount]);
    const byName = people.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
    const compiled = compileTemplate(parseTemplate(text, columns), columns);
    if (!compiled.ok) throw new Error("The template of the bench has a fault");
    const template = compiled.value;
    return {
      ours: () => people.map((cells) => renderMessage(template, (column) => cells[column] ?? "")),
      theirs: () =>
        byName.map((person) =>
          text.replaceAll(/\{(\w+)(?:\|(\w+))?\}/g, (_, field: string, fallback = "") => person[field] || fallback),
        ),
    };
  },
};

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

/** Every row of the bench that needs no window, in the order in which they are run. */
export const rows: readonly Row[] = [
  csvPipeline(100_000, 0.5, "csv-pipeline"),
  phoneRow("clean", 0.05),
  phoneRow("messy", 0.5),
  partsRow,
  templateRow,
  csvPipeline(1_000_000, 0.6, "million-csv"),
  growthRow,
];
