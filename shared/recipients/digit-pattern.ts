/** What a regular expression over digits is made of. `digits` is a set: bit d is set for the digit d. */
type Part =
  | { kind: "digits"; digits: number }
  | { kind: "sequence"; parts: Part[] }
  | { kind: "choice"; parts: Part[] }
  | { kind: "times"; part: Part; least: number; most: number };

/** A place in a pattern: what digits lead on from it and where to, or what other places it stands for. */
type Place = { digits: number; to: number; same: number[] };

const anyDigit = 0x3ff;
/** The state from which nothing matches any more. */
export const noMatch = -1;
const notYetKnown = -2;
/**
 * Of a state the table has where each digit leads, and behind them how many digits of any kind are still to come, and
 * whether it is a match (1 or 0).
 */
const columns = 12;
const anyMore = 10;
const match = 11;

/**
 * A regular expression over digits as a table of states, worked out as far as it is needed: a number is matched digit by
 * digit without a string. Knows what the plans of numbers are written with (digits, `\d`, `[2-57]`, `(?:…|…)`, `{n}`,
 * `{n,m}`, `?`) and throws on anything else.
 */
export class DigitPattern {
  /** The state before the first digit. */
  readonly start: number;
  /** How many steps are worked out: {@link workedOut} changes with it alone. */
  steps = 0;
  private readonly places: Place[] = [];
  private readonly end: number;
  private readonly states: (readonly number[])[] = [];
  private readonly stateOf = new Map<string, number>();
  private table = new Int32Array(32 * columns).fill(notYetKnown);

  /** Matches what one of these expressions matches, from the first digit to the last; `^` and `$` are understood so. */
  constructor(expressions: readonly RegExp[]) {
    const parts = expressions.map(({ source }) => new PatternText(source).read());
    this.end = this.place({ digits: 0, to: 0, same: [] });
    const first = this.build({ kind: "choice", parts }, this.end);
    this.start = this.state([first]);
  }

  /** The state after one more digit; {@link noMatch} when nothing can match any more. */
  next(state: number, digit: number): number {
    const known = this.table[state * columns + digit]!;
    return known === notYetKnown ? this.workOut(state, digit) : known;
  }

  /**
   * Whether the digits from `from` to before `to` make a match from this state on. Most plans end with digits of any
   * kind: these are counted, not looked at.
   */
  matches(state: number, digits: Uint8Array, from: number, to: number): boolean {
    let now = state;
    for (let at = from; now !== noMatch; at++) {
      const more = this.table[now * columns + anyMore]!;
      if (more !== noMatch) return to - at === more;
      if (at === to) return this.isMatch(now);
      now = this.next(now, digits[at]!);
    }
    return false;
  }

  /** Whether what led to this state is a match. */
  isMatch(state: number): boolean {
    return this.table[state * columns + match] === 1;
  }

  /**
   * All states as far as they are worked out, twelve numbers each: where the digits lead (-1: nothing matches any more,
   * -2: not worked out), how many digits of any kind make a match (-1: it matters which), whether it is a match.
   */
  workedOut(): Int32Array {
    return this.table.subarray(0, this.states.length * columns);
  }

  private workOut(state: number, digit: number): number {
    const reached: number[] = [];
    for (const at of this.states[state]!) {
      const { digits, to } = this.places[at]!;
      if ((digits & (1 << digit)) !== 0) reached.push(to);
    }
    const next = reached.length === 0 ? noMatch : this.state(reached);
    this.table[state * columns + digit] = next;
    this.steps++;
    return next;
  }

  /** The state of being at all of these places. */
  private state(reached: readonly number[]): number {
    const places = this.reachable(reached);
    const key = places.join(" ");
    const known = this.stateOf.get(key);
    if (known !== undefined) return known;
    const state = this.states.push(places) - 1;
    if (this.states.length * columns > this.table.length) {
      const table = new Int32Array(this.table.length * 2).fill(notYetKnown);
      table.set(this.table);
      this.table = table;
    }
    this.table[state * columns + anyMore] = this.countAnyMore(places);
    this.table[state * columns + match] = places.includes(this.end) ? 1 : 0;
    this.stateOf.set(key, state);
    return state;
  }

  /** These places with all others that they stand for. */
  private reachable(reached: readonly number[]): number[] {
    const all = new Set<number>();
    const visit = (at: number): void => {
      if (all.has(at)) return;
      all.add(at);
      for (const other of this.places[at]!.same) visit(other);
    };
    for (const at of reached) visit(at);
    return [...all].sort((a, b) => a - b);
  }

  /** How many digits make a match from these places on, whatever digits they are; {@link noMatch} where that matters. */
  private countAnyMore(from: readonly number[]): number {
    let places = from;
    for (let count = 0; ; count++) {
      const [onward, another] = places.filter((at) => this.places[at]!.digits !== 0);
      if (onward === undefined) return count;
      const { digits, to } = this.places[onward]!;
      if (another !== undefined || digits !== anyDigit || places.includes(this.end)) return noMatch;
      places = this.reachable([to]);
    }
  }

  private place(place: Place): number {
    return this.places.push(place) - 1;
  }

  /** Builds a part in front of the place `then`; gives the place where it begins. */
  private build(part: Part, then: number): number {
    switch (part.kind) {
      case "digits":
        return this.place({ digits: part.digits, to: then, same: [] });
      case "sequence":
        return part.parts.reduceRight((next, one) => this.build(one, next), then);
      case "choice":
        return this.place({ digits: 0, to: 0, same: part.parts.map((one) => this.build(one, then)) });
      case "times": {
        let at = then;
        for (let more = part.least; more < part.most; more++) {
          at = this.place({ digits: 0, to: 0, same: [this.build(part.part, at), then] });
        }
        for (let count = 0; count < part.least; count++) at = this.build(part.part, at);
        return at;
      }
      default:
        return part satisfies never;
    }
  }
}

/** Reads the text of an expression. */
class PatternText {
  private readonly text: string;
  private at = 0;

  constructor(source: string) {
    this.text = source.slice(source.startsWith("^") ? 1 : 0, source.endsWith("$") ? -1 : undefined);
  }

  read(): Part {
    const part = this.choice();
    if (this.at < this.text.length) throw this.unknown();
    return part;
  }

  private choice(): Part {
    const parts = [this.sequence()];
    while (this.take("|")) parts.push(this.sequence());
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.text.length && !"|)".includes(this.text[this.at]!)) parts.push(this.repeated(this.single()));
    return { kind: "sequence", parts };
  }

  private single(): Part {
    if (this.take("(?:")) {
      const inner = this.choice();
      if (!this.take(")")) throw this.unknown();
      return inner;
    }
    if (this.take("\\d")) return { kind: "digits", digits: anyDigit };
    if (!this.take("[")) return { kind: "digits", digits: 1 << this.digit() };
    let digits = 0;
    do {
      const from = this.digit();
      const to = this.take("-") ? this.digit() : from;
      for (let digit = from; digit <= to; digit++) digits |= 1 << digit;
    } while (!this.take("]"));
    return { kind: "digits", digits };
  }

  private digit(): number {
    const digit = this.text.charCodeAt(this.at) - 48;
    if (!(digit >= 0 && digit <= 9)) throw this.unknown();
    this.at++;
    return digit;
  }

  private repeated(part: Part): Part {
    if (this.take("?")) return { kind: "times", part, least: 0, most: 1 };
    if (this.text[this.at] !== "{") return part;
    const found = /^\{(\d+)(?:,(\d+))?\}/.exec(this.text.slice(this.at));
    if (found === null) return part;
    this.at += found[0].length;
    return { kind: "times", part, least: Number(found[1]), most: Number(found[2] ?? found[1]) };
  }

  private take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private unknown(): Error {
    return new Error(`No pattern over digits: ${this.text.slice(this.at, this.at + 40)}`);
  }
}
