import { isCallingCodeHeading, isCountryHeading } from "../../../shared/recipients/country-headings.ts";
import { createCountryNamer, saysNothing } from "../../../shared/recipients/country-names.ts";
import { guessCountry, plainCountry } from "../../../shared/recipients/default-country.ts";
import { codeOfCountry, type CountryCode } from "../../../shared/recipients/phone-country.ts";
import { createPhoneReader, type PhoneReader } from "../../../shared/recipients/phone-number.ts";
import type { ColumnRole } from "../../../shared/recipients/reading.ts";
import type { SourceTable } from "../source/source-table.ts";
import { CellMemo } from "./cell-memo.ts";
import { headingOf, spreadRows } from "./column-evidence.ts";
import type { Layout } from "./layout.ts";

/** Of the cells that are filled so many must name countries: where the heading says country, and where none is. */
const shareWithHeading = 0.5;
const shareWithout = 0.95;
/** Without a heading fewer cells say nothing, more different ones are names of people or towns, and no later column. */
const fewestWithout = 3;
const mostDifferent = 100;
const columnsWithout = 50;
/** Of the numbers written as at home so many must be of their row's country, or the column is about something else. */
const shareOfNumbers = 0.2;

/** A table with its heading found, and its phone columns in order. */
export type Headed = { table: SourceTable; layout: Layout; phones: readonly number[] };

/**
 * The column that names the country of each row's numbers, -1 where none does: one whose heading says country and whose
 * cells mostly name one, or one without a heading with little else in it. Numbers that contradict it, such as those of
 * people who are going to that country, make it none.
 */
export function countryColumn(list: Headed, roles: readonly ColumnRole[], home: () => CountryCode): number {
  const { table, layout } = list;
  const columns = roles.flatMap((role, column) => (role.kind === "field" ? [column] : []));
  const heading = (column: number): string => headingOf(table, layout, column);
  const named = columns.filter((column) => isCountryHeading(heading(column)));
  const bare = named.length > 0 ? [] : columns.slice(0, columnsWithout).filter((column) => heading(column) === "");
  const found =
    named.find((column) => namesCountries(list, column, heading(column))) ??
    bare.find((column) => hasNamesOnly(list, column));
  return found !== undefined && agrees(list, found, home()) ? found : -1;
}

function filledCells({ table, layout }: Headed, column: number): string[] {
  return spreadRows(layout).flatMap((row) => {
    const cell = table.shown(row, column);
    return saysNothing(cell) ? [] : [cell];
  });
}

/** Empty cells say nothing against a heading: it may be filled for people abroad alone. */
function namesCountries(list: Headed, column: number, heading: string): boolean {
  const digitsCount = isCallingCodeHeading(heading);
  const name = createCountryNamer();
  const cells = filledCells(list, column);
  const countries = cells.filter((cell) => {
    const named = name(cell);
    return named !== null && (named.how !== "digits" || digitsCount);
  });
  return countries.length >= cells.length * shareWithHeading;
}

/** Short forms could be languages, states or sizes: without a heading names alone count. */
function hasNamesOnly(list: Headed, column: number): boolean {
  const cells = filledCells(list, column);
  const different = new Set(cells);
  if (cells.length < fewestWithout || different.size > mostDifferent || /\d/.test(cells[0] ?? "")) return false;
  const name = createCountryNamer();
  const countries = cells.filter((cell) => name(cell)?.how === "name");
  return countries.length >= cells.length * shareWithout;
}

/**
 * Whether numbers written as at home, in rows that name another country than `home`, are numbers of that one now and
 * then. With few the column stays: it leads to refusals, without it strangers would be texted.
 */
function agrees({ table, layout, phones }: Headed, column: number, home: CountryCode): boolean {
  const name = createCountryNamer();
  const readers = new Map<string, PhoneReader>();
  /** Whether a cell is a number of this country by what is dialled within it. */
  const isOf = (country: CountryCode, byRow: boolean, cell: string): boolean => {
    const key = `${country} ${byRow}`;
    const read = readers.get(key) ?? createPhoneReader(country, {}, byRow);
    readers.set(key, read);
    const { digits } = read(cell, "text");
    return digits !== null && !cell.replaceAll(/\D/g, "").includes(digits);
  };
  let [by, against] = [0, 0];
  for (const row of spreadRows(layout)) {
    const country = name(table.shown(row, column))?.country ?? home;
    const phone = phones.map((at) => table.exact(row, at)).find((cell) => cell !== "");
    if (phone === undefined || codeOfCountry(country) === codeOfCountry(home)) continue;
    if (isOf(country, true, phone)) by++;
    else if (isOf(home, false, phone)) against++;
  }
  return by >= (by + against) * shareOfNumbers;
}

/**
 * The country of the numbers whose row names none: the one that those numbers name themselves, or that nearly all other
 * rows name, otherwise the system's.
 */
export function homeCountry({ table, layout, phones }: Headed, column: number, systemCountry: string): CountryCode {
  const name = createCountryNamer();
  const countryOf = (row: number) => (column === -1 ? null : (name(table.shown(row, column))?.country ?? null));
  const phonesOf = (rows: readonly number[]) =>
    rows.filter((row) => countryOf(row) === null).flatMap((row) => phones.map((phone) => table.exact(row, phone)));
  const plain = plainCountry(phonesOf(spreadRows(layout, fewRows)));
  if (plain !== null) return plain;
  const rows = spreadRows(layout, manyRows);
  return guessCountry(phonesOf(rows), onlyCountry(rows.map(countryOf)) ?? systemCountry);
}

/** Rows that are asked for their country: mostly a few say it plainly. */
const [fewRows, manyRows] = [100, 500];

/** So many rows must name a country before it is that of the others too. */
const nearlyAll = 0.9;

function onlyCountry(named: readonly (CountryCode | null)[]): CountryCode | null {
  const countries = named.filter((country) => country !== null);
  const [first] = countries;
  return first !== undefined &&
    countries.every((country) => country === first) &&
    countries.length >= named.length * nearlyAll
    ? first
    : null;
}

/** How the cells of a column of countries were understood. */
export type CountriesSeen = {
  column: number;
  /** Rows that name a country, that name none, and that have a name which is no country's, with the first of those. */
  named: number;
  empty: number;
  unknown: number;
  sample: string | null;
};

/** Counts what the rows of a file name as their country. */
export function countriesSeen(table: SourceTable, { dataRows }: Layout, column: number): CountriesSeen {
  const seen: CountriesSeen = { column, named: 0, empty: 0, unknown: 0, sample: null };
  const name = createCountryNamer();
  const kinds = new CellMemo(
    (row, place) => table.locate(row, column, place),
    (row) => {
      const cell = table.shown(row, column);
      if (saysNothing(cell)) return "empty";
      return name(cell) === null ? "unknown" : "named";
    },
  );
  for (const row of dataRows) {
    const kind = kinds.of(row);
    seen[kind]++;
    if (kind === "unknown") seen.sample ??= table.shown(row, column);
  }
  return seen;
}
