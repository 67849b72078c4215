// Whether bytes are UTF-8, sixteen at a time: J. Keiser, D. Lemire, "Validating UTF-8 In Less Than One Instruction Per
// Byte" (2021). Three looks into tables, by the halves of a byte and the upper half of the next one, say which mistakes
// the two could make together; one that all three agree on is made.
import { pieceAt } from "./memory";

const tooShort: u8 = 1 << 0;
const tooLong: u8 = 1 << 1;
const overlong3: u8 = 1 << 2;
const tooLarge: u8 = 1 << 3;
const surrogate: u8 = 1 << 4;
const overlong2: u8 = 1 << 5;
/** Beyond U+10FFFF by its second byte, or four bytes for what three could say. */
const tooLargeOrOverlong4: u8 = 1 << 6;
const twoContinuations: u8 = 1 << 7;

/** Mistakes that any lower half of the first byte may make. */
const anyLow: u8 = tooShort | tooLong | twoContinuations;
const large: u8 = tooLarge | tooLargeOrOverlong4;
/** Mistakes of a continuation by itself. */
const continued: u8 = tooLong | overlong2 | twoContinuations;

/** Before the piece are the sixteen bytes that came before it. */
const beforeAt = pieceAt - 16;

/** Whether a mistake has been seen. */
let isWrong: bool = false;

/** Begins a new text. */
export function beginUtf8(): void {
  isWrong = false;
  memory.fill(beforeAt, 0, 16);
}

/**
 * Goes on with the next `length` bytes, which lie in the piece with sixteen bytes of 0 behind them: false once they are
 * no UTF-8. What is wrong with the last bytes of a piece may be told with the next one only. `isLast`: the text ends with
 * them, and within no character; all pieces before it are whole vectors.
 */
export function isUtf8(length: i32, isLast: bool): bool {
  // What a last byte begins is seen by the 0 behind it.
  const end = pieceAt + length + usize(isLast);
  isWrong = isWrong || (ASC_FEATURE_SIMD ? hasMistake(end) : hasPlainMistake(end));
  memory.copy(beforeAt, end - 16, 16);
  return !isWrong;
}

function hasMistake(end: usize): bool {
  const byFirstHigh = i8x16(
    tooLong,
    tooLong,
    tooLong,
    tooLong,
    tooLong,
    tooLong,
    tooLong,
    tooLong,
    twoContinuations,
    twoContinuations,
    twoContinuations,
    twoContinuations,
    tooShort | overlong2,
    tooShort,
    tooShort | overlong3 | surrogate,
    tooShort | large,
  );
  const byFirstLow = i8x16(
    anyLow | overlong3 | overlong2 | tooLargeOrOverlong4,
    anyLow | overlong2,
    anyLow,
    anyLow,
    anyLow | tooLarge,
    anyLow | large,
    anyLow | large,
    anyLow | large,
    anyLow | large,
    anyLow | large,
    anyLow | large,
    anyLow | large,
    anyLow | large,
    anyLow | large | surrogate,
    anyLow | large,
    anyLow | large,
  );
  const bySecondHigh = i8x16(
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    continued | overlong3 | tooLargeOrOverlong4,
    continued | overlong3 | tooLarge,
    continued | surrogate | tooLarge,
    continued | surrogate | tooLarge,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
  );
  const lowHalf = i8x16.splat(15);
  const topBit = i8x16.splat(-128);
  // What a byte is above these begins three and four bytes.
  const belowThree = i8x16.splat(i8(0xe0 - 0x80));
  const belowFour = i8x16.splat(i8(0xf0 - 0x80));
  let seen = i8x16.splat(0);
  let last = v128.load(beforeAt);
  for (let at = pieceAt; at < end; at += 16) {
    const bytes = v128.load(at);
    if (!v128.any_true(v128.and(v128.or(bytes, last), topBit))) {
      last = bytes;
      continue;
    }
    const one = i8x16.shuffle(last, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    const two = i8x16.shuffle(last, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    const three = i8x16.shuffle(last, bytes, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
    const ofFirst = v128.and(
      i8x16.swizzle(byFirstHigh, i8x16.shr_u(one, 4)),
      i8x16.swizzle(byFirstLow, v128.and(one, lowHalf)),
    );
    const ofPair = v128.and(ofFirst, i8x16.swizzle(bySecondHigh, i8x16.shr_u(bytes, 4)));
    // Behind what begins three or four bytes two continuations are none: there the mistake must be made.
    const thirdOrFourth = v128.or(i8x16.sub_sat_u(two, belowThree), i8x16.sub_sat_u(three, belowFour));
    seen = v128.or(seen, v128.xor(ofPair, v128.and(thirdOrFourth, topBit)));
    last = bytes;
  }
  return v128.any_true(seen);
}

/** The same byte by byte. Of a character that began before the piece only the bytes that are in it are new. */
function hasPlainMistake(end: usize): bool {
  for (let at = beforeAt + 13; at < end;) {
    const first = load<u8>(at);
    const length = lengthOf(first);
    if (length == 0) {
      // A continuation is none of a character that is looked at only where that began before the three bytes.
      if (at >= pieceAt || !isContinuation(first)) return true;
      at++;
      continue;
    }
    if (length > 1 && at + 1 < end && !mayFollow(first, load<u8>(at + 1))) return true;
    for (let next = at + 2; next < at + length && next < end; next++) if (!isContinuation(load<u8>(next))) return true;
    at += length;
  }
  return false;
}

/** How many bytes a character has that begins with this one; 0 for a byte that begins none. */
function lengthOf(first: u8): i32 {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Whether two bytes begin a character that exists: none written too long, no half of a pair. */
function mayFollow(first: u8, second: u8): bool {
  if (first == 0xe0) return second >= 0xa0 && second <= 0xbf;
  if (first == 0xed) return second >= 0x80 && second <= 0x9f;
  if (first == 0xf0) return second >= 0x90 && second <= 0xbf;
  return second >= 0x80 && second <= (first == 0xf4 ? 0x8f : 0xbf);
}

function isContinuation(byte: u8): bool {
  return (byte & 0xc0) == 0x80;
}
