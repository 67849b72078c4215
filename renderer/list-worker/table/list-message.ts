import { createDigest } from "../../../shared/message/digest.ts";
import { createGroupTest } from "../../../shared/message/group.ts";
import { written, type LatinStandard } from "../../../shared/message/latin.ts";
import { previewOf } from "../../../shared/message/preview.ts";
import { createTally } from "../../../shared/message/tally.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../../shared/message/template.ts";
import type { GroupQuery, MessageTally, Preview } from "../protocol.ts";
import type { ListContent } from "./list-content.ts";

/** People counted without a pause: a list of this size answers at once, a larger one lets others speak. */
const sliceSize = 20_000;

function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve));
}

/** The people of a list and their cells, kept between keystrokes until the list changes. */
export class ListMessage {
  private readonly content: ListContent;
  private version = -1;
  private accepted = new Uint32Array(0);
  private texts = new Map<number, string[]>();
  private found = { mark: "", positions: new Uint32Array(0) };

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

  /** Counts in slices, with a pause between them for other questions; rows that change meanwhile are counted anew. */
  async tally(text: string, latin: LatinStandard | null): Promise<MessageTally> {
    const names = this.fieldNames();
    const tally = createTally(parseTemplate(text, names), names, latin);
    const cells = this.cells();
    const { people, version } = this;
    for (let position = 0; position < people.length; position++) {
      if (position > 0 && position % sliceSize === 0) {
        await pause();
        if (this.content.version !== version) return this.tally(text, latin);
      }
      tally.add(position, this.content.verdicts.digits(people[position] ?? 0), cells(position));
    }
    return tally.result();
  }

  /** One person's message; a text with problems is shown as it was typed. Null where nobody stands. */
  preview(text: string, position: number, latin: LatinStandard | null): Preview | null {
    const row = this.people[position];
    if (row === undefined) return null;
    const names = this.fieldNames();
    const compiled = compileTemplate(parseTemplate(text, names), names);
    const rendered = compiled.ok ? written(renderMessage(compiled.value, this.cells()(position)), latin) : text;
    const person = { position, row: this.content.rows.rowNumber(row), number: this.number(position) };
    return previewOf(person, rendered);
  }

  /** A page of the people of a group; who they are is kept for the next page. */
  group({ text, latin, key, offset, limit }: GroupQuery): { total: number; rows: Preview[] } {
    const { people } = this;
    const mark = JSON.stringify([this.version, text, latin, key]);
    if (this.found.mark !== mark) {
      const names = this.fieldNames();
      const isIn = createGroupTest(parseTemplate(text, names), names, latin, key);
      const cells = this.cells();
      this.found = { mark, positions: people.map((_, position) => position).filter((at) => isIn(cells(at))) };
    }
    const { positions } = this.found;
    const page = Array.from(positions.subarray(offset, offset + limit));
    return { total: positions.length, rows: page.flatMap((position) => this.preview(text, position, latin) ?? []) };
  }

  digest(text: string, latin: LatinStandard | null): string {
    const names = this.fieldNames();
    const compiled = compileTemplate(parseTemplate(text, names), names);
    if (!compiled.ok) return "";
    const digest = createDigest();
    const cells = this.cells();
    const { length } = this.people;
    for (let position = 0; position < length; position++) {
      digest.add(this.number(position), written(renderMessage(compiled.value, cells(position)), latin));
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
