import { md5, sha1 } from "@noble/hashes/legacy.js";
import { Refusal } from "../source/refusal.ts";
import { BiffStream, isBeginning, records } from "../xls/biff-records.ts";
import { joined, number32, passwordBytes, sameBytes } from "./well-known-password.ts";

/** Bytes of a stream that one key encrypts. */
const blockBytes = 1_024;
/** Records that stay readable: marks of users and interfaces ([MS-XLS] 2.2.10). */
const plainRecords = new Set<number>([records.filePass, 0x00e1, 0x0194, 0x0195, 0x0196, 0x0138]);
/** A sheet's place in the stream stays readable too. */
const plainBytesOfSheet = 4;

/** RC4, one byte at a time. */
class Rc4 {
  private readonly state = Uint8Array.from({ length: 256 }, (_, at) => at);
  private i = 0;
  private j = 0;

  constructor(key: Uint8Array) {
    let j = 0;
    for (let i = 0; i < 256; i++) {
      j = (j + (this.state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
      this.swap(i, j);
    }
  }

  next(): number {
    this.i = (this.i + 1) & 255;
    this.j = (this.j + (this.state[this.i] ?? 0)) & 255;
    this.swap(this.i, this.j);
    return this.state[((this.state[this.i] ?? 0) + (this.state[this.j] ?? 0)) & 255] ?? 0;
  }

  apply(bytes: Uint8Array): Uint8Array {
    return bytes.map((byte) => byte ^ this.next());
  }

  private swap(a: number, b: number): void {
    const kept = this.state[a] ?? 0;
    this.state[a] = this.state[b] ?? 0;
    this.state[b] = kept;
  }
}

type Keys = (block: number) => Uint8Array;

/** The keys of Excel 97: five bytes of MD5 ([MS-OFFCRYPTO] 2.3.6). */
function oldKeys(body: Uint8Array): Keys | null {
  const salt = body.subarray(6, 22);
  const first = md5(passwordBytes()).subarray(0, 5);
  const base = md5(joined(...Array.from({ length: 16 }, () => joined(first, salt)))).subarray(0, 5);
  const keys: Keys = (block) => md5(joined(base, number32(block)));
  const cipher = new Rc4(keys(0));
  const proof = cipher.apply(body.subarray(22, 38));
  return sameBytes(md5(proof), cipher.apply(body.subarray(38, 54))) ? keys : null;
}

/** The keys of Excel 2002 and 2003: SHA-1, of 40 to 128 bits ([MS-OFFCRYPTO] 2.3.5). */
function newerKeys(body: Uint8Array): Keys | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const verifier = 14 + view.getUint32(10, true);
  const bits = view.getUint32(14 + 16, true) || 40;
  if (verifier + 60 > body.length || bits > 128) return null;
  const base = sha1(joined(body.subarray(verifier + 4, verifier + 20), passwordBytes()));
  const keys: Keys = (block) => {
    const key = sha1(joined(base, number32(block))).slice(0, bits / 8);
    return bits === 40 ? joined(key, new Uint8Array(11)) : key;
  };
  const cipher = new Rc4(keys(0));
  const proof = cipher.apply(body.subarray(verifier + 20, verifier + 36));
  return sameBytes(sha1(proof), cipher.apply(body.subarray(verifier + 40, verifier + 60))) ? keys : null;
}

function keysOf(body: Uint8Array): Keys | null {
  // The first two bytes tell RC4 (1) from what Excel 95 did (0); then the version of the way.
  if (body.length < 54 || body[0] !== 1) return null;
  return body[2] === 1 ? oldKeys(body) : newerKeys(body);
}

/** The body of the record that says how a stream is locked; null for one that is not. */
function lockOf(stream: BiffStream): Uint8Array | null {
  for (const { type, from, to } of stream.from(0)) {
    if (type === records.filePass) return stream.bytes.subarray(from, to);
  }
  return null;
}

/**
 * The stream of an old workbook, unlocked with the password that is none if it is locked.
 * Throws {@link Refusal} `file.locked` for every other password.
 */
export function unlockStream(bytes: Uint8Array): Uint8Array {
  const stream = new BiffStream(bytes);
  const lock = lockOf(stream);
  if (lock === null) return bytes;
  const keys = keysOf(lock);
  if (keys === null) throw new Refusal("file.locked");
  const pad = keyStream(keys, bytes.length);
  const plain = bytes.slice();
  let at = 0;
  for (let record = stream.at(0); record !== null; record = stream.at(at)) {
    const { type, from, to } = record;
    const start = type === records.boundSheet ? from + plainBytesOfSheet : from;
    if (!isBeginning(type) && !plainRecords.has(type)) {
      for (let i = start; i < to; i++) plain[i] = (bytes[i] ?? 0) ^ (pad[i] ?? 0);
    }
    at = to;
  }
  // Once unlocked, it says so no more.
  plain.fill(0, lock.byteOffset - bytes.byteOffset - 4, lock.byteOffset - bytes.byteOffset - 2);
  return plain;
}

function keyStream(keys: Keys, length: number): Uint8Array {
  const pad = new Uint8Array(length);
  for (let block = 0; block * blockBytes < length; block++) {
    const cipher = new Rc4(keys(block));
    const end = Math.min(length, (block + 1) * blockBytes);
    for (let i = block * blockBytes; i < end; i++) pad[i] = cipher.next();
  }
  return pad;
}
