import * as fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { nativeSha256 } from "../../../../electron/native-sha256.ts";
import { librarySha256 } from "../../../../renderer/list-worker/sha256.ts";
import { contentDigest, createDigest } from "../../../../shared/message/digest.ts";

const digestOf = (messages: readonly (readonly [string, string])[]) => {
  const digest = createDigest(nativeSha256);
  for (const [number, text] of messages) digest.add(number, text);
  return digest.hex();
};

describe("the digest", () => {
  test("is SHA-256 over lengths and UTF-16 code units", () => {
    const field = (text: string) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      return Buffer.concat([length, Buffer.from(text, "utf16le")]);
    };
    const messages = [
      ["380671234567", "Привіт 😀"],
      ["48501234567", "x".repeat(70_000)],
    ] as const;
    const bytes = Buffer.concat(messages.flat().map(field));
    expect(digestOf(messages)).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test("differs when a number, a text or the order differs", () => {
    const two = [
      ["380671234567", "a"],
      ["380671234568", "b"],
    ] as const;
    const others = [[two[1], two[0]], [two[0]], [["380671234567", "ab"], two[1]], []] as const;
    expect(new Set([two, ...others].map((messages) => digestOf(messages))).size).toBe(5);
  });

  test("keeps number and text apart", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (text, rest) => {
        expect(digestOf([["1", text + rest]])).not.toBe(digestOf([[`1${text}`, rest]]));
      }),
    );
  });

  test("of content is the same in whatever order the people come", () => {
    const a = { number: "380671234567", text: "a" };
    const b = { number: "380501234567", text: "b" };
    expect(contentDigest([a, b], nativeSha256)).toBe(contentDigest([b, a], nativeSha256));
    expect(contentDigest([a, b], nativeSha256)).not.toBe(contentDigest([a, { ...b, text: "c" }], nativeSha256));
  });

  test("is the same by the window's SHA-256 and by main's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.uint8Array({ maxLength: 200 })), (text, pieces) => {
        expect(librarySha256.ofText(text)).toBe(nativeSha256.ofText(text));
        const [window, main] = [librarySha256.create(), nativeSha256.create()];
        for (const piece of pieces) {
          window.update(piece);
          main.update(piece);
        }
        expect(window.hex()).toBe(main.hex());
      }),
    );
  });
});
