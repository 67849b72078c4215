import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEncoding, isUtf8 } from "../../../../../renderer/list-worker/text/encoding.ts";
import { cellDecoder } from "../../../../../renderer/list-worker/text/cell-decoder.ts";
import type { SingleByteEncoding } from "../../../../../renderer/list-worker/text/single-byte.ts";
import { encode } from "./encode.ts";

const samples: Record<string, { encodings: SingleByteEncoding[]; texts: string[] }> = {
  Russian: {
    encodings: ["windows-1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic"],
    texts: ["Иван Петров;Москва", "ИВАНОВ ПЕТР СЕРГЕЕВИЧ", "Имя;Телефон;Город\nАнна Смирнова;8926\n", "ТЕЛЕФОН;ИМЯ"],
  },
  Ukrainian: {
    encodings: ["windows-1251", "koi8-u", "iso-8859-5", "mac-cyrillic"],
    texts: ["Олена Коваленко;Київ", "ШЕВЧЕНКО ТАРАС", "Юлія Поліщук", "Наталія Їжакевич, м. Чернівці"],
  },
  Polish: {
    encodings: ["windows-1250", "iso-8859-2"],
    texts: ["Anna Kowalska;Łódź", "Paweł Wiśniewski", "Grażyna Dąbrowska"],
  },
  Czech: { encodings: ["windows-1250", "iso-8859-2"], texts: ["Jiří Dvořák;Plzeň", "Tomáš Černý", "Lukáš Růžička"] },
  German: { encodings: ["windows-1252"], texts: ["Jürgen Müller;Köln", "Straße;Größe"] },
  French: { encodings: ["windows-1252"], texts: ["François Lefèvre;Orléans", "Prénom;Téléphone"] },
  Spanish: { encodings: ["windows-1252"], texts: ["José Muñoz;Málaga", "Íñigo Peña"] },
};

const cases = Object.entries(samples).flatMap(([language, { encodings, texts }]) =>
  encodings.flatMap((encoding) => texts.map((text) => ({ language, encoding, text }))),
);

/** What a decoder that refuses errors takes; a character cut off at the end is none yet. */
function strict(whole: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(whole, { stream: true });
    return true;
  } catch {
    return false;
  }
}

describe("detectEncoding", () => {
  it.each(cases)("reads $language in $encoding: $text", ({ encoding, text }) => {
    const bytes = encode(text, encoding);
    const found = detectEncoding(bytes, null).encoding;
    // Encodings that spell the same text are equally right.
    expect(cellDecoder(found)(bytes, 0, bytes.length)).toBe(text);
  });

  it("takes a mark at its word", () => {
    expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 65), null)).toEqual({
      encoding: "utf-8",
      bomLength: 3,
      mixedWith: null,
    });
    expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 0, 65), null)).toEqual({
      encoding: "utf-16be",
      bomLength: 2,
      mixedWith: null,
    });
  });

  it("finds UTF-16 without a mark by its NUL bytes, Cyrillic text too", () => {
    const bytes = new Uint8Array(Buffer.from("Ім'я;Телефон\r\nОлена;0671234567\r\n", "utf-16le"));
    expect(detectEncoding(bytes, null).encoding).toBe("utf-16le");
    expect(detectEncoding(new Uint8Array(Buffer.from(bytes).swap16()), null).encoding).toBe("utf-16be");
  });

  it("finds Cyrillic after a megabyte of plain letters", () => {
    const bytes = Buffer.concat([Buffer.from("plain;text\n".repeat(100_000)), encode("Привет, мир", "windows-1251")]);
    expect(detectEncoding(bytes, null).encoding).toBe("windows-1251");
  });

  it.each([
    ["O’Brien", "windows-1252"],
    ["Price €5 – 10", "windows-1252"],
    ["naïve", "windows-1252"],
    ["Anna’s café", "windows-1252"],
    ["Anna;№5", "windows-1251"],
  ] as const)("reads the lone sign of %s", (text, encoding) => {
    const bytes = encode(text, encoding);
    expect(cellDecoder(detectEncoding(bytes, null).encoding)(bytes, 0, bytes.length)).toBe(text);
  });

  it("does not take two letters for a character that stands in no list", () => {
    expect(detectEncoding(encode("JANA POSPÍŠIL;TŘEBÍČ", "windows-1250"), null).encoding).toBe("windows-1250");
    expect(detectEncoding(Buffer.from("Łukasz Ćwik"), null).encoding).toBe("utf-8");
  });

  it("finds the one byte that is no UTF-8 wherever in a long text it stands", () => {
    const text = Buffer.from("Олена;+380 67 123-45-67;Łódź;€ 5;😀\n".repeat(4_000));
    const wrong = fc.record({ at: fc.nat({ max: text.length - 1 }), byte: fc.nat({ max: 255 }) });
    const border = fc.record({ at: fc.integer({ min: 65_520, max: 65_560 }), byte: fc.nat({ max: 255 }) });
    const cut = fc.integer({ min: text.length - 20, max: text.length });
    const refused = { count: 0 };
    fc.assert(
      fc.property(fc.oneof(wrong, border), cut, ({ at, byte }, length) => {
        const changed = Buffer.from(text.subarray(0, length));
        changed[at] = byte;
        const answer = isUtf8(changed);
        if (!answer) refused.count++;
        expect([at, byte, length, answer]).toEqual([at, byte, length, strict(changed)]);
      }),
      { numRuns: 500 },
    );
    expect(refused.count).toBeGreaterThan(100);
  });

  it("calls UTF-8 what a decoder that refuses errors takes, up to the last character", () => {
    const text = fc.string({ unit: "binary", maxLength: 6 }).map((part) => Buffer.from(part.toWellFormed()));
    const edge = fc.constantFrom(0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5);
    const edges = fc.array(edge, { maxLength: 4 }).map((part) => Buffer.from(part));
    const parts = fc.array(fc.oneof(text, fc.uint8Array({ maxLength: 3 }), edges), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (several) => {
        const whole = Buffer.concat(several);
        expect([whole.toString("hex"), isUtf8(whole)]).toEqual([whole.toString("hex"), strict(whole)]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("does not hold a character cut off at the end against UTF-8", () => {
    expect(detectEncoding(Buffer.from("Олена").subarray(0, 9), null).encoding).toBe("utf-8");
  });

  it("decodes the euro and typographic quotes of windows-1252", () => {
    expect(cellDecoder("windows-1252")(Uint8Array.of(0x80, 0x93, 0x94, 0x99), 0, 4)).toBe("€“”™");
  });

  it("leaves the choice to the user", () => {
    expect(detectEncoding(encode("Привет", "windows-1251"), "koi8-r").encoding).toBe("koi8-r");
  });
});
