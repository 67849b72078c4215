// All numbers here stay within 32 bits with their sign, as the engine keeps small integers: a sum or a constant beyond
// them would be a double, which every tier of it is slower with.
const ones = 0x0101_0101;
const lowHalves = 0x0f0f_0f0f;
/** 0x80808080. */
const topBits = -0x7f7f_7f80;

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
  // Of each byte a half that is 0 where it is what is looked for: one less than 0 reaches the top bit.
  const ofByte = (unlike | (unlike >> 4)) & lowHalves;
  const ofControl = (word >> 4) & lowHalves;
  return ((ofByte - ones) | (ofControl - ones)) & topBits;
}

/** Which of the four bytes comes first of those found: 0 to 3. */
export function placeOf(found: number): number {
  return (31 - Math.clz32(found & -found)) >> 3;
}
