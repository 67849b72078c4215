import { limits } from "../source/limits.ts";
import { exactDigits } from "../source/cell-table.ts";
import { attribute } from "../xlsx/xml-text.ts";
import type { StruckStyles } from "./struck-styles.ts";

const numberTypes = new Set(["float", "currency", "percentage"]);

/** Collects what one cell shows: its own paragraphs, without notes and drawings that hang on it. */
export class OdsCellText {
  /** Depth of the cell's element; its paragraphs are one deeper. */
  readonly depth: number;
  /** How many columns the cell stands for. */
  readonly count: number;
  /** The number behind what is shown, null for text, dates, yes and no. */
  readonly number: number | null;
  private readonly isFormula: boolean;
  private readonly otherwise: string;
  private readonly paragraphs: string[] = [];
  private length = 0;
  private inParagraph = false;
  /** Depth of an element within a paragraph whose text is not shown with it, 0 for none. */
  private aside = 0;
  private readonly styles: StruckStyles;
  private readonly struck: boolean;
  /** The elements around what comes that say whether it is crossed out, by their depth. */
  private readonly saying: { depth: number; strikes: boolean }[] = [];
  private notStruck = "";
  private anyStruck = false;

  /** `struck`: whether the cell's own style crosses it out. */
  constructor(
    depth: number,
    count: number,
    given: ReadonlyMap<string, string>,
    { styles, struck }: { styles: StruckStyles; struck: boolean },
  ) {
    this.styles = styles;
    this.struck = struck;
    this.depth = depth;
    this.count = count;
    const value = Number(given.get("value") ?? Number.NaN);
    this.number = numberTypes.has(given.get("value-type") ?? "") && Number.isFinite(value) ? value : null;
    this.isFormula = given.has("formula") && !given.has("value-type");
    const stated = ["string-value", "date-value", "time-value", "boolean-value"].flatMap(
      (name) => given.get(name) ?? [],
    );
    this.otherwise = this.number === null ? (stated[0] ?? "") : exactDigits(this.number);
  }

  /** Whether what comes is shown: more than a cell may hold is cut later, so that nothing more of it need be read. */
  get listens(): boolean {
    return this.inParagraph && this.aside === 0 && this.length <= limits.cellCharacters;
  }

  open(name: string, depth: number, bytes: Uint8Array, from: number, to: number): void {
    if (name === "p" && depth === this.depth + 1) {
      this.inParagraph = true;
      this.paragraphs.push("");
      this.notStruck += "\n";
    }
    if (!this.listens) return;
    if (this.styles.any && (name === "span" || name === "p")) {
      const family = name === "span" ? "text" : "paragraph";
      const strikes = this.styles.strikes(family, attribute(bytes, from, to, "style-name") ?? undefined);
      if (strikes !== null) this.saying.push({ depth, strikes });
    }
    if (name === "s") this.add(" ".repeat(Math.min(Number(attribute(bytes, from, to, "c") ?? 1) || 1, 100)));
    else if (name === "tab") this.add("\t");
    else if (name === "line-break") this.add("\n");
    else if (name === "annotation" || name === "ruby-text" || name === "note") this.aside = depth;
  }

  close(name: string, depth: number): void {
    if (name === "p" && depth === this.depth + 1) this.inParagraph = false;
    if (depth === this.aside) this.aside = 0;
    if (depth === this.saying.at(-1)?.depth) this.saying.pop();
  }

  /** A run of text; white space in it counts as one space (OpenDocument 1.3, part 3, 6.1.2). */
  text(text: string): void {
    this.add(text.replaceAll(/[\t\r\n ]+/g, " "));
  }

  /** A formula whose result nobody has worked out: a program wrote it, and no spreadsheet has opened the file since. */
  get isUnworked(): boolean {
    return this.isFormula && this.paragraphs.length === 0;
  }

  shown(): string {
    // An empty paragraph is a cell that shows nothing of its value; none at all, a writer that leaves showing to us.
    return this.paragraphs.length === 0 ? this.otherwise : this.paragraphs.join("\n");
  }

  /** What of it is not crossed out; null where nothing is. */
  notCrossedOut(): string | null {
    if (this.paragraphs.length === 0) return this.struck ? "" : null;
    return this.anyStruck ? this.notStruck.trim() : null;
  }

  private add(text: string): void {
    this.length += text.length;
    this.paragraphs.push(`${this.paragraphs.pop() ?? ""}${text}`);
    if (!this.styles.any) return;
    const struck = this.saying.at(-1)?.strikes ?? this.struck;
    this.anyStruck ||= struck && text.trim() !== "";
    this.notStruck += struck ? " " : text;
  }
}
