import { describe, expect, test } from "vitest";
import { createPhoneReader } from "../../../../shared/recipients/phone-number.ts";

const read = createPhoneReader("UA", {});

describe("words of somebody's own beside a number", () => {
  test.each([
    "067 123 45 67 (Оля)",
    "Оля 0671234567",
    "тел. 067-123-45-67 (Оля, після обіду!)",
    "мама: +380671234567",
    "0671234567 не дзвонити",
  ])("%s is offered without them, and never taken by itself: they may say not to", (cell) => {
    expect(read(cell, "text")).toMatchObject({
      verdict: "invalid",
      digits: null,
      reasons: [{ code: "words-beside" }],
      offered: "380671234567",
    });
  });

  test.each([
    ["067123456O", "a letter that may stand for a digit touches it"],
    ["067 123 456 O", "one letter alone may stand for a digit"],
    ["067 123 45 ОО", "letters may stand for zeros"],
    ["067 12З 45 67", "a letter is among the digits"],
    ["Lenina 5, 0671234567", "other digits stand beside"],
    ["0671234567 кв. 12", "other digits stand beside"],
    ["olya0671234567@example.com", "it is an address"],
    ["Київ 02000", "it is no number"],
    ["Оля 12345678901234567", "it is no number"],
    ["відділ 044 123 45 67", "a text may not arrive there"],
  ])("%s is offered as nothing: %s", (cell) => {
    expect(read(cell, "text")).toMatchObject({ verdict: "invalid", digits: null, offered: null });
  });
});
