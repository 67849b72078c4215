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
import { PhoneShortCut } from "../../../shared/recipients/phone-short-cut.ts";
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
};

/** So many writings of countries are kept in mind. */
const mostTexts = 2_000;

/** The readers of a list's rows: one for all, or by what the rows name as their country. */
export class RowReaders {
  private readonly rows: ListRows;
  private readonly countries: Countries;
  /** Whether the numbers were read once already, and stand there with a plus. */
  private readonly checked: boolean;
  private answers: Readonly<Record<string, string>> = {};
  private home: RowReader;
  private readonly named = createCountryNamer();
  private readonly byCountry = new Map<CountryCode, RowReader>();
  private readonly byText = new Map<string, RowReader>();

  constructor(rows: ListRows, countries: Countries, checked: boolean) {
    this.rows = rows;
    this.countries = countries;
    this.checked = checked;
    this.home = this.reader(countries.home, false);
  }

  /** The one for all rows; null where it depends on the row. */
  get ofAll(): RowReader | null {
    return this.countries.column === -1 ? this.home : null;
  }

  /** The one of a row. */
  of(row: number): RowReader {
    const { column } = this.countries;
    if (column === -1) return this.home;
    const text = this.rows.ownCell(row, column);
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const found = this.readerFor(text);
    if (this.byText.size >= mostTexts) this.byText.clear();
    this.byText.set(text, found);
    return found;
  }

  /** Has a question about the whole list answered: all rows are to be read anew. */
  answer(id: string, choice: string): void {
    this.answers = { ...this.answers, [id]: choice };
    this.home = this.reader(this.countries.home, false);
    this.byCountry.clear();
    this.byText.clear();
  }

  private readerFor(text: string): RowReader {
    if (saysNothing(text)) return this.home;
    const named = this.named(text);
    if (named === null) {
      const read = askingForCountry(this.home.read, this.home.by, text);
      return { ...this.home, unknown: text, read, short: null };
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
    return {
      by: { country, answers: this.answers, byRow },
      unknown: null,
      read: this.checked ? plusIsNoRepair(read) : read,
      short: this.checked ? null : new PhoneShortCut(country),
    };
  }
}
