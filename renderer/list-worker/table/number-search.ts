/** Digits of a part of a number that is reckoned with as a whole number of 32 bits. */
const partDigits = 8;
const part = 10 ** partDigits;

/** Looks for digits in phone numbers of up to 15 digits (ITU-T E.164) without making strings of them: a million in a moment. */
export class NumberSearch {
  /** From the last one to the first. */
  private readonly wanted: Uint8Array;
  private readonly digits = new Uint8Array(2 * partDigits);

  /** `digits` is not empty. */
  constructor(digits: string) {
    this.wanted = Uint8Array.from(digits, Number).reverse();
  }

  /** Whether the number is written with the digits somewhere in it; 0 is none. */
  isIn(number: number): boolean {
    const { wanted, digits } = this;
    const count = this.write(number);
    for (let at = 0; at + wanted.length <= count; at++) {
      let same = 0;
      while (same < wanted.length && digits[at + same] === wanted[same]) same++;
      if (same === wanted.length) return true;
    }
    return false;
  }

  /** Writes the digits from the last one to the first; gives how many there are. */
  private write(number: number): number {
    const upper = Math.floor(number / part);
    const lower = (number - upper * part) | 0;
    let count = 0;
    for (let rest = lower; rest > 0; rest = (rest / 10) | 0) this.digits[count++] = rest % 10;
    if (upper === 0) return count;
    while (count < partDigits) this.digits[count++] = 0;
    for (let rest = upper | 0; rest > 0; rest = (rest / 10) | 0) this.digits[count++] = rest % 10;
    return count;
  }
}
