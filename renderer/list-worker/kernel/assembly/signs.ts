export const space = 32;
export const quote = 34;
export const lineFeed = 10;
export const carriageReturn = 13;

// The marks of a cell's end, as cell-offsets.ts has them.
export const quotedBit: u32 = 0x4000_0000;
export const doubledBit: u32 = 0x8000_0000;
export const placeBits: u32 = 0x3fff_ffff;
