import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";

/** One file within a zip, as its central directory describes it. */
export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  headerAt: number;
};

export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const endSignature = 0x0605_4b50;
const zip64LocatorSignature = 0x0706_4b50;
const zip64EndSignature = 0x0606_4b50;
const entrySignature = 0x0201_4b50;
const headerSignature = 0x0403_4b50;
const unknown32 = 0xffff_ffff;

/** Names compare without case, leading slash and backslashes: writers differ in all three. */
export function zipName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new Refusal("file.unreadable");
}

function whereDirectoryIs(view: DataView): { at: number; entries: number } {
  const end = endOfDirectory(view);
  const entries = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== zip64LocatorSignature) return { at, entries };
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== zip64EndSignature) {
    throw new Refusal("file.unreadable");
  }
  return { at: Number(view.getBigUint64(end64 + 48, true)), entries: Number(view.getBigUint64(end64 + 32, true)) };
}

/** Fills the sizes that a zip64 entry keeps in its extra field (APPNOTE 4.5.3). */
function widen(view: DataView, entry: ZipEntry, extraAt: number, extraEnd: number): void {
  for (let at = extraAt; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    const next = (): number => {
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    if (entry.size === unknown32) entry.size = next();
    if (entry.compressedSize === unknown32) entry.compressedSize = next();
    if (entry.headerAt === unknown32) entry.headerAt = next();
    return;
  }
}

/** Reads the central directory of a zip. Throws {@link Refusal}: cut, locked, or more entries than allowed. */
export function zipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw new Refusal("file.unreadable");
  const { at: start, entries } = whereDirectoryIs(view);
  if (entries > limits.zipEntries) throw new Refusal("file.hostile");
  const decoder = new TextDecoder();
  const directory = new Map<string, ZipEntry>();
  let at = start;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw new Refusal("file.unreadable");
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refusal("file.locked");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const entry: ZipEntry = {
      name: zipName(decoder.decode(bytes.subarray(at + 46, nameEnd))),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    if (extraEnd > bytes.length) throw new Refusal("file.unreadable");
    widen(view, entry, nameEnd, extraEnd);
    directory.set(entry.name, entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return directory;
}

/** The compressed bytes of an entry. Throws {@link Refusal} where the file ends before them. */
export function entryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== headerSignature) throw new Refusal("file.unreadable");
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + entry.compressedSize > bytes.length) throw new Refusal("file.unreadable");
  return bytes.subarray(from, from + entry.compressedSize);
}
