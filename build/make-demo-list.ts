// Writes the spreadsheet of the demo: `node build/make-demo-list.ts <path>.xlsx`. The same rows every time.
import { writeFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";

const firstNames = [
  "Olena",
  "Ihor",
  "Марія",
  "Andrii",
  "Natalia",
  "Сергій",
  "Yulia",
  "Taras",
  "Оксана",
  "Dmytro",
  "Iryna",
];
const lastNames = ["Kovalenko", "Шевченко", "Bondarenko", "Tkachenko", "Кравчук", "Melnyk", "Polishchuk", "Lysenko"];
const cities = ["Kyiv", "Lviv", "Одеса", "Dnipro", "Харків", "Poltava", "Vinnytsia", "Тернопіль", "Odesa"];
const operators = ["67", "50", "93", "63", "97", "66", "68", "95", "73", "96"];

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
const operator = (index: number): string => pick(operators, index);
const subscriber = (index: number): string => String(5_550_000 + index * 7).padStart(7, "0");

/** Ways in which people write numbers, good ones first; each gives one cell. */
const spellings: readonly ((index: number) => string | number)[] = [
  (i) => Number(`380${operator(i)}${subscriber(i)}`),
  (i) => `+380${operator(i)}${subscriber(i)}`,
  (i) => `0${operator(i)} ${subscriber(i).slice(0, 3)} ${subscriber(i).slice(3, 5)} ${subscriber(i).slice(5)}`,
  (i) => `+38 (0${operator(i)}) ${subscriber(i).slice(0, 3)}-${subscriber(i).slice(3, 5)}-${subscriber(i).slice(5)}`,
  (i) => `00380${operator(i)}${subscriber(i)}`,
  (i) => `380${operator(i)}${subscriber(i)}`,
  (i) => Number(`${operator(i)}${subscriber(i)}`),
  (i) => `'0${operator(i)}${subscriber(i)}`,
  (i) => `380${operator(i)}${subscriber(i)}.0`,
  (i) => `+380\u00a0${operator(i)}\u00a0${subscriber(i)}`,
];

/** Every so many rows a bad cell. */
const bad: readonly ((index: number) => string | number)[] = [
  () => "",
  () => "ask at the desk",
  (i) => `0${operator(i)}${subscriber(i).slice(0, 5)}`,
  () => "3,80675E+11",
  (i) => `+380${operator(i)}${subscriber(i)}99`,
  (i) => `067*****${String(i).padStart(2, "0").slice(-2)}`,
  (i) => `0${operator(i)}${subscriber(i)} / 0${operator(i + 1)}${subscriber(i + 1000)}`,
  () => "+380 44 235 01 18",
];

function phone(index: number): string | number {
  if (index % 23 === 22) return pick(bad, Math.floor(index / 23))(index);
  if (index % 41 === 40) return pick(spellings, 1)(index - 37);
  return pick(spellings, index)(index);
}

function row(index: number): (string | number)[] {
  const name = `${pick(firstNames, index)} ${pick(lastNames, index * 3 + 1)}`;
  return [name, phone(index), pick(cities, index * 5), 46_000 + ((index * 17) % 180), 90 + ((index * 137) % 4_000) / 2];
}

/** The bytes of the demo's workbook (.xlsx): the first so many people of the same ones. */
export function demoList(people = 400): Uint8Array {
  const heading = ["Name", "Phone", "City", "Last order", "Amount"];
  const rows = [["Customers of the flower shop"], heading, ...Array.from({ length: people }, (_, index) => row(index))];
  const sheet = utils.aoa_to_sheet(rows);
  for (let line = 3; line <= rows.length; line++) {
    const date = sheet[`D${line}`];
    const amount = sheet[`E${line}`];
    if (date) date.z = "dd.mm.yyyy";
    if (amount) amount.z = "0.00";
  }
  sheet["!cols"] = [{ wch: 24 }, { wch: 22 }, { wch: 14 }, { wch: 12 }, { wch: 10 }];
  const book = utils.book_new(sheet, "Customers");
  book.Props = { CreatedDate: new Date(Date.UTC(2026, 0, 1)) };
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

const path = process.argv[2];
if (import.meta.main && path !== undefined) writeFileSync(path, demoList());
