// The kernel's memory: fixed places, one behind the other. What is put there and what is found is copied in and out.

/** The most bytes of a text that are looked at in one go. */
export const pieceRoom: i32 = 256 * 1024;
/** The most phones that are read in one go. */
export const phonesRoom: i32 = 512;
/** The most states of a pattern over digits that can be kept. */
export const statesRoom: i32 = 2_048;
/** What is kept of a state, see digit-pattern.ts: where ten digits lead, how many of any kind are to come, whether it is a match. */
export const stateWidth: i32 = 12;

/** A vector may be read from any byte of a piece, and reaches so far behind it. */
const behindPiece = 64;
/** Each byte ends one cell at most, and the end of the text two more. */
const cellsRoom = pieceRoom + 2;
const patternBytes = statesRoom * stateWidth * 4;

/** The piece of the text. */
export const pieceAt: usize = 64;
/** By cell: where it ends, with its marks as cell-offsets.ts has them. */
export const endsAt: usize = pieceAt + pieceRoom + behindPiece;
/** By row: the number of cells before it. */
export const rowStartsAt: usize = endsAt + cellsRoom * 4;
/** Patterns over digits: mobile numbers, and what is dialled for abroad. */
export const mobileAt: usize = rowStartsAt + cellsRoom * 4;
export const abroadAt: usize = mobileAt + patternBytes;
/** By phone: its row, its number, its verdict. */
export const phoneRowsAt: usize = abroadAt + patternBytes;
export const numbersAt: usize = phoneRowsAt + phonesRoom * 4 + 8;
export const verdictsAt: usize = numbersAt + phonesRoom * 8;
/** The phones that are left to others, by their order. */
export const unclearAt: usize = verdictsAt + phonesRoom;
/** The digits of one phone. */
export const digitsAt: usize = unclearAt + phonesRoom * 4;

/** A byte of the piece. */
export function byteAt(at: i32): i32 {
  return load<u8>(pieceAt + at);
}
