import { Refusal } from "../source/refusal.ts";

/** Records that are read ([MS-XLS] 2.3; for Excel 2 to 4 the OpenOffice documentation of the format). */
export const records = {
  formula: 0x0006,
  endOfFile: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  workedOut: 0x01c1,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  // Of Excel 2, 3 and 4 only.
  integer2: 0x0002,
  number2: 0x0003,
  label2: 0x0004,
  booleanOrError2: 0x0005,
  string2: 0x0007,
  row2: 0x0008,
  font3: 0x0231,
  format2: 0x001e,
  formula3: 0x0206,
  extendedFormat3: 0x0243,
  formula4: 0x0406,
  extendedFormat4: 0x0443,
} as const;

const beginnings = new Set([0x0009, 0x0209, 0x0409, 0x0809]);

export const isBeginning = (type: number): boolean => beginnings.has(type);

/** The version of Excel's binary format that a stream begins with: 2, 3, 4, 5 or 8; null for none. */
export function biffVersion(stream: Uint8Array): number | null {
  if (stream.length < 8) return null;
  const type = (stream[0] ?? 0) | ((stream[1] ?? 0) << 8);
  if (type === 0x0809) return stream[5] === 6 ? 8 : 5;
  if (!isBeginning(type)) return null;
  return type === 0x0009 ? 2 : type === 0x0209 ? 3 : 4;
}

/** Whether a stream begins with a worksheet, without the workbook that it would be in ([MS-XLS] 2.4.21). */
export function isWorksheet(stream: Uint8Array): boolean {
  return stream[6] === 0x10 && stream[7] === 0;
}

export type BiffRecord = { type: number; from: number; to: number };

/** Walks over the records of a stream; a damaged one may send us over the same bytes again, but not for ever. */
export class BiffStream {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  private left: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.left = bytes.length * 4 + 1_024;
  }

  /** The record at an offset, null at the end. Throws {@link Refusal} for one that leaves the stream. */
  at(offset: number): BiffRecord | null {
    if (offset + 4 > this.bytes.length) return null;
    const from = offset + 4;
    const to = from + this.view.getUint16(offset + 2, true);
    this.left -= to - offset;
    if (this.left < 0 || to > this.bytes.length) throw new Refusal("file.unreadable");
    return { type: this.view.getUint16(offset, true), from, to };
  }

  /**
   * The records from the beginning (BOF) at `offset` to the end that belongs to it, without those of charts within.
   * Throws {@link Refusal} where the stream ends before.
   */
  *from(offset: number): Generator<BiffRecord, void, undefined> {
    let depth = 0;
    for (let at = offset; ;) {
      const record = this.at(at);
      if (record === null) throw new Refusal("file.unreadable");
      if (at === offset && !isBeginning(record.type)) throw new Refusal("file.unreadable");
      if (isBeginning(record.type)) depth++;
      else if (record.type === records.endOfFile) depth--;
      else if (depth === 1) yield record;
      if (depth === 0) return;
      at = record.to;
    }
  }
}
