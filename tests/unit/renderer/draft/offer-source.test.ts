import { expect, test } from "vitest";
import { offerText } from "../../../../renderer/draft/offer-source.ts";
import type { DraftStore } from "../../../../renderer/draft/draft-store.ts";
import type { NewSource } from "../../../../renderer/draft/draft-state.ts";
import { openList } from "../list-worker/open-list.ts";
import { draft } from "./opened-draft.ts";

const name = { pasted: "Pasted cells", typed: "Typed numbers" };

/** What the draft is offered of a text. */
function offerOf(text: string): NewSource | undefined {
  const taken: NewSource[] = [];
  const store = {
    store: { getState: () => ({ draft }) },
    recipients: { takeSource: (source: NewSource) => void taken.push(source) },
  };
  offerText(store as unknown as DraftStore, text, name);
  return taken[0];
}

/** The same, and who of it would be texted. */
async function offered(text: string) {
  const source = offerOf(text);
  if (source === undefined) throw new Error("nothing was offered");
  const { engine } = await openList(await source.content.text(), { reading: source.reading ?? {} });
  const { numbers, cells } = await engine.people(0);
  return { kind: source.source.kind, check: source.check, numbers, cells };
}

test("lines of a CSV that are pasted keep every name beside its number", async () => {
  const csv = "Name;Phone\nOlena;0671234567\nIhor;+38 (050) 111-22-33\n";
  expect(await offered(csv)).toEqual({
    kind: "pasted",
    check: true,
    numbers: ["380671234567", "380501112233"],
    cells: [["Olena", "Ihor"]],
  });
  expect(await offered("Olena,0671234567")).toMatchObject({ kind: "pasted", cells: [["Olena"]] });
});

test("lines of a CSV that begin with the number are a table too, with a heading or without, and keep what stands behind it", async () => {
  const table = { kind: "pasted", check: true, numbers: ["380671234567", "380501112233"] };
  const lines = "0671234567;Olena;Kyiv\n+38 (050) 111-22-33;Ihor;Lviv\n";
  expect(await offered(lines)).toEqual({
    ...table,
    cells: [
      ["Olena", "Ihor"],
      ["Kyiv", "Lviv"],
    ],
  });
  expect(await offered(`Phone;Name;City\n${lines}`)).toMatchObject({ ...table, cells: [["Olena", "Ihor"], {}] });
  expect(await offered('0671234567,"Koval, Olena"\n0501112233,"Boiko, Ihor, Lviv"')).toMatchObject({
    ...table,
    cells: [["Koval, Olena", "Boiko, Ihor, Lviv"]],
  });
  expect(await offered("0671234567;12.05.2026;1240,00\n0501112233;28.04.2026;320,50")).toMatchObject({
    ...table,
    cells: [
      ["12.05.2026", "28.04.2026"],
      ["1240,00", "320,50"],
    ],
  });
  expect(await offered("sep=|\n0671234567|Olena\n0501112233|")).toMatchObject(table);
  expect(await offered("0671234567, Olena")).toMatchObject({ kind: "pasted", cells: [["Olena"]] });
  expect(await offered("Phone,Age\n0671234567,35\n0501112233,41")).toMatchObject({ ...table, cells: [["35", "41"]] });
});

test("numbers that are typed are numbers, however many stand in a line", async () => {
  const typed = { kind: "typed", check: false, numbers: ["380671234567", "380501112233"] };
  expect(await offered("0671234567; 0501112233")).toMatchObject(typed);
  expect(await offered("067 123 45 67\n+380501112233\n")).toMatchObject(typed);
  expect(await offered("0671234567, mobile\n0501112233")).toMatchObject(typed);
  const many = ["380671234567", "380501112233", "380631112233", "380931112233"];
  expect(await offered("0671234567, 0501112233\n0631112233, 0931112233")).toMatchObject({ ...typed, numbers: many });
  expect(await offered("0671234567;\n0501112233;\n")).toMatchObject(typed);
  expect(await offered("0671234567, 050.111.22.33")).toMatchObject(typed);
  // Of a chat of three, oneself among them, too.
  expect(await offered("+380671234567, +380501112233, You")).toMatchObject(typed);
  // Copied from a group chat: three people, two of whom nobody would have been told of as one row of a table.
  const chat = "\u202a+380 67 123 4567\u202c, +380 50 111 2233, Ihor, \u202a+48 601 234 567\u202c, You";
  expect(await offered(chat)).toMatchObject({ kind: "typed", numbers: [...typed.numbers, "48601234567"] });
  expect(await offered("Olena, +380671234567, Ihor, +380501112233, Vira, +48601234567")).toMatchObject({
    numbers: [...typed.numbers, "48601234567"],
  });
  // A digit is missing: as a cell beside the other number nobody would see it.
  expect(await offered("0671234567, 05011122\n0501112233, 06311122")).toMatchObject({ ...typed });
});

test("spaces between commas are no number, and lines of words alone make no table", async () => {
  expect(await offered("Olena,          \n0671234567")).toMatchObject({ kind: "typed", numbers: ["380671234567"] });
  expect(offerOf("ab,".repeat(330).concat("\n").repeat(300))?.source.kind).toBe("typed");
});
