import { describe, expect, it } from "vitest";
import { detectEncoding } from "../../../../../renderer/list-worker/text/encoding.ts";
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
