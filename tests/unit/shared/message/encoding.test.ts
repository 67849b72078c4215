import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encodingOf,
  gsmBasic,
  gsmExtension,
  gsmUnits,
  nonGsmCharacters,
  replaceMarks,
} from "../../../../shared/message/encoding.ts";

describe("GSM 7-bit", () => {
  test("has 127 basic characters beside the escape, and 10 of the extension table", () => {
    expect(new Set(gsmBasic).size).toBe(127);
    expect(gsmBasic).toHaveLength(127);
    expect(new Set(gsmExtension).size).toBe(10);
  });

  test("counts basic characters once and those of the extension table twice", () => {
    expect(gsmUnits("abc@ñ")).toBe(5);
    expect(gsmUnits("€[]")).toBe(6);
    expect(gsmUnits("ç")).toBe(-1);
    expect(gsmUnits("\t")).toBe(-1);
  });

  test("is left for UCS-2 by a single other character", () => {
    expect(encodingOf("Grüße, Ärger, Ångström")).toBe("gsm7");
    expect(encodingOf("Привіт")).toBe("ucs2");
    expect(encodingOf("fine…")).toBe("ucs2");
    expect(encodingOf("")).toBe("gsm7");
  });
});

describe("the characters that force UCS-2", () => {
  test("are named with their places and lookalikes", () => {
    expect(nonGsmCharacters("a“b”…😀ł")).toEqual([
      { index: 1, char: "“", name: "double-quote", replacement: '"' },
      { index: 3, char: "”", name: "double-quote", replacement: '"' },
      { index: 4, char: "…", name: "ellipsis", replacement: "..." },
      { index: 5, char: "😀", name: "emoji", replacement: null },
      { index: 7, char: "ł", name: "letter", replacement: null },
    ]);
  });

  test("are called emoji only where people would call them so, with all that belongs to one", () => {
    const names = (text: string) => nonGsmCharacters(text).map(({ name }) => name);
    expect(names("❤️👩\u200d👧👋🏽🇺🇦")).toEqual(Array.from("❤️👩\u200d👧👋🏽🇺🇦", () => "emoji"));
    expect(names("©®™№₴")).toEqual(["sign", "sign", "sign", "sign", "sign"]);
    expect(names("łж\u0301")).toEqual(["letter", "letter", "letter"]);
  });

  test("are replaced where a lookalike exists, and only there", () => {
    expect(replaceMarks("‘a’ – “b”\u00a0c…\u200b№")).toBe("'a' - \"b\" c...№");
    expect(replaceMarks("Привіт, “світе”")).toBe('Привіт, "світе"');
  });

  test("leave joiners within an emoji or a foreign word alone", () => {
    expect(replaceMarks("👩\u200d👧 and می\u200cخواهم")).toBe("👩\u200d👧 and می\u200cخواهم");
    expect(replaceMarks("a\u200db")).toBe("ab");
  });

  test("are Cyrillic letters in a Latin word, and never those of a word that may be Cyrillic", () => {
    expect(nonGsmCharacters("Hеllo")).toEqual([{ index: 1, char: "е", name: "look-alike", replacement: "e" }]);
    expect(replaceMarks("Summеr salе, СAFE")).toBe("Summer sale, CAFE");
    for (const text of ["Хто", "ХО", "Хe", "СМС від Ann", "Kиїв"]) expect(replaceMarks(text)).toBe(text);
  });

  test("are found in a very long word as in a short one", () => {
    // Read anew for every letter, a cell as long as Excel has them would take minutes.
    expect(nonGsmCharacters("aaе".repeat(10_922))).toHaveLength(10_922);
  });

  test("have lookalikes within GSM 7-bit only, and replacing twice changes nothing more", () => {
    const any = fc.string({ unit: fc.constantFrom(...Array.from("a“”’–…\u00a0\u200b\u2028\tж😀€•\u200d")) });
    fc.assert(
      fc.property(any, (text) => {
        for (const { index, char, replacement } of nonGsmCharacters(text)) {
          expect(text.startsWith(char, index)).toBe(true);
          if (replacement !== null) expect(encodingOf(replacement)).toBe("gsm7");
        }
        expect(replaceMarks(replaceMarks(text))).toBe(replaceMarks(text));
      }),
    );
  });
});
