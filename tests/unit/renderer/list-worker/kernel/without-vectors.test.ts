import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Exports } from "../../../../../renderer/list-worker/kernel/kernel.ts";
import { kernelBytes, plainKernelBytes } from "../../../../../renderer/list-worker/kernel/kernel-bytes.ts";

const made = (bytes: readonly number[]): Exports =>
  new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports as Exports;
const both = [made(kernelBytes), made(plainKernelBytes)];

/** The pieces of a text, of whole vectors but for the last one. */
function piecesOf(bytes: Uint8Array, size: number): { piece: Uint8Array; base: number; isLast: boolean }[] {
  const pieces = [];
  for (let base = 0; base < bytes.length; base += size) {
    pieces.push({ piece: bytes.subarray(base, base + size), base, isLast: base + size >= bytes.length });
  }
  return pieces;
}

function take({ memory, pieceAt }: Exports, piece: Uint8Array): void {
  const place = new Uint8Array(memory.buffer, pieceAt.value);
  place.set(piece);
  place.fill(0, piece.length, piece.length + 16);
}

/** Whether it is UTF-8, piece by piece, and the cells and rows that are found, each piece from where the last one ended. */
function lookedAt(kernel: Exports, bytes: Uint8Array, size: number) {
  const { memory, endsAt, rowStartsAt } = kernel;
  kernel.beginUtf8();
  const utf8 = piecesOf(bytes, size).map(({ piece, isLast }) => {
    take(kernel, piece);
    return kernel.isUtf8(piece.length, isLast);
  });
  kernel.beginCells();
  const found: number[][] = [];
  for (let at = 0; at < bytes.length;) {
    const until = Math.min(at + size, bytes.length);
    take(kernel, bytes.subarray(at, until));
    kernel.findCells(59, until - at, at, 0, 0, until === bytes.length, true);
    found.push(
      [kernel.done.value, kernel.widest.value],
      [...new Uint32Array(memory.buffer, endsAt.value, kernel.cells.value)],
      [...new Uint32Array(memory.buffer, rowStartsAt.value, kernel.rows.value)],
    );
    at += kernel.done.value;
  }
  // What a piece ends with may be seen to be wrong with the next one only.
  return { isUtf8: !utf8.includes(0), found };
}

test("a processor without vectors finds the same in any text", () => {
  const signs = Array.from('ab7Я€😀 ";,\t\n\r\0\v').concat('""', "\r\n");
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 200 }).map((all) => Buffer.from(all.join("")));
  const edge = fc.constantFrom(0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5);
  const parts = fc.array(fc.oneof(text, fc.uint8Array({ maxLength: 4 }), fc.array(edge, { maxLength: 4 })), {
    maxLength: 5,
  });
  let refused = 0;
  fc.assert(
    fc.property(parts, fc.constantFrom(16, 32, 64, 4_096), (several, size) => {
      const bytes = Uint8Array.from(several.flatMap((part) => [...part]));
      const [vectors, plain] = both.map((kernel) => lookedAt(kernel, bytes, size));
      expect([bytes, plain]).toEqual([bytes, vectors]);
      if (vectors?.isUtf8 === false) refused++;
    }),
    { numRuns: 3_000 },
  );
  expect(refused).toBeGreaterThan(500);
});
