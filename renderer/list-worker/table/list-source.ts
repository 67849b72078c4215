import { guessColumns } from "../../../shared/recipients/columns.ts";
import { type HeadedColumn, recallMatching, type RememberedMatching } from "../../../shared/recipients/fingerprint.ts";
import { isCountry, type CountryCode } from "../../../shared/recipients/phone-country.ts";
import type { ColumnRole, ReadingSettings } from "../../../shared/recipients/reading.ts";
import { columnLetter, type SourceBook } from "../source/source-table.ts";
import { gatherEvidence, headingOf } from "./column-evidence.ts";
import { countryColumn, homeCountry } from "./country-column.ts";
import { type Layout, layOut } from "./layout.ts";

/** What a list is made from besides its edits. */
export type ListSource = {
  book: SourceBook;
  reading: ReadingSettings;
  systemCountry: string;
  fileName: string;
  /** How the columns of earlier files were matched, the newest last. */
  remembered: readonly RememberedMatching[];
  /** A list that the program wrote itself. */
  checked: boolean;
};

/** The columns as the file names them. */
export function headedColumns({ book: { table } }: ListSource, layout: Layout): HeadedColumn[] {
  return Array.from({ length: table.columns }, (_, column) => ({
    letter: columnLetter(table.fileColumn(column)),
    heading: headingOf(table, layout, column),
  }));
}

/** Roles for all columns: the user's where given, those of an earlier file with these headings, otherwise the guess. */
export function rolesOf(source: ListSource, layout: Layout): readonly ColumnRole[] {
  const { table } = source.book;
  const wanted = source.reading.columns ?? recallMatching(headedColumns(source, layout), source.remembered);
  if (wanted !== null && wanted.length === table.columns) return wanted;
  const likely = source.reading.defaultCountry ?? source.systemCountry;
  const country = isCountry(likely) ? likely : "UA";
  const guessed = withCountry(source, layout, guessColumns(gatherEvidence(table, layout, country)));
  return wanted === null ? guessed : guessed.map((role, column) => wanted[column] ?? role);
}

/** The roles with that of the column which names each row's country, where there is one. */
function withCountry(source: ListSource, layout: Layout, roles: readonly ColumnRole[]): readonly ColumnRole[] {
  const phones = phoneColumns(roles);
  if (phones.length === 0) return roles;
  const list = { table: source.book.table, layout, phones };
  const column = countryColumn(list, roles, () => homeOf(source, layout, phones, -1));
  return roles.map((role, at) => (at === column && role.kind === "field" ? { ...role, kind: "country" } : role));
}

/** The columns of phones in the order in which they are tried. */
export function phoneColumns(roles: readonly ColumnRole[]): number[] {
  return roles
    .flatMap((role, column) => (role.kind === "phone" ? [{ column, order: role.order }] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ column }) => column);
}

/** Whether a table has people to text: a column of phones above rows. */
export function hasPhones(source: ListSource): boolean {
  const layout = layOut(source.book.table, source.reading.headerRow);
  return layout.dataRows.length > 0 && phoneColumns(rolesOf(source, layout)).length > 0;
}

/** The country of numbers without one, where their row names none. */
export function homeOf(
  { book, reading, systemCountry }: ListSource,
  layout: Layout,
  phones: readonly number[],
  column: number,
): CountryCode {
  if (reading.defaultCountry !== null && isCountry(reading.defaultCountry)) return reading.defaultCountry;
  return homeCountry({ table: book.table, layout, phones }, column, systemCountry);
}
