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
    "1. Коваль Олена - 067 123 45 67",
    "2) Олена: +380671234567",
    "Олена,0671234567",
    "0671234567/Олена",
    "мама-0671234567",
    '"Olena" <0671234567>',
    "тел: +380671234567, адреса: Київ, вул. Лесі 5",
    "тел. 067 123 45 67, e-mail: o1985@x.ua",
    "ira@x.ua, 0671234567",
    "067 123 45 67 (після 18.00)",
    "067 123 45 67 дзвонити з 9 до 18",
    "0671234567 кв. 12",
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
    ["Оля 5 0671234567", "other digits stand beside"],
    ["0671234567 - 2 Оля", "other digits stand beside"],
    ["0671234567 кв.12а", "a letter touches digits"],
    ["Оля 0671234567, нар. 12.05.1990", "other digits are more than an hour or a house"],
    ["Оля 0671234567 рахунок 12345", "other digits are more than an hour or a house"],
    ["Оля 0671234567 картка 4149499123456789", "not each of its numbers is one"],
    ["olya0671234567@example.com", "it is an address"],
    ["Київ 02000", "it is no number"],
    ["Оля 12345678901234567", "it is no number"],
    ["відділ 044 123 45 67", "a text may not arrive there"],
  ])("%s is offered as nothing: %s", (cell) => {
    expect(read(cell, "text")).toMatchObject({ verdict: "invalid", digits: null, offered: null });
  });

  test.each([
    "067 123 45 67 мама 050 111 22 33 тато",
    "мама - 0671234567, тато - 0501112233",
    "1. Петро 067 123 45 67, Олена 050 111 22 33",
  ])("%s holds several, of which the first is offered", (cell) => {
    expect(read(cell, "text")).toMatchObject({
      verdict: "invalid",
      digits: null,
      reasons: [{ code: "words-beside" }],
      offered: "380671234567",
    });
  });

  test("a landline among several is not offered before a mobile", () => {
    expect(read("мама 044 123 45 67, тато 067 123 45 67", "text").offered).toBe("380671234567");
  });

  test("numbers of any length do not grow by an hour behind words", () => {
    const german = createPhoneReader("DE", {});
    expect(german("0171 1234567 (ab 18 Uhr)", "text").offered).toBe("491711234567");
    expect(german("0171 1234567 18 Uhr", "text").offered).toBeNull();
  });
});
