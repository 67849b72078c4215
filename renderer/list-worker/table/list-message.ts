import { createDigest } from "../../../shared/message/digest.ts";
import { createGroupTest } from "../../../shared/message/group.ts";
import { written, type LatinStandard } from "../../../shared/message/latin.ts";
import { previewOf } from "../../../shared/message/preview.ts";
import { createTally } from "../../../shared/message/tally.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../../shared/message/template.ts";
import { librarySha256 } from "../sha256.ts";
import type { CountingWatch, GroupQuery, MessageTally, Preview } from "../protocol.ts";
import type { ListContent } from "./list-content.ts";
import { PeopleColumns } from "./people-columns.ts";
import { Slices, type Clock } from "./slices.ts";

/** People between two looks at the clock. */
const stretch = 500;

/** The messages of a list's people: counted with every keystroke, looked at one by one, listed by what they cost. */
export class ListMessage {
  private readonly content: ListContent;
  private readonly clock: Clock;
  private kept: PeopleColumns | null = null;
  private found = { mark: "", positions: new Uint32Array(0) };

  constructor(content: ListContent, clock: Clock = () => performance.now()) {
    this.content = content;
    this.clock = clock;
  }

  /** Rows of the people who will be texted, in order. */
  get people(): Uint32Array {
    return this.columns.people;
  }

  fieldNames(): string[] {
    return this.content.fields().map(({ name }) => name);
  }

  /**
   * Counts in slices, with a pause between them for other questions; rows that change meanwhile are counted anew.
   * Rejects with the signal's reason soon after the watch's signal was aborted.
   */
  async tally(text: string, latin: LatinStandard | null, watch: CountingWatch = {}): Promise<MessageTally> {
    for (;;) {
      watch.signal?.throwIfAborted();
      const counted = await this.count(text, latin, watch);
      if (counted !== null) return counted;
    }
  }

  /** One person's message; a text with problems is shown as it was typed. Null where nobody stands. */
  preview(text: string, position: number, latin: LatinStandard | null): Preview | null {
    const { columns } = this;
    const row = columns.people[position];
    if (row === undefined) return null;
    const compiled = this.compile(text);
    const rendered = compiled.ok
      ? written(
          renderMessage(compiled.value, (field) => columns.cell(position, field)),
          latin,
        )
      : text;
    const { rows } = this.content;
    const added = row >= rows.fileRows;
    const person = { position, row: rows.rowNumber(row), added, number: columns.number(position) };
    return previewOf(person, rendered);
  }

  /** A page of the people of a group; who they are is kept for the next page. */
  group({ text, latin, key, offset, limit }: GroupQuery): { total: number; rows: Preview[] } {
    const mark = JSON.stringify([this.content.version, text, latin, key]);
    if (this.found.mark !== mark) this.found = { mark, positions: this.positionsIn(text, latin, key) };
    const { positions } = this.found;
    const page = Array.from(positions.subarray(offset, offset + limit));
    return { total: positions.length, rows: page.flatMap((position) => this.preview(text, position, latin) ?? []) };
  }

  digest(text: string, latin: LatinStandard | null): string {
    const compiled = this.compile(text);
    if (!compiled.ok) return "";
    const digest = createDigest(librarySha256);
    const { columns } = this;
    for (let position = 0; position < columns.people.length; position++) {
      const rendered = renderMessage(compiled.value, (field) => columns.cell(position, field));
      digest.add(columns.number(position), written(rendered, latin));
    }
    return digest.hex();
  }

  private get columns(): PeopleColumns {
    if (this.kept?.version !== this.content.version) this.kept = new PeopleColumns(this.content);
    return this.kept;
  }

  private compile(text: string): ReturnType<typeof compileTemplate> {
    const names = this.fieldNames();
    return compileTemplate(parseTemplate(text, names), names);
  }

  private fieldsOf(text: string): readonly number[] {
    const compiled = this.compile(text);
    return compiled.ok ? compiled.value.fields : [];
  }

  /** Null where the rows changed in a pause. */
  private async count(text: string, latin: LatinStandard | null, watch: CountingWatch): Promise<MessageTally | null> {
    const { columns } = this;
    const { length } = columns.people;
    const names = this.fieldNames();
    const counted = { fields: this.fieldsOf(text), latin };
    const toPrepare = columns.missing(counted);
    const slices = new Slices(this.clock, watch, toPrepare + length);
    for (let left = toPrepare; left > 0; left = columns.missing(counted)) {
      columns.prepare(counted, stretch);
      if (!slices.isOver()) continue;
      await slices.pause(toPrepare - left);
      if (columns.version !== this.content.version) return null;
    }
    const tally = createTally(parseTemplate(text, names), names, latin);
    const person = columns.person(latin);
    for (let position = 0; position < length; position++) {
      if (position % stretch === 0 && slices.isOver()) {
        await slices.pause(toPrepare + position);
        if (columns.version !== this.content.version) return null;
      }
      person.position = position;
      tally.add(person);
    }
    return tally.result();
  }

  private positionsIn(text: string, latin: LatinStandard | null, key: string): Uint32Array<ArrayBuffer> {
    const { columns } = this;
    const names = this.fieldNames();
    columns.prepare({ fields: this.fieldsOf(text), latin }, Infinity);
    const isIn = createGroupTest(parseTemplate(text, names), names, latin, key);
    const person = columns.person(latin);
    const positions = Uint32Array.from(columns.people, (_, position) => position);
    return positions.filter((position) => {
      person.position = position;
      return isIn(person);
    });
  }
}
