import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { CellForm, CellPlace } from "../../../../../renderer/list-worker/source/source-table.ts";
import { glanceAt, looks, lookAtText } from "../../../../../renderer/list-worker/table/cell-look.ts";
import { scanTable } from "../../../../../renderer/list-worker/text/text-table.ts";
import { createPhoneReader } from "../../../../../shared/recipients/phone-number.ts";
import { PhoneShortCut } from "../../../../../shared/recipients/phone-short-cut.ts";

const askings = (["UA", "DE", "EG", "US"] as const).map((country) => ({
  read: createPhoneReader(country, {}),
  short: new PhoneShortCut(country),
}));

/** A cell as a text file holds it, and as it is read. */
function cellOf(text: string): { form: CellForm; place: CellPlace; exact: string } {
  const bytes = new TextEncoder().encode(`x;${text}\n`);
  const table = scanTable(bytes, { encoding: "utf-8", mixedWith: null, delimiter: ";", from: 0 }, () => {});
  const place: CellPlace = { bytes, start: 0, end: 0, number: 0 };
  const form = table.columns === 2 ? table.locate(0, 1, place) : "bytes";
  return { form, place, exact: table.columns === 2 ? table.exact(0, 1) : "" };
}

const written = fc.constantFrom(
  "+380671234567",
  "0671234567",
  "+38 (067) 123-45-67",
  "01512345678",
  "1512345678",
  "20231129",
  "1700000000",
  "2026-11-27 10:00:00",
  "29 11 2023",
  "201210301245",
  "3,80501E+11",
  "3.5e5",
  "1234.56",
  "Street 12, 5",
  "Олена",
  "",
);
const sign = fc.constantFrom(..."0 1 2 3 7 + - ( ) . , E e a Ж €".split(" "), " ", "\u00a0", "\0", "\t");
const pieces = fc.array(fc.oneof(written, fc.string({ unit: sign, maxLength: 14 })), { maxLength: 4 });

it("says by the bytes of a cell what its text says, or nothing", () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(...askings), (several, asked) => {
      const { form, place, exact } = cellOf(several.join(""));
      if (form !== "bytes") return;
      const seen = glanceAt(place, asked);
      if (seen !== looks.unclear) expect([exact, seen]).toEqual([exact, lookAtText(exact, "text", asked)]);
    }),
    { numRuns: 5_000 },
  );
});

it("needs no text for most cells of a list", () => {
  const plain = [
    "Олена",
    "Street 12, 5",
    "05.05.2026",
    "1234.56",
    "+380671234567",
    "067 123 45 67",
    "380671234567",
    "№ 5",
  ];
  const seen = plain.map((text) => glanceAt(cellOf(text).place, askings[0]!));
  const { filled, phone, unclear } = looks;
  expect(seen).toEqual([filled, filled, unclear, filled, phone, phone, phone, unclear]);
});
