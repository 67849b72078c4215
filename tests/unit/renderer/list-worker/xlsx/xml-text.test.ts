import * as fc from "fast-check";
import { expect, it } from "vitest";
import { unescapeXml } from "../../../../../renderer/list-worker/xlsx/xml-text.ts";

/** The same as one expression, as slow as it is plain. */
function plainly(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return text.replace(/&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (_, hex, decimal, name) => {
    if (typeof name === "string") return named[name] ?? "";
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : "";
  });
}

it("resolves the five entities of XML and numeric ones, and leaves everything else as it is", () => {
  expect(unescapeXml("Tom &amp; Jerry &lt;&gt;&quot;&apos; &#1054;&#x41b;&#X435;ня")).toBe("Tom & Jerry <>\"' ОЛеня");
  expect(unescapeXml("&nbsp; &lol; &LT; &amp &; &#; &#x; &#12345678; AT&T; &#0;&#x110000;")).toBe(
    "&nbsp; &lol; &LT; &amp &; &#; &#x; &#12345678; AT&T; ",
  );
});

it("does so for any mixture of what entities are made of", () => {
  const piece = fc.constantFrom(
    ..."& # x X ; a f F g 1 0 9 amp lt gt &amp; &#65; &#x41; &#55296; &#x1f600; é".split(" "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      expect(unescapeXml(text)).toBe(plainly(text));
    }),
    { numRuns: 5_000 },
  );
});
