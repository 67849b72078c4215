import { createDigest } from "../../../shared/message/digest.ts";
import { previewOf } from "../../../shared/message/preview.ts";
import { createTally } from "../../../shared/message/tally.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../../shared/message/template.ts";
import type { MessageTally, Preview } from "../protocol.ts";
import type { ListContent } from "./list-content.ts";

/** The people of a list and their cells, kept between keystrokes until the list changes. */
export class ListMessage {
  private readonly content: ListContent;
  private version = -1;
  private accepted = new Uint32Array(0);
  private texts = new Map<number, string[]>();

  constructor(content: ListContent) {
    this.content = content;
  }

  /** Rows of the people who will be texted, in order. */
  get people(): Uint32Array {
    this.refresh();
    return this.accepted;
  }

  fieldNames(): string[] {
    return this.content.fields().map(({ name }) => name);
  }

  /** Gives a person's cell of a field: made once for a column that a text uses, then only looked up. */
  cells(): (position: number) => (field: number) => string {
    this.refresh();
    const columns = this.content.fields().map(({ column }) => column);
    const kept: (string[] | undefined)[] = columns.map((column) => this.texts.get(column));
    return (position) => (field) => {
      const texts = (kept[field] ??= this.columnTexts(columns[field] ?? 0));
      return texts[position] ?? "";
    };
  }

  number(position: number): string {
    return this.content.verdicts.digits(this.people[position] ?? 0);
  }

  tally(text: string): MessageTally {
    const names = this.fieldNames();
    const tally = createTally(parseTemplate(text, names), names);
    const cells = this.cells();
    const { people } = this;
    for (let position = 0; position < people.length; position++) {
      tally.add(position, this.content.verdicts.digits(people[position] ?? 0), cells(position));
    }
    return tally.result();
  }

  /** One person's message; a text with problems is shown as it was typed. Null where nobody stands. */
  preview(text: string, position: number): Preview | null {
    const row = this.people[position];
    if (row === undefined) return null;
    const names = this.fieldNames();
    const compiled = compileTemplate(parseTemplate(text, names), names);
    const rendered = compiled.ok ? renderMessage(compiled.value, this.cells()(position)) : text;
    const person = { position, row: this.content.rows.rowNumber(row), number: this.number(position) };
    return previewOf(person, rendered);
  }

  digest(text: string): string {
    const names = this.fieldNames();
    const compiled = compileTemplate(parseTemplate(text, names), names);
    if (!compiled.ok) return "";
    const digest = createDigest();
    const cells = this.cells();
    const { length } = this.people;
    for (let position = 0; position < length; position++) {
      digest.add(this.number(position), renderMessage(compiled.value, cells(position)));
    }
    return digest.hex();
  }

  private columnTexts(column: number): string[] {
    const texts = Array.from(this.accepted, (row) => this.content.rows.cell(row, column));
    this.texts.set(column, texts);
    return texts;
  }

  private refresh(): void {
    if (this.version === this.content.version) return;
    this.version = this.content.version;
    this.accepted = Uint32Array.from(this.content.verdicts.people());
    this.texts = new Map();
  }
}
