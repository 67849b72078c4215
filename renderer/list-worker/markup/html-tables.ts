import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { ShownTexts } from "../source/shown-texts.ts";
import { cellKinds, CellStore } from "../xlsx/cell-store.ts";
import { HiddenElement, isHidden } from "./hidden-element.ts";
import { HtmlCell } from "./html-cell.ts";
import { HtmlCrossedOut } from "./html-crossed-out.ts";
import { htmlAttributes, type HtmlAttributes, noAttributes } from "./html-attributes.ts";
import { type HtmlHandler, readHtmlTokens } from "./html-tokens.ts";
import { pagesTogether } from "./pages-of-a-list.ts";

/** Tables within tables beyond which a page is no list. */
const deepest = 50;

const rowsAndCells = new Set(["tr", "td", "th", "col"]);
const groups = new Set(["thead", "tbody", "tfoot"]);

/** Places that cells of several rows may cover or be looked for behind; a page that wants more wants to harm. */
const mostSteps = 64_000_000;
type Work = { steps: number };

/** One table of a web page. */
export class HtmlTable {
  readonly store: CellStore;
  readonly texts: ShownTexts;
  /** Whether the page shows nothing of it. */
  readonly hidden: boolean;
  /** The table that it stands in a cell of, null for one of the page itself. */
  readonly outer: HtmlTable | null;
  hiddenRows = 0;
  /** Headings of the pages that were put to it. */
  repeatedHeadings = 0;
  readonly hiddenColumns = new Set<number>();
  private readonly columnsHidden = new Set<number>();
  private columnsSeen = 0;
  private row = 0;
  private groupHidden = false;
  private rowHidden = false;
  private rowStruck = false;
  private rowFilled = false;
  private column = 0;
  private cell: HtmlCell | null = null;
  /** For each column, how many rows below are still covered by a cell above. */
  private readonly covered: number[] = [];

  private readonly work: Work;

  constructor(memory: HeldMemory, work: Work, place: { outer: HtmlTable | null; hidden: boolean }) {
    this.outer = place.outer;
    this.hidden = place.hidden;
    this.work = work;
    this.store = new CellStore(memory);
    this.texts = new ShownTexts(memory);
  }

  addColumns(attributes: HtmlAttributes): void {
    if (this.columnsSeen > limits.columns) throw new Refusal("file.hostile");
    const count = Math.min(Math.max(1, Math.trunc(Number(attributes.get("span") ?? 1)) || 1), 1_000);
    if (isHidden(attributes)) for (let i = 0; i < count; i++) this.columnsHidden.add(this.columnsSeen + i);
    this.columnsSeen += count;
  }

  /** Begins a group of rows, which cells of the rows above do not reach into (HTML, 4.9.12.1). */
  openGroup(attributes: HtmlAttributes): void {
    this.closeGroup();
    this.groupHidden = isHidden(attributes);
  }

  closeGroup(): void {
    this.closeRow();
    this.groupHidden = false;
    this.covered.length = 0;
  }

  openRow(attributes: HtmlAttributes, struck = false): void {
    this.closeRow();
    this.row++;
    this.column = 0;
    this.rowHidden = this.groupHidden || isHidden(attributes);
    this.rowStruck = struck;
  }

  openCell(attributes: HtmlAttributes, struck = false): void {
    if (this.row === 0 || this.column === -1) this.openRow(noAttributes);
    this.closeCell();
    const before = this.column;
    while ((this.covered[this.column] ?? 0) > this.row) this.column++;
    this.count(this.column - before);
    this.cell = new HtmlCell(attributes, struck || this.rowStruck);
  }

  /** Whether a table that begins here, within this one, is hidden with what is around it. */
  get hidesNow(): boolean {
    const { cell } = this;
    if (this.hidden || cell === null) return this.hidden || this.groupHidden;
    return this.rowHidden || cell.hidden || cell.hidesNow || this.columnsHidden.has(this.column);
  }

  get current(): HtmlCell | null {
    return this.cell;
  }

  closeCell(): void {
    const { cell } = this;
    if (cell === null) return;
    this.cell = null;
    const at = this.column;
    this.column += cell.columns;
    if (this.column > limits.columns) throw new Refusal("file.hostile");
    if (cell.rows > 1) {
      this.count(cell.columns);
      for (let i = at; i < this.column; i++) this.covered[i] = this.row + cell.rows;
    }
    const shown = cell.shown();
    if (shown === "") return;
    this.rowFilled = true;
    if (this.rowHidden) return;
    if (cell.hidden || this.columnsHidden.has(at)) this.hiddenColumns.add(at);
    else this.store.add(at, cellKinds.own, 0, this.texts.add(shown, cell.number, cell.notCrossedOut()));
  }

  /** Takes over the rows of another table but its first one. Throws {@link Refusal}: more rows than there are. */
  append({ store, texts, row, hiddenRows, hiddenColumns }: HtmlTable): void {
    const values = texts.of(store);
    for (let at = 1; at < store.rows; at++) {
      const end = store.rowStarts[at + 1] ?? 0;
      for (let cell = store.rowStarts[at] ?? 0; cell < end; cell++) {
        const notCrossedOut = values.notCrossedOut?.(cell) ?? null;
        const text = this.texts.add(values.shown(cell), values.number(cell), notCrossedOut);
        this.store.add(store.columns[cell] ?? 0, cellKinds.own, 0, text);
      }
      this.store.endRow(this.row + (store.rowNumbers[at] ?? 0));
    }
    this.row += row;
    this.repeatedHeadings++;
    this.hiddenRows += hiddenRows;
    for (const column of hiddenColumns) this.hiddenColumns.add(column);
  }

  private count(steps: number): void {
    this.work.steps += steps;
    if (this.work.steps > mostSteps) throw new Refusal("file.hostile");
  }

  closeRow(): void {
    this.closeCell();
    if (this.row === 0 || this.column === -1) return;
    this.store.endRow(this.row);
    if (this.rowHidden && this.rowFilled) this.hiddenRows++;
    this.rowFilled = false;
    this.column = -1;
  }
}

/** Collects the tables of a web page, also those within others, in the order in which they begin. */
class TablesOfPage implements HtmlHandler {
  readonly tables: HtmlTable[] = [];
  private readonly html: string;
  private readonly crossedOut: HtmlCrossedOut;
  private readonly memory: HeldMemory;
  private readonly opened: HtmlTable[] = [];
  /** The elements around the tables. */
  private readonly around = new HiddenElement();
  private readonly work: Work = { steps: 0 };

  constructor(html: string, memory: HeldMemory) {
    this.html = html;
    this.crossedOut = new HtmlCrossedOut(html);
    this.memory = memory;
  }

  text(from: number, to: number): void {
    this.opened.at(-1)?.current?.addText(this.html, from, to);
  }

  open(name: string, from: number, to: number): void {
    if (name === "") return;
    const attributes = from < to ? htmlAttributes(this.html, from, to) : noAttributes;
    const inner = this.opened.at(-1);
    if (name === "table") this.begin(attributes);
    else if (groups.has(name)) inner?.openGroup(attributes);
    else if (!rowsAndCells.has(name)) {
      if (inner === undefined) this.around.open(name, attributes);
      else inner.current?.openElement(name, attributes, this.crossedOut.strikes(name, attributes));
    } else {
      // A fragment of a table, as it is copied: rows without the table around them.
      const table = inner ?? this.begin(noAttributes);
      if (name === "tr") table.openRow(attributes, this.crossedOut.strikes("", attributes));
      else if (name === "col") table.addColumns(attributes);
      else table.openCell(attributes, this.crossedOut.strikes("", attributes));
    }
  }

  close(name: string): void {
    if (name === "") return;
    const table = this.opened.at(-1);
    if (name === "table") this.opened.pop()?.closeRow();
    else if (name === "tr") table?.closeRow();
    else if (name === "td" || name === "th") table?.closeCell();
    else if (groups.has(name)) table?.closeGroup();
    else if (table === undefined) this.around.close(name);
    else if (name !== "br") table.current?.closeElement(name);
  }

  end(): void {
    while (this.opened.length > 0) this.opened.pop()?.closeRow();
  }

  private begin(attributes: HtmlAttributes): HtmlTable {
    if (this.opened.length >= deepest || this.tables.length >= limits.sheets) throw new Refusal("file.hostile");
    const outer = this.opened.at(-1) ?? null;
    const isShown = outer === null ? this.around.open("table", attributes) : !outer.hidesNow;
    const hidden = !isShown || isHidden(attributes);
    const made = new HtmlTable(this.memory, this.work, { outer, hidden });
    this.opened.push(made);
    this.tables.push(made);
    return made;
  }
}

/**
 * All tables of a web page that hold anything, pages of one list put together. `onAt` hears now and then how far the
 * reading is. Throws {@link Refusal}.
 */
export function htmlTables(html: string, memory: HeldMemory, onAt: (at: number) => void): HtmlTable[] {
  const page = new TablesOfPage(html, memory);
  readHtmlTokens(html, page, onAt);
  page.end();
  return pagesTogether(page.tables.filter(({ store }) => store.rows > 0));
}
