import * as fc from "fast-check";
import { expect, it } from "vitest";
import { unescapeHtml } from "../../../../../renderer/list-worker/markup/html-entities.ts";

const windows1252 = new TextDecoder("windows-1252");

/** What a browser shows for a number between 128 and 159. */
function signOfWindows(code: number): string {
  const isNone = [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(code);
  return isNone ? String.fromCharCode(code) : windows1252.decode(Uint8Array.of(code));
}

/** The same as one expression, as slow as it is plain. */
function plainly(text: string): string {
  const named: Record<string, string> = { lt: "<", amp: "&", frac14: "¼" };
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === "string") return Object.hasOwn(named, name) ? (named[name] ?? "") : whole;
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    if (code >= 0x80 && code <= 0x9f) return signOfWindows(code);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : "";
  });
}

it("resolves named entities and numeric ones, with or without their semicolon, and leaves everything else as it is", () => {
  expect(unescapeHtml("Tom &amp; Jerry&nbsp;&lt;&gt &numero;5 &frac14; &#1054;&#x43b&#X435;ня")).toBe(
    "Tom & Jerry\u00a0<> №5 ¼ Оленя",
  );
  expect(unescapeHtml("&lol; &LT; & &; &#; &#x; &a; &ampere; AT&T; &#0;&#x110000;&#9999999;")).toBe(
    "&lol; &LT; & &; &#; &#x; &a; &ampere; AT&T; ",
  );
});

it("resolves the names that scripts give to letters of Greek, Cyrillic and the east of Europe, with their semicolon", () => {
  expect(
    unescapeHtml("&Gamma;&iota;ώ&rho;&gamma;&omicron;&sigmaf; &Scaron;&aacute;rka Dvo&rcaron;&aacute;k&minus;"),
  ).toBe("Γιώργος Šárka Dvořák−");
  expect(unescapeHtml("&Ocy;&lcy;&iecy;&ncy;&acy; &YIcy;&zhcy;&acy;&kcy; &Lstrok;ucja")).toBe("Олена Їжак Łucja");
  expect(unescapeHtml("R&pi Q&mu &scaron &Acy")).toBe("R&pi Q&mu &scaron &Acy");
});

it("resolves the numbers that Windows has for quotes and dashes as browsers do", () => {
  const signs = Array.from({ length: 32 }, (_, at) => `&#${128 + at};`).join("");
  const wanted = Array.from({ length: 32 }, (_, at) => signOfWindows(128 + at));
  expect(unescapeHtml(signs)).toBe(wanted.join(""));
  expect(unescapeHtml("O&#146;Neil &#x96; 5 &#150 6")).toBe("O’Neil – 5 – 6");
});

it("does so for any mixture of what entities are made of", () => {
  const piece = fc.constantFrom(
    ..."& # x X ; a f F g 1 0 8 9 amp lt frac14 &amp; &#65; &#x41; &#55296; &#x1f600; &#128512 é".split(" "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      expect(unescapeHtml(text)).toBe(plainly(text));
    }),
    { numRuns: 5_000 },
  );
});

it("does so in a text longer than is put together at a time, also where a character of two units meets its end", () => {
  for (const before of [4_093, 4_094, 4_095, 4_096]) {
    const text = `&lt;${"a".repeat(before)}&#x1f600;${"b".repeat(5_000)}&gt;`;
    expect(unescapeHtml(text)).toBe(`<${"a".repeat(before)}😀${"b".repeat(5_000)}>`);
  }
});
