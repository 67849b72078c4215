import { kernelBytes, plainKernelBytes } from "./kernel-bytes.ts";

/** A number that the kernel lets be read. */
type Figure = { readonly value: number };

/** What `assembly/index.ts` exports; each is described there. */
export type Exports = {
  memory: WebAssembly.Memory;
  pieceAt: Figure;
  pieceRoom: Figure;
  endsAt: Figure;
  rowStartsAt: Figure;
  mobileAt: Figure;
  abroadAt: Figure;
  statesRoom: Figure;
  stateWidth: Figure;
  phoneRowsAt: Figure;
  phonesRoom: Figure;
  numbersAt: Figure;
  verdictsAt: Figure;
  unclearAt: Figure;
  beginUtf8: () => void;
  isUtf8: (length: number, isLast: boolean) => number;
  beginCells: () => void;
  findCells: (
    delimiter: number,
    length: number,
    base: number,
    cellsBefore: number,
    openCells: number,
    isLast: boolean,
    isWhole: boolean,
  ) => void;
  setPlan: (
    code: number,
    codeLength: number,
    hasTrunk: boolean,
    plainTrunk: boolean,
    zerosMeanAbroad: boolean,
    isMainOfCode: boolean,
    longest: number,
    mobileStart: number,
    mobileBehindCode: number,
    abroadStart: number,
  ) => void;
  readPhones: (
    phones: number,
    column: number,
    base: number,
    firstRow: number,
    firstCell: number,
    ready: number,
    repaired: number,
  ) => number;
  listAt: Figure;
  duplicatesRoom: (rows: number) => number;
  findDuplicates: (rows: number, fromLast: boolean) => void;
  done: Figure;
  cells: Figure;
  rows: Figure;
  widest: Figure;
};

/** The compiled code: whoever needs a memory of its own makes an instance of it. */
export const kernelModule = compiled();

/**
 * The part of the list worker that goes over every byte of a text: compiled from `assembly/` to WebAssembly, which is
 * fast from its first byte on, and looks at 16 of them at once where the processor can. Its memory has room for one piece
 * of a text, with what is found in it; whoever begins a text finishes it or begins another.
 */
class Kernel {
  readonly calls: Exports;
  /** The most bytes that {@link takeBytes} takes. */
  readonly pieceRoom: number;
  readonly piece: Uint8Array;
  /** By cell, where it ends, with its marks; by row, the number of cells before it. */
  readonly ends: Uint32Array;
  readonly rowStarts: Uint32Array;

  constructor() {
    const { exports } = new WebAssembly.Instance(kernelModule);
    this.calls = exports as Exports;
    const { memory, pieceAt, pieceRoom, endsAt, rowStartsAt } = this.calls;
    this.pieceRoom = pieceRoom.value;
    this.piece = new Uint8Array(memory.buffer, pieceAt.value, endsAt.value - pieceAt.value);
    this.ends = new Uint32Array(memory.buffer, endsAt.value, (rowStartsAt.value - endsAt.value) / 4);
    this.rowStarts = new Uint32Array(memory.buffer, rowStartsAt.value, this.ends.length);
  }

  /** Makes the bytes from `from` to before `to` the piece that is looked at, with zeros behind them. */
  takeBytes(bytes: Uint8Array, from: number, to: number): void {
    this.piece.set(bytes.subarray(from, to));
    this.piece.fill(0, to - from, to - from + 16);
  }
}

/** The one of this thread: made when the worker is loaded, as the code that it is. */
export const kernel = new Kernel();

function compiled(): WebAssembly.Module {
  const vectors = Uint8Array.from(kernelBytes);
  return new WebAssembly.Module(WebAssembly.validate(vectors) ? vectors : Uint8Array.from(plainKernelBytes));
}
