import { type DigitPattern, noMatch } from "./digit-pattern.ts";
import { formerCodes } from "./former-numbers.ts";
import { anyOfCode, homeDigits, type HomeDigits, mobileOfCode } from "./home-digits.ts";
import { callingCodeAt, countriesOf, mainCountryOf, type CountryCode } from "./phone-country.ts";
import { planOf, type Plan } from "./phone-plan.ts";

/**
 * What the short cut makes of a cell. `unclear`: the thorough reading must be asked. `none`: digits that are no number, and
 * of which none could be offered. Never a warning or a question.
 */
export const outcomes = { unclear: 0, blank: 1, ready: 2, repaired: 3, none: 4 } as const;
export type Outcome = (typeof outcomes)[keyof typeof outcomes];

/** What was done to the digits to make them international. */
export type Rewriting = "none" | "country-added" | "trunk-replaced" | "prefix-removed";

/** A longer cell is never read short. */
export const longestCell = 26;
const fewestDigits = 9;
const mostDigits = 15;
/** `8 926 …`: the trunk prefix of the Soviet Union before ten digits. */
const digitsWithOldTrunk = 11;
/** So many digits stay a small integer for the engine. */
const digitsOfHalf = 9;
const powersOfTen = Array.from({ length: longestCell + 1 }, (_, power) => 10 ** power);

/**
 * The short cut for what most cells are: a mobile number, international or as it is dialled in the default country,
 * with ordinary signs at most. Reads bytes and makes no strings. `unclear` for everything else, and wherever the thorough
 * reading could see it differently.
 */
export class PhoneShortCut {
  /** Of the cell read last, when it was ready or repaired: its number (15 digits are exact). */
  number = 0;
  /** How it was rewritten. */
  rewriting: Rewriting = "none";
  /** Whether it has a plus in front, and a `.0` behind. */
  plus = false;
  tail = false;
  private readonly plan: Plan;
  private readonly home: HomeDigits;
  private readonly digits = new Uint8Array(longestCell + 2);
  private count = 0;
  /** The digits as a number. */
  private value = 0;

  constructor(country: CountryCode) {
    this.plan = planOf(country);
    this.home = homeDigits(this.plan);
  }

  /** The part of the plan by which the country's own mobile numbers are read; null where a trunk other than 0 is dialled. */
  plainPlan(): PlainPlan | null {
    const { plan, home } = this;
    const { mobile } = home;
    if (mobile === null || (plan.trunk !== null && plan.trunk !== "0")) return null;
    return {
      code: home.codeValue,
      codeLength: home.code.length,
      hasTrunk: plan.trunk !== null,
      plainTrunk: home.plainTrunk,
      zerosMeanAbroad: plan.zerosMeanAbroad,
      isMainOfCode: mainCountryOf(plan.code) === plan.country,
      longest: plan.longest,
      mobile,
      behindCode: home.mobileState,
      abroad: home.abroad,
    };
  }

  /**
   * Reads a cell of text in an encoding of ASCII's family, from the byte `from` to before `to`. White space around it is
   * none of the cell's.
   */
  readBytes(bytes: Uint8Array, from: number, to: number): Outcome {
    let start = from;
    let end = to;
    while (start < end && isWhite(bytes[start]!)) start++;
    while (end > start && isWhite(bytes[end - 1]!)) end--;
    if (start === end) return outcomes.blank;
    return this.read(bytes, start, end);
  }

  /** The same for bytes whose white space is part of the cell. */
  read(bytes: Uint8Array, start: number, end: number): Outcome {
    if (end - start > longestCell || !this.collect(bytes, start, end)) return outcomes.unclear;
    const found = this.plus ? this.readInternational(0) : this.readDigits();
    const digitsAlone = this.count === end - start;
    if (!found) return digitsAlone && this.isNone() ? outcomes.none : outcomes.unclear;
    return this.rewriting === "none" && !this.tail && digitsAlone ? outcomes.ready : outcomes.repaired;
  }

  /** Reads digits that a workbook holds as a number. */
  readNumber(value: number): Outcome {
    if (!Number.isSafeInteger(value) || value < 10 ** (fewestDigits - 1) || value >= 10 ** mostDigits) {
      return outcomes.unclear;
    }
    let count = 0;
    for (let rest = value; rest >= 1; rest = Math.floor(rest / 10)) count++;
    for (let rest = value, at = count - 1; at >= 0; at--) {
      const shorter = Math.floor(rest / 10);
      this.digits[at] = rest - shorter * 10;
      rest = shorter;
    }
    this.count = count;
    this.value = value;
    this.plus = false;
    this.tail = false;
    if (!this.readDigits()) return this.isNone() ? outcomes.none : outcomes.unclear;
    return this.rewriting === "none" ? outcomes.ready : outcomes.repaired;
  }

  /** Collects the digits of a cell of digits, `+` in front, spaces, hyphens and brackets, or with a `.0`. */
  private collect(bytes: Uint8Array, start: number, end: number): boolean {
    const { digits } = this;
    this.plus = bytes[start] === plusSign;
    this.tail = end - start > 2 && bytes[end - 1] === zero && bytes[end - 2] === dot;
    const stop = this.tail ? end - 2 : end;
    let count = 0;
    let high = 0;
    let low = 0;
    let lastSign = start - 1;
    for (let at = start; at < stop; at++) {
      const byte = bytes[at]!;
      if (byte >= zero && byte <= nine) {
        digits[count] = byte - zero;
        if (count++ < digitsOfHalf) high = high * 10 + byte - zero;
        else low = low * 10 + byte - zero;
        continue;
      }
      if (this.tail || !isPlainSign(byte, at - start)) return false;
      // Digits beside a number may be none of its own.
      if (at === stop - 2 || at === stop - 1 || at - lastSign > fewestDigits) return false;
      lastSign = at;
      // A zero in brackets is one of the number's digits or none: `+49 (0) 30`.
      if (byte === openBracket && at + 2 < stop && bytes[at + 1] === zero && bytes[at + 2] === closeBracket)
        return false;
    }
    const second = start + (this.plus ? 2 : 1);
    if (digits[0] !== 0 && digits[1] === 0 && !isDigit(bytes[second]!)) return false;
    this.count = count;
    this.value = count > digitsOfHalf ? high * powersOfTen[count - digitsOfHalf]! + low : high;
    return count >= fewestDigits && !isDocument(bytes, start, end);
  }

  private readDigits(): boolean {
    const { digits, plan, home } = this;
    if (digits[0] === 0 && digits[1] === 0 && plan.zerosMeanAbroad) {
      return this.readInternational(2) && this.rewritten("prefix-removed");
    }
    if (couldDialAbroad(digits[0]!) && this.dialsAbroad(home.abroad)) return false;
    const withTrunk = home.trunk !== null && this.beginWith(home.trunk);
    if (this.beginWith(home.code)) {
      const clear = this.count > plan.longest || (home.trunk !== null && !withTrunk);
      return clear && this.isMobile(home.mobile, 0) && this.rewritten("none");
    }
    if (withTrunk) return home.plainTrunk && this.readNational(1) && this.rewritten("trunk-replaced");
    return !this.couldBeInternational() && this.readNational(0) && this.rewritten("country-added");
  }

  private readNational(from: number): boolean {
    return this.isMobile(this.home.mobile, from, this.home);
  }

  private readInternational(from: number): boolean {
    this.rewriting = "none";
    return this.isMobile(mobileOfCode(callingCodeAt(this.digits, from)), from);
  }

  /** Whether the digits from `from` on, behind the calling code where one is given, are a mobile number; then keeps it. */
  private isMobile(mobile: DigitPattern | null, from: number, behind: HomeDigits | null = null): boolean {
    const length = this.count - from + (behind === null ? 0 : behind.code.length);
    if (mobile === null || length < fewestDigits || length > mostDigits) return false;
    const { digits, count } = this;
    if (!mobile.matches(behind === null ? mobile.start : behind.mobileState, digits, from, count)) return false;
    // What stands before `from` are zeros.
    this.number = behind === null ? this.value : behind.codeValue * powersOfTen[count - from]! + this.value;
    return true;
  }

  private couldBeInternational(): boolean {
    const pattern = anyOfCode(callingCodeAt(this.digits, 0));
    return pattern !== null && pattern.matches(pattern.start, this.digits, 0, this.count);
  }

  /** Whether bare digits are no number and never were one, be it with a plus in front or as dialled in the default country. */
  private isNone(): boolean {
    const { digits, count, plan, home } = this;
    if (count < fewestDigits || count > mostDigits || !plan.simpleTrunk) return false;
    // What was a number once is offered as what it has become.
    if (formerCodes.has(home.codeValue) || formerCodes.has(callingCodeAt(digits, 0))) return false;
    if (couldDialAbroad(digits[0]!) && this.dialsAbroad(home.abroad)) return false;
    // Where an 8 once was dialled in front, such digits may be another country's.
    if (digits[0] === 8 && count === digitsWithOldTrunk) return false;
    const withCode = this.beginWith(home.code);
    // Countries that share a code have trunk prefixes of their own.
    if (this.couldBeInternational() || (withCode && countriesOf(plan.code).length > 1)) return false;
    const behindCode = withCode ? home.code.length : 0;
    return ![0, this.behindTrunk(0), behindCode, this.behindTrunk(behindCode)].some((from) => this.isDialled(from));
  }

  /** Whether the digits from `from` on could be a number behind the calling code. */
  private isDialled(from: number): boolean {
    const pattern = anyOfCode(this.home.codeValue);
    if (pattern === null) return false;
    const state = this.home.code.reduce((at, digit) => (at === noMatch ? at : pattern.next(at, digit)), pattern.start);
    return state !== noMatch && pattern.matches(state, this.digits, from, this.count);
  }

  /** Where the digits go on behind a trunk prefix at `from`; `from` itself where none is there. */
  private behindTrunk(from: number): number {
    const { trunk } = this.home;
    return trunk !== null && this.beginWith(trunk, from) ? from + trunk.length : from;
  }

  /** Whether the digits begin with what is dialled for abroad. */
  private dialsAbroad(abroad: DigitPattern): boolean {
    let state = abroad.start;
    for (let at = 0; at < this.count && state !== noMatch && !abroad.isMatch(state); at++) {
      state = abroad.next(state, this.digits[at]!);
    }
    return state !== noMatch && abroad.isMatch(state);
  }

  private beginWith(first: readonly number[], from = 0): boolean {
    for (let at = 0; at < first.length; at++) if (this.digits[from + at] !== first[at]) return false;
    return true;
  }

  private rewritten(how: Rewriting): true {
    this.rewriting = how;
    return true;
  }
}

/** What reads a whole column of plain phones, see `kernel/plain-phones.ts`. */
export type PlainPlan = {
  /** The calling code. */
  code: number;
  codeLength: number;
  hasTrunk: boolean;
  /** Whether the trunk prefix is a 0 that the calling code takes the place of. */
  plainTrunk: boolean;
  zerosMeanAbroad: boolean;
  /** Whether numbers with the calling code are read by this country's plan. */
  isMainOfCode: boolean;
  /** The most digits any number has without the calling code. */
  longest: number;
  /** The mobile numbers with their calling code, and the state behind it. */
  mobile: DigitPattern;
  behindCode: number;
  /** What is dialled for abroad. */
  abroad: DigitPattern;
};

const [zero, nine, plusSign, hyphen, openBracket, closeBracket, dot, space] = [48, 57, 43, 45, 40, 41, 46, 32];

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;

const isWhite = (byte: number): boolean => byte === space || (byte >= 9 && byte <= 13);

/** Nowhere does what is dialled for abroad begin with 2 to 7: most numbers need no closer look. */
const couldDialAbroad = (first: number): boolean => first < 2 || first > 7;

/** The writings of documents that the thorough reading knows, by where their hyphens stand: `123-45-6789`, `123-456-789 01`. */
function isDocument(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start + 3] !== hyphen) return false;
  const length = end - start;
  return length === 11 ? bytes[start + 6] === hyphen : length === 14 && bytes[start + 7] === hyphen;
}

function isPlainSign(byte: number, index: number): boolean {
  if (byte === space || byte === openBracket) return true;
  // After one or two digits a closing bracket may be that of a line's number: `2) 067…`.
  if (byte === closeBracket) return index > 2;
  if (byte === plusSign) return index === 0;
  // After one, two or four digits a hyphen may be a date's.
  return byte === hyphen && index > 2 && index !== 4;
}
