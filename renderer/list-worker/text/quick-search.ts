const ones = 0x0101_0101;
const sixteens = 0x1010_1010;
const topBits = 0x8080_8080;

/** A byte four times over, as {@link foundIn} takes it. */
export function repeated(byte: number): number {
  return Math.imul(byte, ones);
}

/**
 * Looks at four bytes at once (a little-endian word) for a byte and for control characters below 16, line breaks among
 * them. 0 where there is none, otherwise what {@link placeOf} takes. (The lowest top bit that comes out set is right,
 * higher ones may be wrong.)
 */
export function foundIn(word: number, repeatedByte: number): number {
  const unlike = word ^ repeatedByte;
  return (((unlike - ones) & ~unlike) | ((word - sixteens) & ~word)) & topBits;
}

/** Which of the four bytes comes first of those found: 0 to 3. */
export function placeOf(found: number): number {
  return (31 - Math.clz32(found & -found)) >> 3;
}
