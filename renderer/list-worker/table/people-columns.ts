import type { LatinStandard } from "../../../shared/message/latin.ts";
import { measureOfCell, type Measure } from "../../../shared/message/measure.ts";
import type { CountedPerson } from "../../../shared/message/tally.ts";
import { countryOf } from "../../../shared/recipients/phone-country.ts";
import type { ListContent } from "./list-content.ts";

/** Fields whose cells are counted, and in whose Latin letters; null where they are counted as they are. */
export type CountedFields = { fields: readonly number[]; latin: LatinStandard | null };

/** Measures of the cells of one field, by position; the first `done` are made. */
type MeasuredColumn = { readonly values: Uint32Array; done: number };

/**
 * The people of one version of a list and what counting their messages needs of them, kept as numbers: four bytes for
 * each cell of a field that a text uses, two for a country. They are made by {@link prepare}, a stretch at a time, and
 * stay for the texts to come.
 */
export class PeopleColumns {
  readonly version: number;
  /** Rows of the people who will be texted, in order. */
  readonly people: Uint32Array;
  private readonly content: ListContent;
  /** The columns of the fields. */
  private readonly columns: readonly number[];
  private readonly measures = new Map<string, MeasuredColumn>();
  private readonly countries: Uint16Array;
  private readonly countryNames: string[] = [];
  private countriesDone = 0;

  constructor(content: ListContent) {
    this.content = content;
    this.version = content.version;
    this.people = Uint32Array.from(content.verdicts.people());
    this.columns = content.fields().map(({ column }) => column);
    this.countries = new Uint16Array(this.people.length);
  }

  /** How many cells and countries are still to be made before texts with these fields can be counted. */
  missing({ fields, latin }: CountedFields): number {
    const { length } = this.people;
    const ofFields = fields.map((field) => length - this.column(field, latin).done);
    return ofFields.reduce((sum, cells) => sum + cells, length - this.countriesDone);
  }

  /** Makes at most so many of them. */
  prepare({ fields, latin }: CountedFields, most: number): void {
    let left = most - this.readCountries(most);
    for (const field of fields) left -= this.measure(field, latin, left);
  }

  /** A field's cell as it is shown. */
  cell(position: number, field: number): string {
    return this.content.rows.cell(this.people[position] ?? 0, this.columns[field] ?? 0);
  }

  /** Someone's number, in digits. */
  number(position: number): string {
    return this.content.verdicts.digits(this.people[position] ?? 0);
  }

  /** One object that stands for whoever is at its `position`. Only what is prepared can be asked of it. */
  person(latin: LatinStandard | null): CountedPerson & { position: number } {
    return new PersonAt(this, (field) => this.column(field, latin).values, this.countries, this.countryNames);
  }

  private column(field: number, latin: LatinStandard | null): MeasuredColumn {
    const key = `${field} ${latin ?? ""}`;
    let column = this.measures.get(key);
    if (column === undefined) {
      column = { values: new Uint32Array(this.people.length), done: 0 };
      this.measures.set(key, column);
    }
    return column;
  }

  private measure(field: number, latin: LatinStandard | null, most: number): number {
    const column = this.column(field, latin);
    const end = Math.min(this.people.length, column.done + most);
    const made = end - column.done;
    for (let at = column.done; at < end; at++) column.values[at] = measureOfCell(this.cell(at, field), latin);
    column.done = end;
    return made;
  }

  private readCountries(most: number): number {
    const end = Math.min(this.people.length, this.countriesDone + most);
    const made = end - this.countriesDone;
    for (let at = this.countriesDone; at < end; at++)
      this.countries[at] = this.countryIndex(countryOf(this.number(at)));
    this.countriesDone = end;
    return made;
  }

  private countryIndex(country: string): number {
    const known = this.countryNames.indexOf(country);
    return known < 0 ? this.countryNames.push(country) - 1 : known;
  }
}

class PersonAt implements CountedPerson {
  position = 0;
  private readonly columns: PeopleColumns;
  private readonly values: (Uint32Array | undefined)[] = [];
  private readonly valuesOf: (field: number) => Uint32Array;
  private readonly countries: Uint16Array;
  private readonly countryNames: readonly string[];

  constructor(
    columns: PeopleColumns,
    valuesOf: (field: number) => Uint32Array,
    countries: Uint16Array,
    countryNames: readonly string[],
  ) {
    this.columns = columns;
    this.valuesOf = valuesOf;
    this.countries = countries;
    this.countryNames = countryNames;
  }

  cell(field: number): string {
    return this.columns.cell(this.position, field);
  }

  measure(field: number): Measure {
    const values = (this.values[field] ??= this.valuesOf(field));
    return values[this.position] ?? 0;
  }

  number(): string {
    return this.columns.number(this.position);
  }

  country(): string {
    return this.countryNames[this.countries[this.position] ?? 0] ?? "";
  }
}
