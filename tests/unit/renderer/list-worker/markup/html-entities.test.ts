import * as fc from "fast-check";
import { expect, it } from "vitest";
import { unescapeHtml } from "../../../../../renderer/list-worker/markup/html-entities.ts";

/** The same as one expression, as slow as it is plain. */
function plainly(text: string): string {
  const named: Record<string, string> = { lt: "<", amp: "&", frac14: "¼" };
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,7}));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === "string") return Object.hasOwn(named, name) ? (named[name] ?? "") : whole;
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
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

it("does so for any mixture of what entities are made of", () => {
  const piece = fc.constantFrom(
    ..."& # x X ; a f F g 1 0 9 amp lt frac14 &amp; &#65; &#x41; &#55296; &#x1f600; &#128512 é".split(" "),
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
