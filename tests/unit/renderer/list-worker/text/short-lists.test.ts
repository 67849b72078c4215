import { describe, expect, test } from "vitest";
import { cellDecoder } from "../../../../../renderer/list-worker/text/cell-decoder.ts";
import { asciiFamily, detectEncoding } from "../../../../../renderer/list-worker/text/encoding.ts";
import { isSingleByte, type SingleByteEncoding } from "../../../../../renderer/list-worker/text/single-byte.ts";
import { encode } from "./encode.ts";
import { type Names, names } from "./names.ts";

/** Always the same numbers from 0 to `below` (Numerical Recipes' generator). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Lists of some lines each, in capitals or not, as they would be typed. */
function lists({ headings, first, last, towns }: Names, lines: number, capitals: boolean, howMany: number): string[] {
  const roll = dice(lines + (capitals ? 100 : 0));
  const one = (words: readonly string[]): string => words[roll(words.length)] ?? "";
  return Array.from({ length: howMany }, () => {
    const rows = Array.from(
      { length: lines },
      () => `${one(first)} ${one(last)};067${1_000_000 + roll(9_000_000)};${one(towns)}`,
    );
    const text = `${[one(headings), ...rows].join("\r\n")}\r\n`;
    return capitals ? text.toUpperCase() : text;
  });
}

/** The share of lists whose every letter is read as it was typed. */
function shareRead(texts: readonly string[], encoding: string): number {
  if (!isSingleByte(encoding)) throw new Error(encoding);
  const decode = cellDecoder(encoding);
  const right = texts.filter((text) => {
    const bytes = encode(text, encoding);
    const found = detectEncoding(bytes, null).encoding;
    return cellDecoder(found)(bytes, 0, bytes.length) === decode(bytes, 0, bytes.length);
  });
  return right.length / texts.length;
}

const cases = names.flatMap((of) => of.encodings.map((encoding) => ({ of, encoding, language: of.language })));
const howMany = 40;

describe("a short list", () => {
  test.each(cases)("of six lines in $language is read in $encoding, in capitals too", ({ of, encoding }) => {
    expect(shareRead(lists(of, 6, false, howMany), encoding)).toBeGreaterThan(0.97);
    expect(shareRead(lists(of, 6, true, howMany), encoding)).toBeGreaterThan(0.97);
  });

  // One line may hold a single telling letter: Calì and Calě, Szücs and Szűcs. The five rows of the check screen show it.
  test.each(cases)("of one line in $language is mostly read in $encoding", ({ of, encoding }) => {
    const most = of.seldom === true ? 0.5 : 0.85;
    expect(shareRead(lists(of, 1, false, howMany), encoding)).toBeGreaterThan(most);
    expect(shareRead(lists(of, 1, true, howMany), encoding)).toBeGreaterThan(most);
  });

  test.each<[string, SingleByteEncoding]>([
    ["Noël Château\r\nFrançois Lefèvre", "windows-1252"],
    ["ONDŘEJ KUČERA\r\nKATEŘINA ČERNÁ", "windows-1250"],
    ["Þorsteinn Ægir", "windows-1252"],
    ["Iñaki Ibáñez\r\nÀngels Mercè", "windows-1252"],
  ])("of few different letters is none of a language that is seldom met: %s", (text, encoding) => {
    expect(detectEncoding(encode(text, encoding), null).encoding).toBe(encoding);
  });

  test.each(names)("of three lines in $language is read in UTF-8 and UTF-16, marked or not", (of) => {
    for (const text of [...lists(of, 3, false, 10), ...lists(of, 3, true, 10)]) {
      const little = Buffer.from(text, "utf-16le");
      const ways: [string, Buffer][] = [
        ["utf-8", Buffer.from(text)],
        ["utf-8", Buffer.from(`\ufeff${text}`)],
        ["utf-16le", little],
        ["utf-16le", Buffer.from(`\ufeff${text}`, "utf-16le")],
        ["utf-16be", Buffer.from(little).swap16()],
        ["utf-16be", Buffer.from(`\ufeff${text}`, "utf-16le").swap16()],
      ];
      for (const [encoding, bytes] of ways) {
        const found = detectEncoding(bytes, null);
        expect(found.encoding).toBe(encoding);
        expect(new TextDecoder().decode(asciiFamily(bytes, found))).toBe(text);
      }
    }
  });
});
