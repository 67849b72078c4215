import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { peopleChunkLimit } from "../../shared/library/draft.ts";
import type { LatinStandard } from "../../shared/message/latin.ts";
import type { RememberedMatching } from "../../shared/recipients/fingerprint.ts";
import type { Edit, ReadingSettings, ReplaceEdit } from "../../shared/recipients/reading.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type {
  CountingWatch,
  GroupQuery,
  ListState,
  ListWorker,
  MessageTally,
  OpenSource,
  Preview,
  ProblemRows,
  Progress,
  ReplaceView,
  RowsAlike,
  Understood,
} from "./protocol.ts";
import { readSource } from "./source/read-source.ts";
import { holding, type SourceBook } from "./source/source-table.ts";
import { rowsAlike } from "./table/alike.ts";
import { ListContent } from "./table/list-content.ts";
import { ListMessage } from "./table/list-message.ts";
import { hasPhones, type ListSource } from "./table/list-source.ts";
import { problemRows, type ReasonTexts } from "./table/problem-rows.ts";
import { rowMatcher, RowSearch } from "./table/row-search.ts";
import { rowView } from "./table/row-view.ts";
import { nobodyTexted, rowsTextedLately, textedLatelyOf } from "./table/texted-lately.ts";
import type { NeverText } from "./table/verdicts.ts";

/** A source with its bytes. */
export type ReadSource = OpenSource & { bytes: Uint8Array };
type Opened = { source: ReadSource; book: SourceBook; content: ListContent; message: ListMessage };
type NeverTextList = OpenSource["neverText"];

/** So many sheets are looked into for people where the first has none. */
const mostSheetsTried = 8;

/** As much as a handed-over heading or cell may have; what is longer is no phone and no name of one. */
const longestName = 200;
const longestCell = 32_767;

const emptyState: ListState = {
  lostDigits: { count: 0, sample: null },
  sum: { rows: 0, ready: 0, repaired: 0, "to-decide": 0, duplicate: 0, invalid: 0, empty: 0, "never-text": 0 },
  questions: [],
  duplicatesKeep: "first",
  duplicatesFilled: false,
  duplicatesDiffer: 0,
  duplicateSample: null,
  duplicatesFillable: 0,
  added: 0,
  people: 0,
  textedLately: 0,
  toBeTexted: 0,
  leftOutByHand: 0,
  crossedOut: 0,
  edits: 0,
  undone: 0,
};

function neverTextOf({ numbers, since }: NeverTextList): NeverText {
  return new Map(numbers.map((number, index) => [Number(number), since[index] ?? ""]));
}

/**
 * The list itself, wherever it runs: everything the window can ask, over one source at a time. Not made for calls at
 * the same time; whoever serves it hands one on after the other.
 */
export class ListEngine implements Omit<ListWorker, "open"> {
  private opened: Opened | null = null;
  private readonly search = new RowSearch();
  private readonly onProgress: (progress: Progress) => void;

  constructor(onProgress: (progress: Progress) => void) {
    this.onProgress = onProgress;
  }

  /** Reads a source whose bytes are here. Earlier content is kept when it fails. */
  async open(source: ReadSource): Promise<Result<Understood, AppError>> {
    const book = await this.readPeople(source);
    return book.ok ? this.take(source, book.value, source.reading, source.edits, neverTextOf(source.neverText)) : book;
  }

  async reread(reading: ReadingSettings, remembered?: RememberedMatching[]): Promise<Result<Understood, AppError>> {
    const { opened } = this;
    if (opened === null) return err(appErrorOf("draft.missing"));
    const before = opened.source.reading;
    const source = { ...opened.source, reading, remembered: remembered ?? opened.source.remembered ?? [] };
    const sameSheet = reading.sheet === before.sheet || reading.sheet === opened.book.sheet;
    const sameBook = reading.encoding === before.encoding && reading.delimiter === before.delimiter && sameSheet;
    const book = sameBook ? ok(opened.book) : await this.read(opened.source, reading);
    if (!book.ok) return book;
    return this.take(source, book.value, reading, opened.content.allEdits, neverTextOf(opened.source.neverText));
  }

  async state(): Promise<ListState> {
    return this.opened?.content.state() ?? emptyState;
  }

  async rows(query: Parameters<ListWorker["rows"]>[0]): ReturnType<ListWorker["rows"]> {
    const content = this.opened?.content;
    if (!content) return { total: 0, rows: [] };
    const found = this.search.rows(content, query.filter, query.search);
    const page = found.subarray(query.offset, query.offset + query.limit);
    return { total: found.length, rows: Array.from(page, (row) => rowView(content, row)) };
  }

  async applyEdit(edit: Edit): Promise<ListState> {
    this.opened?.content.apply(edit);
    return this.state();
  }

  async undoEdit(): Promise<ListState> {
    this.opened?.content.undo();
    return this.state();
  }

  async redoEdit(): Promise<{ state: ListState; edit: Edit | null }> {
    const edit = this.opened?.content.redo() ?? null;
    return { state: await this.state(), edit };
  }

  async rowsAlike(row: number): Promise<RowsAlike> {
    return this.opened ? rowsAlike(this.opened.content, row) : { rows: [], offered: [] };
  }

  async foreseeReplace(edit: ReplaceEdit, watch: CountingWatch = {}): Promise<ReplaceView> {
    return this.opened?.content.foreseeReplace(edit, watch) ?? { cells: 0, columns: [], samples: [] };
  }

  async rowsTextedLately(): Promise<number[]> {
    if (!this.opened) return [];
    const { content } = this.opened;
    return Array.from(rowsTextedLately(content), (row) => content.rows.rowNumber(row));
  }

  async rowsCrossedOut(): Promise<number[]> {
    const content = this.opened?.content;
    return content ? Array.from(content.verdicts.crossedOut(), (row) => content.rows.rowNumber(row)) : [];
  }

  async setNeverText(list: NeverTextList): Promise<ListState> {
    if (this.opened) {
      this.opened.source = { ...this.opened.source, neverText: list };
      this.opened.content.setNeverText(neverTextOf(list));
    }
    return this.state();
  }

  async people(offset: number): ReturnType<ListWorker["people"]> {
    const message = this.opened?.message;
    const content = this.opened?.content;
    if (!message || !content) {
      return { offset, last: true, columns: [], numbers: [], rows: [], cells: [], phones: { columns: [], cells: [] } };
    }
    const { people } = message;
    const part = people.subarray(offset, offset + peopleChunkLimit);
    this.onProgress({ phase: "handing-over", done: offset, total: people.length });
    return {
      offset,
      last: offset + part.length >= people.length,
      columns: message.fieldNames(),
      numbers: Array.from(part, (row) => content.verdicts.digits(row)),
      rows: Array.from(part, (row) => content.rows.rowNumber(row)),
      cells: content.fields().map(({ column }) => Array.from(part, (row) => content.rows.cell(row, column))),
      phones: {
        columns: content.phones.map((column) => content.heading(column).slice(0, longestName)),
        cells: content.phones.map((column) =>
          Array.from(part, (row) => content.rows.phoneCell(row, column).text.slice(0, longestCell)),
        ),
      },
    };
  }

  async fields(): Promise<string[]> {
    return this.opened?.message.fieldNames() ?? [];
  }

  async tally(text: string, latin: LatinStandard | null = null, watch: CountingWatch = {}): Promise<MessageTally> {
    return this.messageOrNone().tally(text, latin, watch);
  }

  async preview(text: string, position: number, latin: LatinStandard | null = null): Promise<Preview | null> {
    return this.opened?.message.preview(text, position, latin) ?? null;
  }

  async group(query: GroupQuery): Promise<{ total: number; rows: Preview[] }> {
    return this.messageOrNone().group(query);
  }

  async find(search: string, limit: number): Promise<number[]> {
    if (!this.opened) return [];
    const { content, message } = this.opened;
    const matches = rowMatcher(content, search);
    const found: number[] = [];
    for (const [position, row] of message.people.entries()) {
      if (found.length >= limit) break;
      if (matches(row)) found.push(position);
    }
    return found;
  }

  async digest(text: string, latin: LatinStandard | null = null): Promise<string> {
    return this.messageOrNone().digest(text, latin);
  }

  async problemRows(texts: ReasonTexts, from: number): Promise<ProblemRows> {
    return this.opened ? problemRows(this.opened.content, texts, from) : { lines: [], next: null };
  }

  private read(source: ReadSource, reading: ReadingSettings): Promise<Result<SourceBook, AppError>> {
    return readSource(source.bytes, { reading, locale: source.locale, onProgress: this.report });
  }

  /** The sheet that the settings name, or the first one with phones: in front of many a list stands a cover. */
  private async readPeople(source: ReadSource): Promise<Result<SourceBook, AppError>> {
    const { reading } = source;
    const first = await this.read(source, reading);
    if (!first.ok || reading.sheet !== null) return first;
    const others = first.value.sheets.filter(({ index, hidden }) => !hidden && index !== first.value.sheet);
    if (others.length === 0 || hasPhones(contentSource(source, first.value, reading))) return first;
    for (const { index } of others.slice(0, mostSheetsTried)) {
      const other = await this.read(source, { ...reading, sheet: index });
      if (other.ok && hasPhones(contentSource(source, other.value, reading))) return other;
    }
    return first;
  }

  private take(
    source: ReadSource,
    book: SourceBook,
    reading: ReadingSettings,
    edits: readonly Edit[],
    neverText: NeverText,
  ): Result<Understood, AppError> {
    const content = new ListContent(contentSource(source, book, reading), edits, neverText, this.report);
    content.setTextedLately(source.textedLately ? textedLatelyOf(source.textedLately) : nobodyTexted);
    const { dataRows, headerRow } = content.layout;
    if (dataRows.length === 0) return err(appErrorOf(headerRow === 0 ? "file.empty" : "file.no-rows"));
    this.opened = { source, book, content, message: new ListMessage(content) };
    this.search.clear();
    return ok(content.understood());
  }

  /** Without a list the text alone can still be counted and has its problems found. */
  private messageOrNone(): ListMessage {
    return this.opened?.message ?? new ListMessage(nobody());
  }

  private readonly report = (phase: Progress["phase"], done: number, total: number | null): void => {
    this.onProgress({ phase, done, total });
  };
}

function contentSource(
  { systemCountry, name: fileName, remembered = [], checked = false }: ReadSource,
  book: SourceBook,
  reading: ReadingSettings,
): ListSource {
  return { book, reading, systemCountry, fileName, remembered, checked };
}

function nobody(): ListContent {
  const table = {
    rows: 0,
    columns: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    coveredCells: 0,
    rowNumber: () => 0,
    fileColumn: (column: number) => column,
    filledRows: () => new Uint32Array(0),
    shown: () => "",
    exact: () => "",
    locate: () => "strings" as const,
    isNumber: () => false,
    holds: () => holding.no,
    searchText: () => "",
  };
  const reading = {
    encoding: null,
    delimiter: null,
    sheet: null,
    headerRow: null,
    defaultCountry: null,
    columns: null,
  };
  const book: SourceBook = { format: "csv", encoding: null, delimiter: null, sheet: null, sheets: [], table };
  const source = { book, reading, systemCountry: "UA", fileName: "", remembered: [], checked: false };
  return new ListContent(source, [], new Map(), () => {});
}
