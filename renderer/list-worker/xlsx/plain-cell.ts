import { limits } from "../source/limits.ts";

const [quote, equals, space, slash, lessThan, greaterThan] = [34, 61, 32, 47, 60, 62];
const [letterC, letterR, letterS, letterT, letterV] = [99, 114, 115, 116, 118];
/** A number of so many digits is exact in a double, and so is the power of ten that its fraction is divided by. */
const exactDigits = 15;
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

/**
 * One cell as nearly every program writes nearly every cell, `<c r="B2" s="1" t="s"><v>5</v></c>`, read in one go.
 * Whatever is written otherwise is left to the reader of XML.
 */
export class PlainCell {
  /** 0-based. */
  column = 0;
  style = 0;
  kind: "shared" | "number" | "empty" = "empty";
  /** The number itself, or that of a shared text. */
  value = 0;
  private at = 0;

  /**
   * Reads the cell that begins at `at`; `column` is the one that a cell without reference stands in. Gives the offset
   * behind the cell; -1 when it is not plain, or not whole before `to`.
   */
  read(bytes: Uint8Array, at: number, to: number, column: number): number {
    if (bytes[at + 1] !== letterC) return -1;
    this.column = column;
    this.style = 0;
    this.kind = "number";
    this.at = at + 2;
    while (bytes[this.at] === space) if (!this.attribute(bytes)) return -1;
    if (bytes[this.at] === slash && bytes[this.at + 1] === greaterThan) {
      this.kind = "empty";
      return this.at + 2 <= to ? this.at + 2 : -1;
    }
    if (bytes[this.at] !== greaterThan || !this.number(bytes)) return -1;
    return this.at <= to ? this.at : -1;
  }

  /** Reads `r="AB12"`, `s="3"` or `t="s"` behind a space. */
  private attribute(bytes: Uint8Array): boolean {
    const name = bytes[this.at + 1];
    if (bytes[this.at + 2] !== equals || bytes[this.at + 3] !== quote) return false;
    let at = this.at + 4;
    if (name === letterR) {
      let column = 0;
      for (; isCapital(bytes[at]); at++) column = Math.min(column * 26 + (bytes[at] ?? 0) - 64, limits.columns + 1);
      if (column === 0) return false;
      this.column = column - 1;
      while (isDigit(bytes[at])) at++;
    } else if (name === letterS) {
      let style = 0;
      for (; isDigit(bytes[at]); at++) style = style * 10 + (bytes[at] ?? 0) - 48;
      if (style > 65_535) return false;
      this.style = style;
    } else if (name === letterT && bytes[at] === letterS) {
      this.kind = "shared";
      at++;
    } else return false;
    this.at = at + 1;
    return bytes[at] === quote;
  }

  /** Reads `><v>-12.5</v></c>`. */
  private number(bytes: Uint8Array): boolean {
    let at = this.at + 1;
    if (bytes[at] !== lessThan || bytes[at + 1] !== letterV || bytes[at + 2] !== greaterThan) return false;
    at += 3;
    const isNegative = bytes[at] === 45;
    if (isNegative) at++;
    const first = at;
    let value = 0;
    for (; isDigit(bytes[at]); at++) value = value * 10 + (bytes[at] ?? 0) - 48;
    let digits = at - first;
    if (digits === 0) return false;
    if (bytes[at] === 46) {
      const point = ++at;
      for (; isDigit(bytes[at]); at++) value = value * 10 + (bytes[at] ?? 0) - 48;
      digits += at - point;
      if (digits <= exactDigits) value /= powersOfTen[at - point] ?? 1;
    }
    if (digits > exactDigits || !isEndOfCell(bytes, at)) return false;
    this.value = isNegative ? -value : value;
    this.at = at + 8;
    return true;
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 65 && byte <= 90;

/** `</v></c>` */
function isEndOfCell(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === lessThan &&
    bytes[at + 1] === slash &&
    bytes[at + 2] === letterV &&
    bytes[at + 3] === greaterThan &&
    bytes[at + 4] === lessThan &&
    bytes[at + 5] === slash &&
    bytes[at + 6] === letterC &&
    bytes[at + 7] === greaterThan
  );
}
