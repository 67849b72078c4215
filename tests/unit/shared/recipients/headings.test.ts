import { describe, expect, it } from "vitest";
import { headingKind, isKnownHeading } from "../../../../shared/recipients/headings.ts";

describe("headingKind", () => {
  it.each([
    ["Phone", "phone"],
    ["phone_number", "phone"],
    ["PhoneNumber", "phone"],
    ["Номер телефону", "phone"],
    ["Тел.", "phone"],
    ["Telefonnummer", "phone"],
    ["Numer telefonu", "phone"],
    ["Teléfono", "phone"],
    ["To", "phone"],
    ["Mobile phone", "mobile"],
    ["Мобільний", "mobile"],
    ["Сотовый телефон", "mobile"],
    ["Handy", "mobile"],
    ["Móvil", "mobile"],
    ["Order ID", "not-phone"],
    ["Total", "not-phone"],
    ["Name", null],
    ["Телевізор", null],
    ["Tom", null],
    ["Reply to all", null],
    ["", null],
  ])("%s is %s", (heading, kind) => {
    expect(headingKind(heading)).toBe(kind);
  });
});

describe("isKnownHeading", () => {
  it("knows the usual names of columns, and takes no sentence for one", () => {
    expect(isKnownHeading("First name")).toBe(true);
    expect(isKnownHeading("Прізвище")).toBe(true);
    expect(isKnownHeading("Olena")).toBe(false);
    expect(isKnownHeading("This is the list of all customers by name")).toBe(false);
  });
});
