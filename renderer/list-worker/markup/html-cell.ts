import { limits } from "../source/limits.ts";
import { blocks, HiddenElement, isHidden } from "./hidden-element.ts";
import type { HtmlAttributes } from "./html-attributes.ts";
import { unescapeHtml } from "./html-entities.ts";

/**
 * The number that a program said beside what its cell shows: Excel (`x:num`), LibreOffice (`sdval`), Google Sheets
 * (`data-sheets-value`, of which 1 tells the type and 3 is the number), SheetJS (`data-v`). Null for none.
 */
export function statedNumber(attributes: HtmlAttributes): number | null {
  const sheets = /^\{"1":3,"3":(-?[\d.]+(?:E[+-]?\d+)?)[,}]/i.exec(attributes.get("data-sheets-value") ?? "")?.[1];
  const sheetJs = attributes.get("data-t") === "n" ? attributes.get("data-v") : undefined;
  const stated = attributes.get("x:num") ?? attributes.get("sdval") ?? sheets ?? sheetJs ?? "";
  const isNumber = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(stated);
  return isNumber ? Number(stated) : null;
}

/** Characters of a page that are looked at for a piece of a cell: more than the longest spelling of all it may show. */
const longestPiece = limits.cellCharacters * 10;

/** Collects what one cell of a web page's table shows. */
export class HtmlCell {
  readonly columns: number;
  readonly rows: number;
  readonly hidden: boolean;
  readonly number: number | null;
  private text = "";
  /** Nothing but space since the last new line. */
  private lineIsBlank = true;
  /** Made with the first element of the cell: most have none. */
  private elements: HiddenElement | null = null;
  private readonly struck: boolean;
  /** The element within the cell that crosses out what comes, and how many of its name are open since. */
  private strikingName = "";
  private striking = 0;
  /** What is not crossed out, from the first such element on. */
  private notStruck: string | null = null;
  private anyStruck = false;

  /** `struck`: whether the cell is crossed out as a whole, by itself or with its row. */
  constructor(attributes: HtmlAttributes, struck = false) {
    this.struck = struck;
    const plain = attributes.size === 0;
    this.columns = plain ? 1 : span(attributes.get("colspan"), 1_000);
    this.rows = plain ? 1 : span(attributes.get("rowspan"), 65_534);
    this.hidden = !plain && isHidden(attributes);
    this.number = plain ? null : statedNumber(attributes);
  }

  /** True where an element of the cell hides what comes. */
  get hidesNow(): boolean {
    return this.elements?.hides === true;
  }

  /** Adds the piece of a page between two places. */
  addText(html: string, from: number, to: number): void {
    if (this.hidesNow || this.text.length > limits.cellCharacters) return;
    const piece = html.slice(from, Math.min(to, from + longestPiece));
    const spaced = /[\t\n\r]| {2}/.test(piece) ? piece.replaceAll(/[\t\n\r ]+/g, " ") : piece;
    const shown = unescapeHtml(spaced).replaceAll("\u00a0", " ");
    this.text += shown;
    const isBlank = shown.trim() === "";
    if (this.notStruck !== null) this.notStruck += this.striking > 0 ? " " : shown;
    this.anyStruck ||= this.striking > 0 && !isBlank;
    this.lineIsBlank &&= isBlank;
  }

  /** Takes the beginning of an element, whose own attributes may say that it is not shown; or it crosses out what it holds. */
  openElement(name: string, attributes: HtmlAttributes, strikes = false): void {
    if (this.striking > 0) this.striking += name === this.strikingName ? 1 : 0;
    else if (strikes) {
      this.strikingName = name;
      this.striking = 1;
      this.notStruck ??= this.text;
    }
    this.elements ??= new HiddenElement();
    if (this.elements.open(name, attributes)) this.addElement(name);
  }

  closeElement(name: string): void {
    if (this.striking > 0 && name === this.strikingName) this.striking--;
    if (this.elements?.close(name) !== false) this.addElement(name);
  }

  private addElement(name: string): void {
    if (this.text.length > limits.cellCharacters) return;
    if (name !== "br" && (this.lineIsBlank || !blocks.has(name))) return;
    this.text += "\n";
    if (this.notStruck !== null) this.notStruck += " ";
    this.lineIsBlank = true;
  }

  /** What is shown and not crossed out, on one line; null where nothing is crossed out. */
  notCrossedOut(): string | null {
    if (this.struck) return "";
    return this.anyStruck ? (this.notStruck ?? "").replaceAll(/\s+/g, " ").trim() : null;
  }

  /** What is shown, without white space at the ends of its lines. */
  shown(): string {
    if (!this.text.includes("\n")) return this.text.trim();
    return this.text
      .split("\n")
      .map((line) => line.trim())
      .join("\n")
      .trim();
  }
}

/** How many rows or columns something takes (HTML, 4.9.11). */
function span(text: string | undefined, most: number): number {
  const value = Math.trunc(Number(text ?? 1));
  return value >= 1 ? Math.min(value, most) : 1;
}
