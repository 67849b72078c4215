/** Repeatable numbers from 0 to 1. */
export function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const telling = [0, 1, 9, 10, 13, 34, 38, 39, 44, 59, 60, 62, 127, 128, 255];

/** One of many ways in which bytes get damaged: changed, cut, lost, doubled, put elsewhere, wiped, overwritten. */
export function damaged(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = Math.floor(next() * bytes.length);
  const length = 1 + Math.floor(next() * Math.min(64, bytes.length - at));
  const copy = bytes.slice();
  switch (Math.floor(next() * 8)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return copy.fill(0, at, at + length);
    case 4: {
      copy.copyWithin(Math.floor(next() * bytes.length), at, at + length);
      return copy;
    }
    case 5:
      for (let i = 0; i < length; i++) copy[at + i] = Math.floor(next() * 256);
      return copy;
    default:
      for (let i = 0; i < 1 + next() * 4; i++) {
        const place = Math.floor(next() * bytes.length);
        copy[place] =
          next() < 0.5 ? (telling[Math.floor(next() * telling.length)] ?? 0) : (copy[place] ?? 0) ^ (1 << (next() * 8));
      }
      return copy;
  }
}
