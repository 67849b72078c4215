import { createHash, randomBytes } from "node:crypto";
import { CFB } from "@e965/xlsx";

const filePass = 0x002f;
const beginning = 0x0809;
const boundSheet = 0x0085;
/** Records that are not encrypted ([MS-XLS] 2.2.10): beginnings, this lock itself, and marks of users and interfaces. */
const plain = new Set([beginning, filePass, 0x00e1, 0x0194, 0x0195, 0x0196, 0x0138]);

const sha1 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((made, part) => made.update(part), createHash("sha1")).digest();

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** So many bytes of RC4's stream, which Node's own cryptography no longer has. */
function rc4(key: Uint8Array, count: number): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    Array.from({ length: count }, () => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return at(at(i) + at(j));
    }),
  );
}

const xored = (bytes: Uint8Array, pad: Uint8Array): Buffer =>
  Buffer.from(bytes.map((byte, at) => byte ^ (pad[at] ?? 0)));

type Record = { type: number; from: number; to: number };

function* records(stream: Buffer): Generator<Record> {
  for (let at = 0; at + 4 <= stream.length;) {
    const to = at + 4 + stream.readUInt16LE(at + 2);
    yield { type: stream.readUInt16LE(at), from: at + 4, to };
    at = to;
  }
}

/** The record that says how the stream is locked ([MS-OFFCRYPTO] 2.3.5.1), and the key of each kilobyte. */
function lock(password: string, bits: number): { record: Buffer; key: (block: number) => Buffer } {
  const [salt, proof] = [randomBytes(16), randomBytes(16)];
  const base = sha1(salt, Buffer.from(password, "utf16le"));
  const key = (block: number): Buffer => {
    const start = sha1(base, number32(block)).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([start, Buffer.alloc(11)]) : start;
  };
  const pad = rc4(key(0), 36);
  const provider = Buffer.from("Microsoft Enhanced Cryptographic Provider v1.0\0", "utf16le");
  // RC4, SHA-1, so many bits, an RSA provider ([MS-OFFCRYPTO] 2.3.2).
  const header = Buffer.concat([...[4, 0, 0x6801, 0x8004, bits, 1, 0, 0].map(number32), provider]);
  const verifier = Buffer.concat([
    number32(16),
    salt,
    xored(proof, pad.subarray(0, 16)),
    number32(20),
    xored(sha1(proof), pad.subarray(16)),
  ]);
  const version = Buffer.from([1, 0, 4, 0, 2, 0]);
  const body = Buffer.concat([version, number32(4), number32(header.length), header, verifier]);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(filePass);
  head.writeUInt16LE(body.length, 2);
  return { record: Buffer.concat([head, body]), key };
}

/**
 * An `.xls` as Excel 2002 and 2003 lock it: RC4 with the keys of CryptoAPI, of 40 to 128 bits ([MS-XLS] 2.2.10,
 * [MS-OFFCRYPTO] 2.3.5). `workbook` is an open one of Excel 97.
 */
export function lockedByExcel2003(workbook: Uint8Array, password: string, bits: number): Uint8Array {
  const file = CFB.read(Buffer.from(workbook), { type: "buffer" });
  const entry = CFB.find(file, "Workbook");
  const open = Buffer.from(entry.content as Uint8Array);
  const { record, key } = lock(password, bits);
  const first = records(open).next().value as Record;
  const stream = Buffer.concat([open.subarray(0, first.to), record, open.subarray(first.to)]);
  const pad = Buffer.concat(
    Array.from({ length: Math.ceil(stream.length / 1_024) }, (_, block) => rc4(key(block), 1_024)),
  );
  for (const { type, from, to } of records(stream)) {
    // Sheets lie further back by the length of the lock; where they lie stays readable.
    if (type === boundSheet) stream.writeUInt32LE(stream.readUInt32LE(from) + record.length, from);
    const start = type === boundSheet ? from + 4 : from;
    if (!plain.has(type)) xored(stream.subarray(start, to), pad.subarray(start, to)).copy(stream, start);
  }
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, "/Workbook", stream);
  return new Uint8Array(CFB.write(made, { type: "buffer" }) as Uint8Array);
}
