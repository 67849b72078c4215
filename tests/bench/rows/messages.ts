import { split } from "split-sms";
import { countParts } from "../../../shared/message/parts.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../../shared/message/template.ts";
import type { Row } from "../compare.ts";
import { randomOf, table } from "../inputs.ts";

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
      passes: { ours: 1, theirs: 20 },
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

/** What a message costs: its parts, and each person's own text. */
export const messageRows: readonly Row[] = [partsRow, templateRow];
