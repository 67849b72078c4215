import { describe, expect, test } from "vitest";
import { createPhoneReader } from "../../../../shared/recipients/phone-number.ts";

describe("a number of a plan that was changed", () => {
  test.each([
    ["MX", "+52 1 55 1234 5678", "525512345678"],
    ["MX", "5215512345678", "525512345678"],
    ["MX", "044 55 1234 5678", "525512345678"],
    ["MX", "1 55 1234 5678", "525512345678"],
    ["US", "+52 1 55 1234 5678", "525512345678"],
    ["BR", "(11) 8765-4321", "5511987654321"],
    ["BR", "+55 11 8765 4321", "5511987654321"],
    ["CI", "07 12 34 56", "2250707123456"],
    ["CI", "+225 45 12 34 56", "2250545123456"],
    ["BJ", "97 12 34 56", "2290197123456"],
    ["UA", "+229 97 12 34 56", "2290197123456"],
  ] as const)("is offered in %s as what it has become, and never taken: %s", (country, cell, offered) => {
    expect(createPhoneReader(country, {})(cell, "text")).toMatchObject({ verdict: "invalid", digits: null, offered });
  });

  test.each([
    ["MX", "+52 2 55 1234 5678"],
    ["BR", "(11) 2765-432"],
    ["CI", "+225 22 12 34 56"],
    ["BJ", "+229 21 12 34 5"],
  ] as const)("is none that never was one: %s %s", (country, cell) => {
    expect(createPhoneReader(country, {})(cell, "text")).toMatchObject({ verdict: "invalid", offered: null });
  });

  test("is itself where it still is one", () => {
    expect(createPhoneReader("BR", {})("(11) 98765-4321", "text")).toMatchObject({ digits: "5511987654321" });
    expect(createPhoneReader("MX", {})("55 1234 5678", "text")).toMatchObject({ digits: "525512345678" });
  });
});
