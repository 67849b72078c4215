import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import type { XmlHandler } from "../xlsx/xml-scanner.ts";
import { attributes, decodeText } from "../xlsx/xml-text.ts";
import { OdsCellText } from "./ods-cell-text.ts";
import { OdsSheet } from "./ods-sheet.ts";
import { StruckStyles } from "./struck-styles.ts";

export type OdsTableView = { name: string; hidden: boolean; rows: number };

/** How often an element stands for itself; at most `most`. */
const repeated = (count: string | undefined, most: number): number =>
  Math.min(Math.max(1, Math.trunc(Number(count ?? 1)) || 1), most);

/**
 * Reads `content.xml` of a spreadsheet, or a flat file, in one go (OpenDocument 1.3, part 3, chapter 9): keeps the wanted
 * sheet, or the first visible one that holds anything, and counts the rows of the others.
 */
export class OdsContent implements XmlHandler {
  readonly tables: OdsTableView[] = [];
  chosen: { index: number; sheet: OdsSheet } | null = null;
  isSpreadsheet = false;
  private readonly memory: HeldMemory;
  private readonly wanted: number | null;
  private readonly hiddenStyles = new Set<string>();
  private readonly struckStyles: StruckStyles;
  private styleName = "";
  private sheet: OdsSheet | null = null;
  /** Whether the document's own end was there: a file that is cut is never half read. */
  isComplete = false;
  private depth = 0;
  /** Depth of what is drawn over a sheet or linked to it, 0 outside: a chart within a flat file has a table of its own. */
  private drawn = 0;
  private cell: OdsCellText | null = null;
  private covered = false;

  /** `struckStyles`: those that stand before, in a part of their own. */
  constructor(wanted: number | null, memory: HeldMemory, struckStyles = new StruckStyles(memory)) {
    this.wanted = wanted;
    this.memory = memory;
    this.struckStyles = struckStyles;
  }

  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    this.depth++;
    if (this.cell) {
      this.cell.open(name, this.depth, bytes, from, to);
      return;
    }
    if (this.drawn > 0) return;
    switch (name) {
      case "spreadsheet":
        this.isSpreadsheet = true;
        break;
      case "style":
        this.styleName = attributes(bytes, from, to).get("name") ?? "";
        this.struckStyles.open(name, bytes, from, to);
        break;
      case "text-properties":
        this.struckStyles.open(name, bytes, from, to);
        break;
      case "table-properties":
        if (attributes(bytes, from, to).get("display") === "false") this.hideStyle();
        break;
      case "shapes":
      // Tables of other documents that cells once asked for.
      case "dde-links":
        this.drawn = this.depth;
        break;
      case "table":
        if (this.isSpreadsheet && this.sheet === null) this.openTable(attributes(bytes, from, to));
        break;
      case "table-column":
        this.openColumn(attributes(bytes, from, to));
        break;
      case "table-row":
        this.openRow(attributes(bytes, from, to));
        break;
      case "table-cell":
      case "covered-table-cell":
        this.openCell(attributes(bytes, from, to), name === "covered-table-cell");
        break;
    }
  }

  close(name: string): void {
    this.depth--;
    if (this.cell) {
      if (this.depth >= this.cell.depth) this.cell.close(name, this.depth + 1);
      else this.closeCell(this.cell);
    } else if (this.drawn > 0) {
      if (this.depth < this.drawn) this.drawn = 0;
    } else if (name === "style") this.struckStyles.close(name);
    else if (name === "table-row") this.sheet?.endRow();
    else if (name === "table") this.closeTable();
    if (this.depth === 0) this.isComplete = true;
  }

  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.cell?.listens) this.cell.text(decodeText(bytes, from, to, literal));
  }

  private hideStyle(): void {
    if (this.hiddenStyles.size >= limits.sheets) throw new Refusal("file.hostile");
    this.hiddenStyles.add(this.styleName);
  }

  private openTable(given: ReadonlyMap<string, string>): void {
    if (this.tables.length >= limits.sheets) throw new Refusal("file.hostile");
    const hidden = this.hiddenStyles.has(given.get("style-name") ?? "") || given.get("display") === "false";
    // What other files said when they were last asked is kept in tables that LibreOffice itself shows nowhere.
    if (hidden && /^'\w+:.*'#/.test(given.get("name") ?? "")) {
      this.drawn = this.depth;
      return;
    }
    const index = this.tables.length;
    this.tables.push({ name: given.get("name") ?? "", hidden, rows: 0 });
    const keeps = this.wanted === null ? this.chosen === null && !hidden : this.wanted === index;
    this.sheet = new OdsSheet(this.memory, keeps);
  }

  private closeTable(): void {
    const { sheet } = this;
    const view = this.tables.at(-1);
    if (!sheet || !view) return;
    sheet.uncover();
    view.rows = sheet.filledRows;
    if (sheet.keeps && (sheet.filledRows > 0 || this.wanted !== null)) {
      this.chosen = { index: this.tables.length - 1, sheet };
    }
    this.sheet = null;
  }

  private openColumn(given: ReadonlyMap<string, string>): void {
    const hidden = /^(collapse|filter)$/.test(given.get("visibility") ?? "");
    const strikes = this.struckStyles.strikes("table-cell", given.get("default-cell-style-name")) ?? false;
    this.sheet?.addColumns(repeated(given.get("number-columns-repeated"), limits.columns), hidden, strikes);
  }

  private openRow(given: ReadonlyMap<string, string>): void {
    const hidden = /^(collapse|filter)$/.test(given.get("visibility") ?? "");
    // A row that stands for more than there can be is how many a sheet is filled up to: rows without content.
    const strikes = this.struckStyles.strikes("table-cell", given.get("default-cell-style-name"));
    this.sheet?.beginRow(repeated(given.get("number-rows-repeated"), 2 * limits.rows), hidden, strikes);
  }

  private openCell(given: ReadonlyMap<string, string>, covered: boolean): void {
    if (this.sheet === null) return;
    const count = repeated(given.get("number-columns-repeated"), 2 * limits.columns);
    const style = given.get("style-name");
    const struck =
      style === undefined ? this.sheet.strikesHere : (this.struckStyles.strikes("table-cell", style) ?? false);
    this.cell = new OdsCellText(this.depth, count, given, { styles: this.struckStyles, struck });
    this.covered = covered;
    const [columns, rows] = [given.get("number-columns-spanned"), given.get("number-rows-spanned")];
    if (!covered && (columns ?? rows) !== undefined) {
      this.sheet.merge(repeated(columns, limits.columns), repeated(rows, limits.rows));
    }
  }

  private closeCell(cell: OdsCellText): void {
    this.cell = null;
    // What a merged cell lies over is kept in the file, and seen by nobody.
    if (cell.isUnworked && !this.covered) this.sheet?.noteUnworked(cell.count);
    if (this.covered) this.sheet?.addCovered(cell.count, cell.shown());
    else this.sheet?.addCell(cell.count, cell);
  }
}
