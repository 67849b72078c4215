import * as fc from "fast-check";
import { split } from "split-sms";
import { describe, expect, test } from "vitest";
import { countParts } from "../../../../shared/message/parts.ts";

describe("parts", () => {
  test.each([
    ["a".repeat(160), 1, 0],
    ["a".repeat(161), 2, 145],
    ["a".repeat(306), 2, 0],
    ["a".repeat(307), 3, 152],
    ["ж".repeat(70), 1, 0],
    ["ж".repeat(71), 2, 63],
    ["ж".repeat(134), 2, 0],
    ["ж".repeat(135), 3, 66],
    ["", 0, 160],
  ])("of %j are counted with the room that is left", (text, parts, roomLeft) => {
    expect(countParts(text)).toMatchObject({ parts, roomLeft });
  });

  test("of a one-part text may end in an extension character at unit 160", () => {
    expect(countParts(`${"a".repeat(158)}€`)).toMatchObject({ parts: 1, units: 160, roomLeft: 0 });
  });

  test("never split an extension character: a part of 152 leaves its last unit empty", () => {
    expect(countParts(`${"a".repeat(152)}€${"a".repeat(151)}`)).toMatchObject({ units: 305, parts: 2, roomLeft: 0 });
    expect(countParts(`${"a".repeat(152)}€${"a".repeat(152)}`)).toMatchObject({ units: 306, parts: 3, roomLeft: 152 });
  });

  test("never split a surrogate pair: a part of 66 leaves its last unit empty", () => {
    expect(countParts(`${"ж".repeat(66)}😀${"ж".repeat(65)}`)).toMatchObject({ units: 133, parts: 2, roomLeft: 0 });
    expect(countParts(`${"ж".repeat(66)}😀${"ж".repeat(66)}`)).toMatchObject({ units: 134, parts: 3, roomLeft: 66 });
  });

  test("are at most five", () => {
    expect(countParts("a".repeat(765)).overLimit).toBe(false);
    expect(countParts("a".repeat(766)).overLimit).toBe(true);
    expect(countParts("ж".repeat(335)).overLimit).toBe(false);
    expect(countParts("ж".repeat(336)).overLimit).toBe(true);
    expect(countParts("€".repeat(380)).overLimit).toBe(false);
    expect(countParts("€".repeat(381))).toMatchObject({ units: 762, parts: 6, overLimit: true });
  });

  test("count an emoji of one code point as two units", () => {
    expect(countParts("😀!")).toMatchObject({ encoding: "ucs2", units: 3 });
  });

  test("are those of a message laid out character by character", () => {
    const unit = fc.constantFrom("a", "é", "€", "[", "ж", "😀", "\ud83d");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 420 }), fc.boolean(), (chars, latinOnly) => {
        const text = (latinOnly ? chars.filter((char) => "aé€[".includes(char)) : chars).join("");
        const count = countParts(text);
        const laidOut = layOut(text, count.encoding);
        expect(count.parts).toBe(laidOut.length);
        expect(count.units).toBe(laidOut.reduce((sum, part) => sum + part, 0));
        const size = count.encoding === "gsm7" ? [160, 153] : [70, 67];
        if (text !== "") expect(count.roomLeft).toBe(size[laidOut.length > 1 ? 1 : 0]! - laidOut.at(-1)!);
      }),
      { numRuns: 500 },
    );
  });

  test("agree with split-sms, which counts an empty text as one part and is not asked about lone surrogates", () => {
    const unit = fc.constantFrom(...Array.from("ab é€[]{}ж😀"));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 420 }), fc.boolean(), (chars, latinOnly) => {
        const text = (latinOnly ? chars.filter((char) => !"ж😀".includes(char)) : chars).join("") || "a";
        const theirs = split(text, { summary: true });
        const ours = countParts(text);
        expect(ours.parts).toBe(theirs.parts.length);
        expect(ours.encoding).toBe(theirs.characterSet === "GSM" ? "gsm7" : "ucs2");
      }),
      { numRuns: 500 },
    );
  });
});

/** Units in each part when characters are put into parts one after the other. */
function layOut(text: string, encoding: "gsm7" | "ucs2"): number[] {
  const unitsOf = (char: string) => (encoding === "ucs2" ? char.length : "€[]{}\\^~|\f".includes(char) ? 2 : 1);
  const pack = (limit: number) => {
    const parts: number[] = [];
    for (const char of text) {
      const units = unitsOf(char);
      const last = parts.at(-1);
      if (last === undefined || last + units > limit) parts.push(units);
      else parts[parts.length - 1] = last + units;
    }
    return parts;
  };
  const single = pack(encoding === "gsm7" ? 160 : 70);
  return single.length <= 1 ? single : pack(encoding === "gsm7" ? 153 : 67);
}
