const localHeader = 0x0403_4b50;

/** The packed parts of a zip that {@link workbook} wrote: their sizes stand before them. */
function* packedParts(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; view.getUint32(at, true) === localHeader;) {
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    at = from + view.getUint32(at + 18, true);
    yield bytes.subarray(from, at);
  }
}

/** Counts the tags of XML that comes in pieces; a `>` within quotes ends none. */
class TagCounter {
  tags = 0;
  private inTag = false;
  private quote = 0;

  push(piece: Uint8Array): void {
    let { inTag, quote } = this;
    for (const byte of piece) {
      if (!inTag) inTag = byte === 60;
      else if (quote !== 0) quote = byte === quote ? 0 : quote;
      else if (byte === 34 || byte === 39) quote = byte;
      else if (byte === 62) {
        inTag = false;
        this.tags++;
      }
    }
    this.inTag = inTag;
    this.quote = quote;
  }
}

async function scanPart(packed: Uint8Array<ArrayBuffer>): Promise<number> {
  const counter = new TagCounter();
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const written = writer.write(packed).then(() => writer.close());
  const reader = stream.readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) counter.push(next.value);
  await written;
  return counter.tags;
}

/** The least that a reader of a workbook has to do: inflates every part and finds its tags. Gives how many there are. */
export async function inflateAndScan(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  let tags = 0;
  for (const packed of packedParts(bytes)) tags += await scanPart(packed);
  return tags;
}
