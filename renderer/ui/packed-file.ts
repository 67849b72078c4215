import { crc32 } from "../../shared/crc32.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Entry = { name: Bytes; crc: number; size: number; packed: Bytes[]; packedSize: number };

const deflated = 8;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const utf8Names = 0x0800;
const version = 20;
/** 1 January 1980, the zero of zip's dates: when a list was exported is nobody's business. */
const noDate = 0x0021_0000;

/** Packs files into a zip as they come (APPNOTE 6.3): of what was added only the packed bytes are kept. */
export class PackedFile {
  private readonly entries: Entry[] = [];
  private readonly encoder = new TextEncoder();

  /** Adds a file whose text comes in pieces. */
  async add(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const entry: Entry = { name: this.encoder.encode(name), crc: 0, size: 0, packed: [], packedSize: 0 };
    const { readable, writable } = new CompressionStream("deflate-raw");
    const writer = writable.getWriter();
    const packing = (async () => {
      const reader = readable.getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        entry.packed.push(read.value);
        entry.packedSize += read.value.length;
      }
    })();
    for await (const piece of pieces) {
      const bytes = this.encoder.encode(piece);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      await writer.write(bytes);
    }
    await writer.close();
    await packing;
    this.entries.push(entry);
  }

  /** The zip. */
  finish(): Bytes {
    const parts: Bytes[] = [];
    const directory: Bytes[] = [];
    let offset = 0;
    for (const entry of this.entries) {
      directory.push(header(0x0201_4b50, entry, offset), entry.name);
      const head = header(0x0403_4b50, entry, null);
      parts.push(head, entry.name, ...entry.packed);
      offset += head.length + entry.name.length + entry.packedSize;
    }
    return joined([...parts, ...directory, this.end(offset, directory)]);
  }

  private end(offset: number, directory: readonly Bytes[]): Bytes {
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x0605_4b50, true);
    end.setUint16(8, this.entries.length, true);
    end.setUint16(10, this.entries.length, true);
    end.setUint32(12, lengthOf(directory), true);
    end.setUint32(16, offset, true);
    return new Uint8Array(end.buffer);
  }
}

/** The header of an entry in front of it, or with its `offset` the one in the directory at the end. */
function header(signature: number, { name, crc, size, packedSize }: Entry, offset: number | null): Bytes {
  const inDirectory = offset !== null;
  const view = new DataView(new ArrayBuffer(inDirectory ? 46 : 30));
  view.setUint32(0, signature, true);
  view.setUint16(4, version, true);
  const at = inDirectory ? 6 : 4;
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 4, deflated, true);
  view.setUint32(at + 6, noDate, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packedSize, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  if (inDirectory) view.setUint32(42, offset, true);
  return new Uint8Array(view.buffer);
}

const lengthOf = (pieces: readonly Bytes[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** Pieces as one. */
export function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
