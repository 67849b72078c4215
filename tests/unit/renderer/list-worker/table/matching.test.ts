import { describe, expect, it } from "vitest";
import { ListEngine } from "../../../../../renderer/list-worker/list-engine.ts";
import type { ColumnRole } from "../../../../../shared/recipients/reading.ts";
import { openList, sourceOf } from "../open-list.ts";

/** The letters of the phone columns, in the order they are tried. */
async function phonesOf(csv: string, systemCountry = "UA"): Promise<string[]> {
  const { understood } = await openList(csv, { systemCountry });
  return understood.columns
    .flatMap(({ letter, role }) => (role.kind === "phone" ? [{ letter, order: role.order }] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ letter }) => letter);
}

const rows = (make: (row: number) => string): string => Array.from({ length: 12 }, (_, row) => make(row)).join("\n");

describe("the phone columns of a list", () => {
  it("are found by their headings in six languages, mobile ones first", async () => {
    for (const [phone, mobile] of [
      ["Phone", "Mobile"],
      ["Телефон", "Мобільний"],
      ["Рабочий телефон", "Сотовый"],
      ["Telefon", "Handy-Nr."],
      ["Nr telefonu", "Tel. kom."],
      ["Teléfono", "Móvil"],
    ]) {
      const csv = `A;${phone};B;${mobile}\n${rows((row) => `x;044490121${row % 10};y;06712345${10 + row}`)}\n`;
      expect([phone, await phonesOf(csv)]).toEqual([phone, ["D", "B"]]);
    }
  });

  it("are found by their content where no heading names them", async () => {
    expect(await phonesOf(`Хто;Як звʼязатися\n${rows((row) => `Анна;06712345${10 + row}`)}\n`)).toEqual(["B"]);
    expect(await phonesOf(`${rows((row) => `Anna;06712345${10 + row};Kyiv`)}\n`)).toEqual(["B"]);
    expect(await phonesOf(`Name;Номер\n${rows((row) => `Anna;(044) 490-12-${10 + row}`)}\n`)).toEqual(["B"]);
  });

  it("are none of article numbers, days, moments, tax numbers or sums, in countries where these could be numbers", async () => {
    const kinds: ((row: number) => string)[] = [
      (row) => `40063813339${10 + row}`,
      (row) => `202311${10 + row}`,
      (row) => `17000000${10 + row}`,
      (row) => `30712345${10 + row}`,
      (row) => `1${row}50,00`,
    ];
    for (const make of kinds) {
      for (const country of ["UA", "DE", "DK", "AT", "PL"]) {
        const csv = `Name;Reference\n${rows((row) => `Anna;${make(row)}`)}\n`;
        expect([make(0), country, await phonesOf(csv, country)]).toEqual([make(0), country, []]);
      }
    }
  });

  it("do not begin with a word that only sounds like one", async () => {
    expect(await phonesOf(`Total;To\n${rows((row) => `${100 + row};06712345${10 + row}`)}\n`)).toEqual(["B"]);
    expect(await phonesOf(`Cel podróży;Telegram\n${rows(() => "Kraków;@anna")}\n`)).toEqual([]);
  });
});

describe("a heading", () => {
  const headingsOf = async (csv: string) => {
    const { understood } = await openList(csv);
    return [understood.reading.headerRow, ...understood.columns.map(({ heading }) => heading)];
  };
  const people = "Anna;0671234567;a@b.c;12\nPetro;0501234567;;13\n";

  it("of two rows is the lower one, and what it leaves empty is named above", async () => {
    const names = ["Phone", "E-mail", "Sum"];
    expect(await headingsOf(`Name;Contact;;Order\n;Phone;E-mail;Sum\n${people}`)).toEqual([2, "Name", ...names]);
    expect(await headingsOf(`;Contact;;Order\nName;Phone;E-mail;Sum\n${people}`)).toEqual([2, "Name", ...names]);
  });

  it("may hold years, and a title above it is none", async () => {
    const years = [1, "Name", "Phone", "2025", "2026"];
    expect(await headingsOf("Name;Phone;2025;2026\nAnna;0671234567;1;2\nPetro;0501234567;3;4\n")).toEqual(years);
    expect(await headingsOf(`Our customers\n;Phone;E-mail;Sum\n${people}`)).toEqual([2, "", "Phone", "E-mail", "Sum"]);
  });
});

describe("the way from a file to its people", () => {
  it("tries the phone columns of a row in their order", async () => {
    const { engine } = await openList(
      "Name;Phone;Mobile\nAnna;0441234567;0671234567\nPetro;0501234567;\nOlha;0631234567;none\nIvan;;\n",
    );
    const { rows: shown } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 9 });
    expect(shown.map(({ phone, verdict }) => [phone, verdict])).toEqual([
      ["0671234567", "repaired"],
      ["0501234567", "repaired"],
      ["0631234567", "repaired"],
      ["", "empty"],
    ]);
  });
});

describe("a file with the headings of an earlier one", () => {
  const csv = "Name;Phone;Second phone\nAnna;0671234567;0501234567\n";

  it("is matched as that one was, until the user says otherwise", async () => {
    const { understood: earlier } = await openList(csv);
    const fingerprint = earlier.matching.fingerprint ?? "";
    const columns: ColumnRole[] = [{ kind: "field", name: "Who" }, { kind: "unused" }, { kind: "phone", order: 0 }];
    const remembered = [{ fingerprint, columns }];
    const engine = new ListEngine(() => {});
    const again = await engine.open({ ...sourceOf(csv.toUpperCase()), remembered });
    expect(again.ok && [again.value.matching, again.value.reading.columns]).toEqual([
      { fingerprint, recalled: true },
      columns,
    ]);
    expect((await engine.people(0)).numbers).toEqual(["380501234567"]);
    const own = await engine.reread({ ...sourceOf(csv).reading, columns: earlier.reading.columns });
    expect(own.ok && own.value.matching.recalled).toBe(false);
    const other = await engine.open({ ...sourceOf(csv.replace("Name", "Client")), remembered });
    expect(other.ok && other.value.matching.recalled).toBe(false);
  });
});
