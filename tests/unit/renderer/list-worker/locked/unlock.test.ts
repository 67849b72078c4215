import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { fixture, openList, refusalOf } from "../open-list.ts";
import { cellsIn, readBook } from "../read-table.ts";
import { lockedByExcel2003 } from "./lock-stream.ts";

const hash = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((made, part) => made.update(part), createHash(name)).digest();
const number32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);

function encrypted(key: Uint8Array, vector: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** A workbook locked as Excel 2010 and later do it ([MS-OFFCRYPTO] 2.3.4.10), by Node's own cryptography. */
function lockedByExcel(
  workbook: Uint8Array,
  password: string,
  { name = "sha512", bits = 256, spins = 1_000 } = {},
): Uint8Array {
  const [salt, dataSalt, secret, proof] = [16, 16, bits / 8, 16].map((size) => randomBytes(size)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  let base = hash(name, salt, Buffer.from(password, "utf-16le"));
  for (let round = 0; round < spins; round++) base = hash(name, number32(round), base);
  const fitted = (bytes: Buffer, size: number): Buffer =>
    Buffer.concat([bytes, Buffer.alloc(64, 0x36)]).subarray(0, size);
  const lock = (purpose: string, plain: Uint8Array): string =>
    encrypted(fitted(hash(name, base, Buffer.from(purpose, "hex")), bits / 8), salt, plain).toString("base64");
  const common = `saltSize="16" blockSize="16" keyBits="${bits}" hashSize="${proof.length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${name.toUpperCase()}"`;
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns:p="p"><keyData ${common} saltValue="${dataSalt.toString("base64")}"/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${spins}" ${common} saltValue="${salt.toString("base64")}" ` +
    `encryptedVerifierHashInput="${lock("fea7d2763b4b9e79", proof)}" encryptedVerifierHashValue="${lock("d7aa0f6d3061344e", hash(name, proof))}" encryptedKeyValue="${lock("146e0be7abacd0d6", secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const segments: Buffer[] = [];
  for (let at = 0; at < workbook.length; at += 4_096) {
    const vector = hash(name, dataSalt, number32(at / 4_096)).subarray(0, 16);
    segments.push(encrypted(secret, vector, workbook.subarray(at, at + 4_096)));
  }
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/EncryptionInfo", Buffer.concat([Buffer.from("0400040040000000", "hex"), Buffer.from(xml)]));
  CFB.utils.cfb_add(file, "/EncryptedPackage", Buffer.concat([number32(workbook.length), number32(0), ...segments]));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Uint8Array);
}

describe("workbooks that are locked", () => {
  it.each(["velvet.xlsx", "velvet.xls", "velvet-2003.xls"])(
    "%s opens without asking, as in every office program",
    async (name) => {
      const open = await readBook(fixture(name.replace(/velvet(-2003)?/, "customers")));
      expect(cellsIn(await readBook(fixture(name)))).toEqual(cellsIn(open));
      expect((await (await openList(fixture(name))).engine.people(0)).numbers).toHaveLength(3);
    },
  );

  it.each([
    ["sha512", 256],
    ["sha384", 192],
    ["sha256", 256],
    ["sha1", 128],
  ])("so does one that newer versions of Excel lock, with %s and %d bits", async (name, bits) => {
    const whole = fixture("customers.xlsx");
    expect(cellsIn(await readBook(lockedByExcel(whole, "VelvetSweatshop", { name, bits })))).toEqual(
      cellsIn(await readBook(whole)),
    );
  });

  it.each([40, 56, 64, 128])("so does one that Excel 2003 locks, with %d bits", async (bits) => {
    const whole = fixture("customers.xls");
    const locked = lockedByExcel2003(whole, "VelvetSweatshop", bits);
    expect(cellsIn(await readBook(locked))).toEqual(cellsIn(await readBook(whole)));
    expect(await refusalOf(lockedByExcel2003(whole, "secret", bits))).toBe("file.locked");
  });

  it("every other password is refused, in words that say so", async () => {
    for (const name of ["locked.xlsx", "locked.xls", "locked.ods"])
      expect(await refusalOf(fixture(name))).toBe("file.locked");
    expect(await refusalOf(lockedByExcel(fixture("customers.xlsx"), "secret"))).toBe("file.locked");
  });

  it("a lock that would take for ever to try is not tried", async () => {
    const locked = Buffer.from(lockedByExcel(fixture("customers.xlsx"), "VelvetSweatshop", { spins: 1_000 }));
    const at = locked.indexOf('spinCount="1000"');
    locked.write('spinCount="9e99"', at);
    expect(await refusalOf(new Uint8Array(locked))).toBe("file.locked");
  });
});
