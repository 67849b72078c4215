import { fingerprintOf, recallMatching } from "../../../shared/recipients/fingerprint.ts";
import { describeQuestion } from "../../../shared/recipients/phone-number.ts";
import { withPlusByRow } from "../../../shared/recipients/phone-question.ts";
import type { ColumnRole, Edit, ReplaceEdit } from "../../../shared/recipients/reading.ts";
import type { ColumnQuestion, CountingWatch, ListState, ReplaceView, Understood } from "../protocol.ts";
import type { OnProgress } from "../source/source-table.ts";
import { headingOf } from "./column-evidence.ts";
import { countriesSeen } from "./country-column.ts";
import { crossedOutRows } from "./crossed-out.ts";
import { differingDuplicates } from "./duplicate-cells.ts";
import { cellsFromDuplicates } from "./filled-cells.ts";
import { type Layout, layOut } from "./layout.ts";
import { applyEdit, type Edited } from "./list-edits.ts";
import { ListRows } from "./list-rows.ts";
import { headedColumns, homeOf, type ListSource, phoneColumns, rolesOf } from "./list-source.ts";
import { ReadPhones } from "./read-phones.ts";
import { foreseeReplace } from "./replacing.ts";
import type { Countries } from "./row-readers.ts";
import { isToBeTexted, nobodyTexted, rowsTextedLately, type TextedLately } from "./texted-lately.ts";
import { type NeverText, Verdicts } from "./verdicts.ts";

const samplesShown = 5;

/** A list: its source as laid out, the rows with all edits, and their verdicts. */
export class ListContent {
  readonly source: ListSource;
  readonly layout: Layout;
  readonly roles: readonly ColumnRole[];
  readonly phones: readonly number[];
  readonly countries: Countries;
  /** Grows with every change; whoever keeps something made of the rows compares it. */
  version = 0;
  textedLately: TextedLately = nobodyTexted;
  private list: Edited;
  private edits: Edit[] = [];
  private undone: Edit[] = [];
  private readonly crossedOut: Uint8Array;
  private readonly asRead: ReadPhones;
  private neverText: NeverText;
  private readonly onProgress: OnProgress;

  constructor(source: ListSource, edits: readonly Edit[], neverText: NeverText, onProgress: OnProgress) {
    this.source = source;
    this.onProgress = onProgress;
    this.neverText = neverText;
    this.layout = layOut(source.book.table, source.reading.headerRow);
    this.roles = rolesOf(source, this.layout);
    this.phones = phoneColumns(this.roles);
    const column = this.roles.findIndex(({ kind }) => kind === "country");
    this.countries = { column, home: homeOf(source, this.layout, this.phones, column) };
    this.crossedOut = crossedOutRows(source.book.table, this.layout, this.phones);
    this.asRead = this.readAll();
    this.list = this.replay(edits);
    this.settle();
  }

  get rows(): ListRows {
    return this.list.rows;
  }

  get verdicts(): Verdicts {
    return this.list.verdicts;
  }

  get allEdits(): readonly Edit[] {
    return this.edits;
  }

  /** One more edit on top; what was taken back before is gone for good. */
  apply(edit: Edit): void {
    this.undone = [];
    this.put(edit);
  }

  /** Takes the last edit back: the rest is replayed. */
  undo(): void {
    const last = this.edits.at(-1);
    if (last === undefined) return;
    this.undone.push(last);
    this.list = this.replay(this.edits.slice(0, -1));
    this.settle();
  }

  /** Makes the edit that was taken back last once more; gives it, null where there is none. */
  redo(): Edit | null {
    const edit = this.undone.pop();
    if (edit === undefined) return null;
    this.put(edit);
    return edit;
  }

  setNeverText(neverText: NeverText): void {
    this.neverText = neverText;
    this.verdicts.setNeverText(neverText);
    this.settle();
  }

  setTextedLately(textedLately: TextedLately): void {
    this.textedLately = textedLately;
    this.version++;
  }

  /**
   * What find and replace would change; rows that change meanwhile are counted anew. Rejects with the signal's reason
   * soon after the watch's signal was aborted.
   */
  async foreseeReplace(edit: ReplaceEdit, watch: CountingWatch): Promise<ReplaceView> {
    for (;;) {
      watch.signal?.throwIfAborted();
      const { version } = this;
      const seen = await foreseeReplace(this.list, edit, watch, () => this.version !== version);
      if (seen !== null) return seen;
    }
  }

  /** What the file calls a column; nothing where it has no headings. */
  heading(column: number): string {
    return headingOf(this.source.book.table, this.layout, column);
  }

  /** Names of the fields and their columns, in column order. */
  fields(): { name: string; column: number }[] {
    return this.roles.flatMap((role, column) => ("name" in role ? [{ name: role.name, column }] : []));
  }

  state(): ListState {
    const { verdicts } = this;
    const sum = verdicts.sum();
    const leftOutByHand = verdicts.leftOutByHand();
    const differing = sum.duplicate === 0 ? { count: 0, sample: null } : differingDuplicates(this);
    const lately = rowsTextedLately(this);
    return {
      lostDigits: verdicts.phones.lostDigits(),
      sum,
      questions: this.questions(),
      duplicatesKeep: verdicts.duplicatesKeep,
      duplicatesFilled: verdicts.fillFromDuplicates,
      duplicatesDiffer: differing.count,
      duplicateSample: differing.sample,
      duplicatesFillable: differing.count === 0 ? 0 : cellsFromDuplicates(this.rows, verdicts, this.fields()).size,
      added: this.rows.count - this.rows.fileRows,
      textedLately: lately.length,
      toBeTexted: lately.filter((row) => isToBeTexted(this, row)).length,
      people: sum.ready + sum.repaired - leftOutByHand,
      leftOutByHand,
      crossedOut: verdicts.crossedOut().length,
      edits: this.edits.length,
      undone: this.undone.length,
    };
  }

  understood(): Understood {
    const { book, fileName } = this.source;
    const { table } = book;
    const heads = headedColumns(this.source, this.layout);
    const sampleCount = Math.min(samplesShown, this.layout.dataRows.length);
    const samples = Array.from(this.layout.dataRows.subarray(0, sampleCount));
    const unread = book.sheets.filter(({ index }) => index !== book.sheet);
    return {
      fileName,
      format: book.format,
      reading: {
        encoding: book.encoding,
        delimiter: book.delimiter,
        sheet: book.sheet,
        headerRow: this.layout.headerRow,
        defaultCountry: this.countries.home,
        columns: [...this.roles],
      },
      mixedWith: book.mixedWith ?? null,
      unworked: book.unworked ?? 0,
      sheets: book.sheets,
      columns: this.roles.map((role, column) => ({
        letter: heads[column]?.letter ?? "",
        heading: heads[column]?.heading ?? "",
        role,
        samples: samples.map((row) => (role.kind === "phone" ? table.exact(row, column) : table.shown(row, column))),
      })),
      sampleRows: samples.map((row) => table.rowNumber(row)),
      rows: this.layout.dataRows.length,
      leftOut: {
        titleRows: this.layout.titleRows,
        blankRows: this.layout.blankRows,
        hiddenRows: table.hiddenRows,
        hiddenColumns: table.hiddenColumns,
        coveredCells: table.coveredCells,
        otherSheets: unread.filter(({ hidden, rows }) => !hidden && rows > 0).length,
        hiddenSheets: unread.filter(({ hidden }) => hidden).length,
      },
      matching: {
        fingerprint: fingerprintOf(heads),
        recalled: this.source.reading.columns === null && recallMatching(heads, this.source.remembered) !== null,
      },
      countries: this.countries.column === -1 ? null : countriesSeen(table, this.layout, this.countries.column),
    };
  }

  private put(edit: Edit): void {
    this.edits.push(edit);
    applyEdit(edit, this.list);
    this.settle();
  }

  /** The list with these edits, made from what was read of the file at first. */
  private replay(edits: readonly Edit[]): Edited {
    const rows = this.rowsAsRead();
    const phones = this.readPhones(rows);
    phones.startFrom(this.asRead);
    const verdicts = new Verdicts(rows, phones, this.neverText);
    const used = Array.from(this.roles.keys()).filter((column) => this.roles[column]?.kind !== "unused");
    const list = { rows, verdicts, phones: this.phones, country: this.countries.column, used };
    for (const edit of edits) applyEdit(edit, list);
    this.edits = [...edits];
    return list;
  }

  private rowsAsRead(): ListRows {
    return new ListRows(this.source.book.table, this.layout, this.crossedOut);
  }

  private readAll(): ReadPhones {
    const phones = this.readPhones(this.rowsAsRead());
    phones.readAll((done, total) => this.onProgress("numbers", done, total));
    return phones;
  }

  private readPhones(rows: ListRows): ReadPhones {
    return new ReadPhones(rows, this.phones, this.countries, this.source.checked);
  }

  /** Works out all that depends on other rows, after any change. */
  private settle(): void {
    const { rows, verdicts } = this;
    verdicts.settle();
    rows.fill(verdicts.fillFromDuplicates ? cellsFromDuplicates(rows, verdicts, this.fields()) : new Map());
    this.version++;
  }

  private questions(): ColumnQuestion[] {
    return this.verdicts.openQuestions().map(({ id, people, sampleRow }) => {
      const sample = this.verdicts.phones.reading(sampleRow).cell;
      const { by, unknown } = this.verdicts.phones.readBy(sampleRow);
      const home = id === withPlusByRow ? null : by.country;
      return { id, people, sample, home, named: unknown, ...describeQuestion(id, sample, by) };
    });
  }
}
