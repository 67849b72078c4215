import { expect, test } from "vitest";
import { listedNumbers, readCellText, withoutExtension } from "../../../../shared/recipients/phone-text.ts";

test("writing that is no number is taken away, and said", () => {
  expect(readCellText("\u200e'＋380\u00a067–1234567", "text")).toEqual({
    kind: "text",
    text: "+380 67-1234567",
    cleaned: [
      { code: "hidden-removed", params: {} },
      { code: "foreign-digits", params: {} },
      { code: "apostrophe-removed", params: {} },
    ],
  });
});

test("digits of every script are read by their value", () => {
  for (const zero of [0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1d7d8, 0x1fbf0]) {
    const cell = [3, 8, 0, 9, 1].map((value) => String.fromCodePoint(zero + value)).join("");
    expect(readCellText(cell, "text")).toMatchObject({ kind: "text", text: "38091" });
  }
});

test("superscripts, fractions and circled digits are no digits", () => {
  for (const cell of ["067123456²", "06712345½7", "06712345①7"]) {
    expect(readCellText(cell, "text").kind).toBe("refused");
  }
});

test("an extension is left off only where it is marked as one", () => {
  expect(withoutExtension("067 123 45 67 доб. 12")).toEqual({ text: "067 123 45 67", extension: "12" });
  expect(withoutExtension("067 123 45 67 (ext 12)")).toEqual({ text: "067 123 45 67", extension: "12" });
  expect(withoutExtension("067 123 45 67")).toEqual({ text: "067 123 45 67", extension: null });
  expect(withoutExtension("067123456x7").extension).toBeNull();
});

test("numbers stand apart by lines, semicolons, bars and words", () => {
  expect(listedNumbers("067 1; 050 2\n063 3 або 093 4 | 095 5")).toEqual(["067 1", "050 2", "063 3", "093 4", "095 5"]);
  expect(listedNumbers("+380 67 123 4567 ::: +380 50 123 4567")).toEqual(["+380 67 123 4567", "+380 50 123 4567"]);
  expect(listedNumbers("+380671234567;ext=12")).toEqual(["+380671234567 ext=12"]);
});

test("a page of signs is no number, and is not looked through for one", () => {
  const rest = " ".repeat(32_000);
  for (const cell of [`067${rest}1234567`, `${"(".repeat(32_000)}0671234567`, "0 ".repeat(16_000)]) {
    expect(readCellText(cell, "text")).toMatchObject({ kind: "refused", reason: { code: "cell-too-long" } });
  }
  expect(readCellText(`0671234567 x${rest}x`, "text")).toMatchObject({ reason: { code: "letters" } });
  expect(readCellText("+380671234567\n".repeat(10), "text").kind).toBe("text");
});

test("a page of spaces or pictures in a phone cell costs what a page of letters does, not one going over for each", () => {
  const fastest = (cell: string): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const begun = performance.now();
        readCellText(cell, "text");
        return performance.now() - begun;
      }),
    );
  // Of the shape and the length of the others, but with letters in place of their signs.
  const letters = fastest(`x${" y".repeat(8_000)}1`);
  for (const sign of ["  ", " ☎", "☎☎", "☎ "]) expect(fastest(`x${sign.repeat(8_000)}1`)).toBeLessThan(letters * 50);
});
