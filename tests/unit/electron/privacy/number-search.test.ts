import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Found, searchFor } from "../../../../electron/privacy/number-search.ts";

const search = searchFor("380671234567");
const text = (content: string) => new TextEncoder().encode(content);

describe("a number is found in text", () => {
  test.each([
    "380671234567",
    "+38 (067) 123-45-67",
    "call 067 123 45 67 today",
    "00380671234567",
    "8067 1234567",
    "671234567",
    "3.80671234567E+11",
    "Olena;+380671234567;Kyiv",
    "+38\u00a0067\u202f123\u200745\u200767",
  ])("written as %s, and taken out", (written) => {
    expect(search.inText(written)).toBe(true);
    expect(search.inText(search.without(written))).toBe(false);
  });

  test.each(["380671234568", "1380671234567", "3806712345670", "380501234567", "67 and 1234567 apart", ""])(
    "and %j is not it",
    (other) => {
      expect(search.inText(other)).toBe(false);
      expect(search.without(other)).toBe(other);
    },
  );

  test("with what stands beside it left as it is", () => {
    expect(search.without("Olena, +38 067 123 45 67, Kyiv")).toBe("Olena, , Kyiv");
  });
});

/** A ZIP of one deflated entry, as a workbook has them. */
function zipOf(content: string): Uint8Array {
  const packed = deflateRawSync(Buffer.from(content));
  const local = Buffer.alloc(31);
  local.write("PK\u0003\u0004", "latin1");
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  local.write("a", 30);
  const central = Buffer.alloc(47);
  central.write("PK\u0001\u0002", "latin1");
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(1, 28);
  central.write("a", 46);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

describe("a number is found in a file", () => {
  test.each<[string, Uint8Array, Found]>([
    ["a text", text("Name;Phone\nOlena;067 123 45 67"), "yes"],
    ["a text without it", text("Name;Phone\nOlena;067 123 45 68"), "no"],
    ["UTF-16", Buffer.from("\ufeffName\tPhone\nOlena\t380671234567", "utf16le"), "yes"],
    ["a workbook", zipOf("<row><c><v>380671234567</v></c></row>"), "yes"],
    ["a workbook without it", zipOf("<row><c><v>380671234568</v></c></row>"), "no"],
    ["a cut workbook", zipOf("<v>380671234567</v>").subarray(0, 60), "unsearched"],
    [
      "an old or locked workbook",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(99)]),
      "unsearched",
    ],
    ["nothing", new Uint8Array(), "no"],
  ])("%s", (_kind, bytes, found) => {
    expect(search.inFile(bytes)).toBe(found);
  });

  test("a real workbook and a real document, made by others", () => {
    for (const name of ["customers.xlsx", "customers.ods"]) {
      const bytes = readFileSync(new URL(`../../../fixtures/spreadsheets/${name}`, import.meta.url));
      const csv = readFileSync(new URL("../../../fixtures/spreadsheets/customers-utf-8.csv", import.meta.url), "utf8");
      const [there = ""] = /380\d{9}/.exec(csv.replaceAll(/[ ()+-]/g, "")) ?? [];
      expect(searchFor(there).inFile(bytes), name).toBe("yes");
      expect(searchFor("48600700801").inFile(bytes), name).toBe("no");
    }
  });
});
