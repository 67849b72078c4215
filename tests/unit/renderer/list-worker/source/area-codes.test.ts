import { describe, expect, it } from "vitest";
import { readSource } from "../../../../../renderer/list-worker/source/read-source.ts";
import { guessedReading } from "../../../../../shared/recipients/reading.ts";
import { makeWorkbook } from "../make-workbook.ts";
import { cellsOf, openList } from "../open-list.ts";
import { digitsOf } from "../table/seen-rows.ts";

const csv = (...rows: string[][]): string => rows.map((row) => `${row.join(";")}\n`).join("");

async function numbersIn(country: string, ...rows: string[][]): Promise<(string | null)[]> {
  const { engine } = await openList(csv(...rows), { systemCountry: country });
  return digitsOf(engine);
}

describe("area codes in a column before the phones", () => {
  it("belong to the numbers: without them a stranger's landline was texted", async () => {
    const german = ["Name", "Vorwahl", "Rufnummer"];
    const mobiles = [
      ["Eva", "0151", "22334455"],
      ["Max", "0171", "123 45 67"],
      ["Ida", "(0160)", "99887766"],
    ];
    expect(await numbersIn("DE", german, ...mobiles)).toEqual(["4915122334455", "491711234567", "4916099887766"]);
    const austrian = [
      ["Ländervorwahl", "Vorwahl", "Telefon"],
      ["+43", "664", "1234567"],
      ["+43", "1", "5126686"],
    ];
    expect(await numbersIn("AT", ...austrian)).toEqual(["436641234567", "4315126686"]);
    expect(await numbersIn("US", ["Name", "Area Code", "Phone"], ["A", "212", "555-0123"])).toEqual(["12125550123"]);
    expect(await numbersIn("BR", ["DDD", "Telefone"], ["11", "912345678"])).toEqual(["5511912345678"]);
    expect(await numbersIn("UA", ["Код оператора", "Телефон"], ["+38067", "1234567"])).toEqual(["380671234567"]);
  });

  it("are not put before numbers that are whole, nor before any where the row has none", async () => {
    const rows = [
      ["Vorwahl", "Telefon"],
      ["0171", "0171 1234567"],
      ["0171", "+49 151 22334455"],
      ["171", "1711234568"],
      ["", "0160 99887766"],
      ["Herr", "0160 99887767"],
    ];
    const german = ["491711234567", "4915122334455", "491711234568", "4916099887766", "4916099887767"];
    expect(await numbersIn("DE", ...rows)).toEqual(german);
    expect(await numbersIn("AT", ["Vorwahl", "Telefon"], ["664", "6641234567"])).toEqual(["436641234567"]);
  });

  it("stay in their own column, and the phone is shown whole", async () => {
    const { engine } = await openList(csv(["Vorwahl", "Mobil", "Name"], ["0171", "1234567", "Max"]), {
      systemCountry: "DE",
    });
    expect(await cellsOf(engine)).toEqual([["0171", "0171 1234567", "Max"]]);
    expect((await engine.rows({ filter: "all", search: "0171 1234567", offset: 0, limit: 1 })).total).toBe(1);
    await engine.applyEdit({ kind: "cell", row: 2, column: 1, value: "0151 22334455" });
    expect(await digitsOf(engine)).toEqual(["4915122334455"]);
  });

  it("are numbers of a workbook too, without their zero", async () => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const heading = `<row r="1">${text("Vorwahl")}${text("Telefon")}</row>`;
    const workbook = makeWorkbook(`${heading}<row r="2"><c><v>171</v></c><c><v>1234567</v></c></row>`);
    const { engine } = await openList(workbook, { systemCountry: "DE" });
    expect(await digitsOf(engine)).toEqual(["491711234567"]);
  });

  it("leave every other table as it is", async () => {
    const options = { reading: guessedReading, locale: "en-US", onProgress: () => {} };
    const read = await readSource(new TextEncoder().encode(csv(["Prefix", "Name", "Phone"], ["1", "A", "2"])), options);
    expect(read.ok && read.value.table.showsOwnValues).toBe(true);
  });
});
