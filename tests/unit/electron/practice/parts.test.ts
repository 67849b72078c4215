import { describe, expect, it } from "vitest";
import { countParts, mostParts } from "../../../../electron/practice/parts.ts";

/** Parts by the definition, unit by unit: 160 alone or 153 a part, and 70 or 67. */
function byDefinition(text: string, units: (character: string) => number, alone: number, each: number): number {
  const sizes = Array.from(text, units);
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

const gsm = (text: string): number =>
  byDefinition(text, (character) => ("\f^{}\\[~]|€".includes(character) ? 2 : 1), 160, 153);
const ucs2 = (text: string): number => byDefinition(text, (character) => character.length, 70, 67);

describe("countParts", () => {
  it("counts € as two and never lets it straddle a border", () => {
    for (let letters = 140; letters < 480; letters += 1) {
      for (const text of [`${"a".repeat(letters)}€${"b".repeat(9)}`, `€€${"a".repeat(letters)}€€`]) {
        expect.soft(countParts(text), `${letters} letters`).toBe(gsm(text));
      }
    }
  });

  it("never lets an emoji straddle a border", () => {
    for (let letters = 60; letters < 210; letters += 1) {
      const text = `${"ж".repeat(letters)}😀${"ж".repeat(5)}`;
      expect.soft(countParts(text), `${letters} letters`).toBe(ucs2(text));
    }
  });

  it("has the limits of the service at five parts", () => {
    expect(countParts("a".repeat(765))).toBe(mostParts);
    expect(countParts("a".repeat(766))).toBe(mostParts + 1);
    expect(countParts("ж".repeat(335))).toBe(mostParts);
    expect(countParts("ж".repeat(336))).toBe(mostParts + 1);
    expect(countParts("€".repeat(380))).toBe(mostParts);
    expect(countParts("€".repeat(381))).toBe(mostParts + 1);
  });
});
