import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";

const endOfChain = 0xffff_fffe;
const entryBytes = 128;
const headerSectors = 109;

type Entry = { name: string; start: number; size: number };
/** An entry as the directory has it: what stands beside it in its storage, and what it holds, by place. */
type Listed = Entry & { type: number; left: number; right: number; child: number };

/**
 * The streams of a compound file, the container of `.xls` and of everything encrypted ([MS-CFB]). Chains that loop or
 * leave the file are refused, and what a stream says of its size is never believed beyond its chain.
 */
export class CompoundFile {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly fat: Uint32Array;
  private readonly miniFat: Uint32Array;
  private readonly miniStream: Uint8Array;
  private readonly entries: Entry[];

  /** Reads the directory. Throws {@link Refusal} for a damaged or cut file. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 512) throw new Refusal("file.unreadable");
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new Refusal("file.unreadable");
    this.sectorSize = 1 << shift;
    this.fat = this.readFat();
    this.miniFat = numbersIn(this.chain(this.view.getUint32(60, true)));
    const directory = this.chain(this.view.getUint32(48, true));
    const all = entriesIn(directory);
    this.entries = ownStreams(all);
    const root = all.find(({ type }) => type === 5);
    this.miniStream = root && root.size > 0 ? this.chain(root.start).subarray(0, root.size) : new Uint8Array(0);
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** The bytes of a stream, null when there is none of this name. Throws {@link Refusal} for a cut one. */
  stream(name: string): Uint8Array | null {
    const entry = this.find(name);
    if (entry === undefined) return null;
    const cutoff = this.view.getUint32(56, true);
    const whole = entry.size < cutoff ? this.miniChain(entry.start) : this.chain(entry.start);
    if (whole.length < entry.size) throw new Refusal("file.unreadable");
    return whole.subarray(0, entry.size);
  }

  private find(name: string): Entry | undefined {
    return this.entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  }

  /** Which sector follows which: the first 109 parts of the table are named in the header, others in a chain. */
  private readFat(): Uint32Array {
    const parts: number[] = [];
    const perSector = this.sectorSize / 4;
    for (let i = 0; i < headerSectors; i++) parts.push(this.view.getUint32(76 + i * 4, true));
    let next = this.view.getUint32(68, true);
    for (let seen = 0; next < endOfChain - 4 && seen <= this.bytes.length / this.sectorSize; seen++) {
      const sector = numbersIn(this.sector(next));
      parts.push(...sector.subarray(0, perSector - 1));
      next = sector[perSector - 1] ?? endOfChain;
    }
    const used = parts.filter((part) => part < endOfChain - 4);
    if (used.length * this.sectorSize > this.bytes.length) throw new Refusal("file.unreadable");
    const fat = new Uint32Array(used.length * perSector);
    for (const [at, part] of used.entries()) fat.set(numbersIn(this.sector(part)), at * perSector);
    return fat;
  }

  private sector(number: number): Uint8Array {
    const at = (number + 1) * this.sectorSize;
    if (at >= this.bytes.length) throw new Refusal("file.unreadable");
    const sector = this.bytes.subarray(at, at + this.sectorSize);
    if (sector.length === this.sectorSize) return sector;
    // The last sector of a file is sometimes written only as far as it is used.
    const whole = new Uint8Array(this.sectorSize);
    whole.set(sector);
    return whole;
  }

  private chain(start: number): Uint8Array {
    return follow(start, this.fat, this.bytes.length / this.sectorSize, (number) => this.sector(number));
  }

  private miniChain(start: number): Uint8Array {
    const size = 1 << Math.min(this.view.getUint16(32, true), 12);
    return follow(start, this.miniFat, this.miniStream.length / size, (number) => {
      const piece = this.miniStream.subarray(number * size, (number + 1) * size);
      if (piece.length === 0) throw new Refusal("file.unreadable");
      return piece;
    });
  }
}

/** The sectors of a chain in one piece; `most` is how many there can be. */
function follow(start: number, table: Uint32Array, most: number, read: (sector: number) => Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let sector = start; sector < endOfChain - 4; sector = table[sector] ?? endOfChain) {
    if (pieces.length > most) throw new Refusal("file.unreadable");
    const piece = read(sector);
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function numbersIn(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

/**
 * The streams of the document itself. What is embedded in it lies in storages and has the same names: a workbook within
 * a letter is not the list.
 */
function ownStreams(all: readonly Listed[]): Entry[] {
  // Without any storage nothing is embedded, and writers that order the tree wrongly are understood all the same.
  if (all.every(({ type }) => type !== 1)) return all.filter(({ type }) => type === 2);
  const own = new Set<number>();
  const open = [all.find(({ type }) => type === 5)?.child ?? all.length];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = all[at];
    if (entry === undefined || own.has(at)) continue;
    own.add(at);
    open.push(entry.left, entry.right);
  }
  return all.filter(({ type }, at) => type === 2 && own.has(at));
}

function entriesIn(directory: Uint8Array): Listed[] {
  const view = new DataView(directory.buffer);
  const decoder = new TextDecoder("utf-16le");
  const entries: Listed[] = [];
  for (let at = 0; at + entryBytes <= directory.length && entries.length < limits.zipEntries; at += entryBytes) {
    const nameBytes = Math.min(Math.max(0, view.getUint16(at + 64, true) - 2), 62);
    entries.push({
      name: decoder.decode(directory.subarray(at, at + nameBytes)),
      type: directory[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
