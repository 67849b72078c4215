import { createCountryNamer, saysNothing } from "../../../shared/recipients/country-names.ts";
import type { CountryCode } from "../../../shared/recipients/phone-country.ts";
import {
  askingForCountry,
  createPhoneReader,
  offeringHome,
  type PhoneReader,
  plusIsNoRepair,
} from "../../../shared/recipients/phone-number.ts";
import type { Reader } from "../../../shared/recipients/phone-reading.ts";
import { PhoneShortCut, type PlainPlan } from "../../../shared/recipients/phone-short-cut.ts";
import { CellMemo } from "./cell-memo.ts";
import type { ListRows } from "./list-rows.ts";

/** Where the numbers of a list are from: the country asked for the whole of it, and the column that names each row's. */
export type Countries = {
  home: CountryCode;
  /** -1 where no column does. */
  column: number;
};

/** Who reads the phones of a row. */
export type RowReader = {
  by: Reader;
  /** What the row calls its country, where that is none that is known. */
  unknown: string | null;
  read: PhoneReader;
  /** Reads what is plain without its words; null where only the words can be trusted. */
  short: PhoneShortCut | null;
  /** Reads what is plainest, many rows at once; null where there is no short cut. */
  plain: PlainPlan | null;
};

/** The readers of a list's rows: one for all, or by what the rows name as their country. */
export class RowReaders {
  private readonly countries: Countries;
  /** Whether the numbers were read once already, and stand there with a plus. */
  private readonly checked: boolean;
  private answers: Readonly<Record<string, string>> = {};
  private home: RowReader;
  private readonly named = createCountryNamer();
  private readonly byCountry = new Map<CountryCode, RowReader>();
  private readonly byCell: CellMemo<RowReader>;

  constructor(rows: ListRows, countries: Countries, checked: boolean) {
    this.countries = countries;
    this.checked = checked;
    this.home = this.reader(countries.home, false);
    const { column } = countries;
    this.byCell = new CellMemo(
      (row, place) => rows.locatePhone(row, column, place),
      (row) => this.readerFor(rows.ownCell(row, column)),
    );
  }

  /** The one for all rows; null where it depends on the row. */
  get ofAll(): RowReader | null {
    return this.countries.column === -1 ? this.home : null;
  }

  /** The one of a row. */
  of(row: number): RowReader {
    return this.countries.column === -1 ? this.home : this.byCell.of(row);
  }

  /** Has a question about the whole list answered: all rows are to be read anew. */
  answer(id: string, choice: string): void {
    this.answers = { ...this.answers, [id]: choice };
    this.home = this.reader(this.countries.home, false);
    this.byCountry.clear();
    this.byCell.clear();
  }

  private readerFor(text: string): RowReader {
    if (saysNothing(text)) return this.home;
    const named = this.named(text);
    if (named === null) {
      const read = askingForCountry(this.home.read, this.home.by, text);
      return { ...this.home, unknown: text, read, short: null, plain: null };
    }
    const known = this.byCountry.get(named.country);
    if (known !== undefined) return known;
    const reader = this.reader(named.country, true);
    const found = { ...reader, read: offeringHome(reader.read, this.home.read) };
    this.byCountry.set(named.country, found);
    return found;
  }

  private reader(country: CountryCode, byRow: boolean): RowReader {
    const read = createPhoneReader(country, this.answers, byRow);
    const short = this.checked ? null : new PhoneShortCut(country);
    return {
      by: { country, answers: this.answers, byRow },
      unknown: null,
      read: this.checked ? plusIsNoRepair(read) : read,
      short,
      plain: short?.plainPlan() ?? null,
    };
  }
}
