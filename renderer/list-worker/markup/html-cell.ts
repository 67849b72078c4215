import { limits } from "../source/limits.ts";
import { unescapeHtml } from "./html-entities.ts";

/** Elements before and after which a cell has a new line. */
const blocks = new Set(["p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4"]);

/**
 * The number that a program said beside what its cell shows: Excel (`x:num`), LibreOffice (`sdval`), Google Sheets
 * (`data-sheets-value`, of which 1 tells the type and 3 is the number), SheetJS (`data-v`). Null for none.
 */
export function statedNumber(attributes: ReadonlyMap<string, string>): number | null {
  const sheets = /^\{"1":3,"3":(-?[\d.]+(?:E[+-]?\d+)?)[,}]/i.exec(attributes.get("data-sheets-value") ?? "")?.[1];
  const sheetJs = attributes.get("data-t") === "n" ? attributes.get("data-v") : undefined;
  const stated = attributes.get("x:num") ?? attributes.get("sdval") ?? sheets ?? sheetJs ?? "";
  const isNumber = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(stated);
  return isNumber ? Number(stated) : null;
}

/** Collects what one cell of a web page's table shows. */
export class HtmlCell {
  readonly columns: number;
  readonly rows: number;
  readonly hidden: boolean;
  readonly number: number | null;
  private text = "";

  constructor(attributes: ReadonlyMap<string, string>) {
    this.columns = span(attributes.get("colspan"), 1_000);
    this.rows = span(attributes.get("rowspan"), 65_534);
    this.hidden = isHidden(attributes);
    this.number = statedNumber(attributes);
  }

  addText(text: string): void {
    if (this.text.length > limits.cellCharacters) return;
    this.text += unescapeHtml(text.replaceAll(/[\t\n\r ]+/g, " ")).replaceAll("\u00a0", " ");
  }

  addElement(name: string): void {
    if (name === "br" || (blocks.has(name) && !/(^|\n)\s*$/.test(this.text.slice(-20)))) this.text += "\n";
  }

  /** What is shown, without white space at the ends of its lines. */
  shown(): string {
    return this.text
      .split("\n")
      .map((line) => line.trim())
      .join("\n")
      .trim();
  }
}

/** True for what a style or an attribute hides. */
export function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  const style = (attributes.get("style") ?? "").toLowerCase();
  return attributes.has("hidden") || /display\s*:\s*none|visibility\s*:\s*(collapse|hidden)/.test(style);
}

/** How many rows or columns something takes (HTML, 4.9.11). */
function span(text: string | undefined, most: number): number {
  const value = Math.trunc(Number(text ?? 1));
  return value >= 1 ? Math.min(value, most) : 1;
}
