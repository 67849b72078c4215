import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { crc32 } from "../../../shared/crc32.ts";
import { entryBytes, type ZipEntry } from "./zip-directory.ts";

/** Bytes fed at a time: an inflater turns what it is fed into output whole, and a slice of a bomb is a small bomb. */
const slice = 16 * 1024;
/** Bytes of an entry that is not packed handed on at a time: how far it is must be heard now and then. */
const storedPiece = 1024 * 1024;

/** Counts what all entries of one file inflate to. */
export class InflateBudget {
  private inflated = 0;

  /** Counts a piece. Throws {@link Refusal} once a file or one of its entries grows out of all proportion. */
  count(piece: number, entryInflated: number, entryRead: number): void {
    this.inflated += piece;
    const swollen = entryInflated > limits.ratioFrom && entryInflated > entryRead * limits.ratio;
    if (swollen || this.inflated > limits.inflatedBytes) throw new Refusal("file.hostile");
  }
}

/** A gzip member around deflated bytes, so that the platform's inflater checks CRC and length (RFC 1952). */
const gzipHead = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

function gzipTail(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const tail = new Uint8Array(8);
  const view = new DataView(tail.buffer);
  view.setUint32(0, entry.crc, true);
  view.setUint32(4, entry.size >>> 0, true);
  return tail;
}

/**
 * Hands the inflated bytes of an entry to `onPiece`, piece by piece, until it answers false; never more than one slice
 * ahead of it. A piece holds only during the call. Throws {@link Refusal}: damaged, an unknown method, or a bomb.
 */
export async function inflateEntry(
  file: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
  onPiece: (piece: Uint8Array) => boolean,
): Promise<void> {
  const packed = entryBytes(file, entry);
  if (entry.method === 0) {
    if (crc32(packed) !== entry.crc) throw new Refusal("file.unreadable");
    budget.count(packed.length, packed.length, packed.length);
    for (let at = 0; at < packed.length; at += storedPiece) {
      if (!onPiece(packed.subarray(at, at + storedPiece))) return;
    }
    return;
  }
  if (entry.method !== 8) throw new Refusal("file.unreadable");
  const stream = new DecompressionStream("gzip");
  const reader = stream.readable.getReader();
  const feeder = new Feeder(stream.writable.getWriter());
  const fed = feeder.feed(packed, entry);
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(damaged);
      if (done) break;
      total += value.length;
      budget.count(value.length, total, feeder.fed);
      if (!onPiece(value)) return;
    }
    await fed.catch(damaged);
  } finally {
    feeder.stop();
    await reader.cancel().catch(ignoreAfterStop);
    await fed.catch(ignoreAfterStop);
  }
}

/** Whatever the inflater calls it, the bytes are not what the directory promised. */
function damaged(): never {
  throw new Refusal("file.unreadable");
}

/** The stream was given up on purpose or has failed already; its own complaint adds nothing. */
function ignoreAfterStop(): void {}

class Feeder {
  fed = 0;
  private stopped = false;
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;

  constructor(writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>) {
    this.writer = writer;
  }

  stop(): void {
    this.stopped = true;
  }

  async feed(packed: Uint8Array, entry: ZipEntry): Promise<void> {
    const { writer } = this;
    // A failure shows at the reader and at the next write; this promise of its own would go unheard.
    writer.closed.catch(ignoreAfterStop);
    await writer.write(gzipHead);
    for (let at = 0; at < packed.length && !this.stopped; at += slice) {
      const piece = packed.slice(at, at + slice);
      this.fed += piece.length;
      await writer.write(piece);
    }
    if (this.stopped) return;
    await writer.write(gzipTail(entry));
    await writer.close();
  }
}
