import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { ShownTexts } from "../source/shown-texts.ts";
import { cellKinds, CellStore } from "../xlsx/cell-store.ts";
import { HtmlCell, isHidden } from "./html-cell.ts";
import { htmlTokens } from "./html-tokens.ts";

/** Tables within tables beyond which a page is no list. */
const deepest = 50;

const rowsAndCells = new Set(["tr", "td", "th", "col"]);

/** One table of a web page. */
export class HtmlTable {
  readonly store: CellStore;
  readonly texts: ShownTexts;
  hiddenRows = 0;
  readonly hiddenColumns = new Set<number>();
  private readonly hidden = new Set<number>();
  private columnsSeen = 0;
  private row = 0;
  private rowHidden = false;
  private rowFilled = false;
  private column = 0;
  private cell: HtmlCell | null = null;
  /** For each column, how many rows below are still covered by a cell above. */
  private readonly covered: number[] = [];

  constructor(memory: HeldMemory) {
    this.store = new CellStore(memory);
    this.texts = new ShownTexts(memory);
  }

  addColumns(attributes: ReadonlyMap<string, string>): void {
    if (this.columnsSeen > limits.columns) throw new Refusal("file.hostile");
    const count = Math.min(Math.max(1, Math.trunc(Number(attributes.get("span") ?? 1)) || 1), 1_000);
    if (isHidden(attributes)) for (let i = 0; i < count; i++) this.hidden.add(this.columnsSeen + i);
    this.columnsSeen += count;
  }

  openRow(attributes: ReadonlyMap<string, string>): void {
    this.closeRow();
    this.row++;
    this.column = 0;
    this.rowHidden = isHidden(attributes);
  }

  openCell(attributes: ReadonlyMap<string, string>): void {
    if (this.row === 0 || this.column === -1) this.openRow(new Map());
    this.closeCell();
    while ((this.covered[this.column] ?? 0) > this.row) this.column++;
    this.cell = new HtmlCell(attributes);
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
    if (cell.rows > 1) for (let i = at; i < this.column; i++) this.covered[i] = this.row + cell.rows;
    const shown = cell.shown();
    if (shown === "") return;
    this.rowFilled = true;
    if (this.rowHidden) return;
    if (cell.hidden || this.hidden.has(at)) this.hiddenColumns.add(at);
    else this.store.add(at, cellKinds.own, 0, this.texts.add(shown, cell.number));
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

/** All tables of a web page that hold anything, in the order in which they begin. Throws {@link Refusal}. */
export function htmlTables(html: string, memory: HeldMemory): HtmlTable[] {
  const tables: HtmlTable[] = [];
  const open: HtmlTable[] = [];
  for (const token of htmlTokens(html)) {
    const table = open.at(-1);
    if (token.kind === "text") table?.current?.addText(token.text);
    else if (token.name === "table") {
      if (token.kind === "close") open.pop()?.closeRow();
      else {
        if (open.length >= deepest || tables.length >= limits.sheets) throw new Refusal("file.hostile");
        const made = new HtmlTable(memory);
        open.push(made);
        tables.push(made);
      }
    } else if (table) takeTag(table, token);
    else if (token.kind === "open" && rowsAndCells.has(token.name)) {
      // A fragment of a table, as it is copied: rows without the table around them.
      if (tables.length >= limits.sheets) throw new Refusal("file.hostile");
      const made = new HtmlTable(memory);
      open.push(made);
      tables.push(made);
      takeTag(made, token);
    }
  }
  while (open.length > 0) open.pop()?.closeRow();
  return tables.filter(({ store }) => store.rows > 0);
}

function takeTag(
  table: HtmlTable,
  token: { kind: "open" | "close"; name: string; attributes?: () => ReadonlyMap<string, string> },
): void {
  const attributes = token.attributes;
  if (token.kind === "close" || attributes === undefined) {
    if (token.name === "td" || token.name === "th") table.closeCell();
    else if (token.name === "tr") table.closeRow();
    else table.current?.addElement(token.name === "br" ? "" : token.name);
  } else if (token.name === "td" || token.name === "th") table.openCell(attributes());
  else if (token.name === "tr") table.openRow(attributes());
  else if (token.name === "col") table.addColumns(attributes());
  else table.current?.addElement(token.name);
}
