import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { Refusal } from "../source/refusal.ts";
import { attributes } from "../xlsx/xml-text.ts";
import type { CompoundFile } from "../xls/compound-file.ts";
import { XmlScanner } from "../xlsx/xml-scanner.ts";
import { decryptCbc, decryptEcb } from "./aes.ts";
import { joined, number32, passwordBytes, sameBytes } from "./well-known-password.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Hash = (bytes: Uint8Array) => Uint8Array;

const hashes: ReadonlyMap<string, Hash> = new Map([
  ["SHA1", sha1],
  ["SHA-1", sha1],
  ["SHA256", sha256],
  ["SHA384", sha384],
  ["SHA512", sha512],
]);
/** Rounds of hashing of the older way, and at most of the newer one, which says how many. */
const oldRounds = 50_000;
const mostRounds = 200_000;
const segment = 4_096;

/**
 * The workbook inside an encrypted package, if the password that is none opens it ([MS-OFFCRYPTO] 2.3.4).
 * Throws {@link Refusal} `file.locked` for every other password and every way of locking we do not know.
 */
export async function unlockPackage(file: CompoundFile): Promise<Uint8Array> {
  const info = file.stream("EncryptionInfo");
  const content = file.stream("EncryptedPackage");
  if (info === null || content === null || info.length < 12 || content.length < 8) throw new Refusal("file.locked");
  const size = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
  const blocks = new Uint8Array(content.slice(8, content.length - ((content.length - 8) % 16)));
  const isAgile = info[0] === 4 && info[2] === 4;
  const plain = isAgile ? await openAgile(info.subarray(8), blocks) : await openStandard(info, blocks);
  if (size > plain.length) throw new Refusal("file.unreadable");
  return plain.subarray(0, size);
}

function spun(hash: Hash, salt: Uint8Array, rounds: number): Uint8Array {
  let value = hash(joined(salt, passwordBytes()));
  for (let round = 0; round < rounds; round++) value = hash(joined(number32(round), value));
  return value;
}

/** The way of Excel 2007: AES block by block, a key from SHA-1. */
async function openStandard(info: Uint8Array, blocks: Bytes): Promise<Bytes> {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const keyBytes = view.getUint32(12 + 16, true) / 8;
  const algorithm = view.getUint32(12 + 8, true);
  const verifier = 12 + view.getUint32(8, true);
  if (algorithm < 0x660e || algorithm > 0x6610 || ![16, 24, 32].includes(keyBytes)) throw new Refusal("file.locked");
  const salt = info.slice(verifier + 4, verifier + 20);
  const final = sha1(joined(spun(sha1, salt, oldRounds), number32(0)));
  const half = (filler: number): Uint8Array =>
    sha1(Uint8Array.from({ length: 64 }, (_, at) => filler ^ (final[at] ?? 0)));
  const key = joined(half(0x36), half(0x5c)).slice(0, keyBytes);
  const proof = await decryptEcb(key, new Uint8Array(info.slice(verifier + 20, verifier + 36)));
  const expected = await decryptEcb(key, new Uint8Array(info.slice(verifier + 40, verifier + 72)));
  if (!sameBytes(sha1(proof), expected.subarray(0, 20))) throw new Refusal("file.locked");
  return decryptEcb(key, blocks);
}

type Given = ReadonlyMap<string, string>;

/** What the XML of the newer way says of the data and of the password's key. */
function agileInfo(xml: Uint8Array): { data: Given; password: Given } {
  let data: Given | null = null;
  let password: Given | null = null;
  const scanner = new XmlScanner({
    open(name, bytes, from, to) {
      if (name === "keyData") data = attributes(bytes, from, to);
      else if (name === "encryptedKey") password ??= attributes(bytes, from, to);
    },
    close() {},
    text() {},
  });
  scanner.push(xml);
  if (data === null || password === null) throw new Refusal("file.locked");
  return { data, password };
}

function base64(text: string | undefined): Bytes {
  if (text === undefined || !/^[\w+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new Refusal("file.locked");
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function algorithmOf(given: Given): { hash: Hash; salt: Bytes; keyBytes: number } {
  const hash = hashes.get(given.get("hashAlgorithm") ?? "");
  const keyBytes = Number(given.get("keyBits")) / 8;
  const isAes = given.get("cipherAlgorithm") === "AES" && given.get("cipherChaining") === "ChainingModeCBC";
  const salt = base64(given.get("saltValue"));
  if (!hash || !isAes || ![16, 24, 32].includes(keyBytes) || salt.length !== 16) throw new Refusal("file.locked");
  return { hash, salt, keyBytes };
}

/** A hash as long as a key or a vector must be: cut, or filled as the format says. */
function fitted(hash: Uint8Array, length: number): Bytes {
  const bytes = new Uint8Array(length).fill(0x36);
  bytes.set(hash.subarray(0, length));
  return bytes;
}

/** The way of Excel 2010 and later: a random key for the data, itself locked with the password. */
async function openAgile(xml: Uint8Array, blocks: Bytes): Promise<Bytes> {
  const { data, password } = agileInfo(xml);
  const own = algorithmOf(password);
  const rounds = Number(password.get("spinCount"));
  if (!(rounds >= 0 && rounds <= mostRounds)) throw new Refusal("file.locked");
  const base = spun(own.hash, own.salt, rounds);
  const unlock = (purpose: readonly number[], value: Bytes): Promise<Bytes> =>
    decryptCbc(fitted(own.hash(joined(base, Uint8Array.from(purpose))), own.keyBytes), own.salt, value);
  const whole = (bytes: Bytes): Bytes => bytes.slice(0, bytes.length & ~15);
  const input = await unlock(
    [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
    whole(base64(password.get("encryptedVerifierHashInput"))),
  );
  const value = await unlock(
    [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
    whole(base64(password.get("encryptedVerifierHashValue"))),
  );
  const proof = own.hash(input);
  if (!sameBytes(proof, value.subarray(0, proof.length))) throw new Refusal("file.locked");
  const keyValue = await unlock(
    [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
    whole(base64(password.get("encryptedKeyValue"))),
  );
  const { hash, salt, keyBytes } = algorithmOf(data);
  const key = keyValue.slice(0, keyBytes);
  const plain = new Uint8Array(blocks.length);
  for (let at = 0; at < blocks.length; at += segment) {
    const vector = fitted(hash(joined(salt, number32(at / segment))), 16);
    plain.set(await decryptCbc(key, vector, blocks.slice(at, at + segment)), at);
  }
  return plain;
}
