import { describe, expect, test } from "vitest";
import { createPhoneReader } from "../../../../shared/recipients/phone-number.ts";

describe("a number that is dialled abroad", () => {
  test.each([
    ["AU", "0011 44 7400 123456", "447400123456", "0011"],
    ["AU", "0011 1 415 555 2671", "14155552671", "0011"],
    ["HK", "001 65 9123 4567", "6591234567", "001"],
    ["JP", "010 44 7400 123456", "447400123456", "010"],
    ["JP", "00 44 7400 123456", "447400123456", "00"],
    ["AU", "00 44 7400 123456", "447400123456", "00"],
  ] as const)("is understood in %s as it is dialled there: %s", (country, cell, digits, prefix) => {
    expect(createPhoneReader(country, {})(cell, "text")).toMatchObject({
      digits,
      reasons: [{ code: "prefix-removed", params: { prefix } }],
    });
  });

  test("is nobody's where the prefix of the country and that of most others make two numbers of it", () => {
    // Singapore behind the 001 of Mongolia, Jamaica behind 00.
    const reading = createPhoneReader("MN", {})("001 65 8234 5678", "text");
    expect(reading).toMatchObject({ verdict: "invalid", digits: null, offered: "6582345678" });
  });

  test.each([
    // Singapore behind Indosat's prefix, which the plan has no more; Jamaica behind 00.
    ["001 65 8234 5678", "6582345678"],
    ["001 65 9123 4567", "6591234567"],
    ["001 60 12 345 6789", "60123456789"],
  ])("is offered in Indonesia by a prefix that is dialled no more, and never taken: %s", (cell, offered) => {
    expect(createPhoneReader("ID", {})(cell, "text")).toMatchObject({ verdict: "invalid", digits: null, offered });
  });

  test.each([
    ["008 65 8234 5678", "6582345678"],
    ["009 65 8234 5678", "6582345678"],
    ["00 65 8234 5678", "6582345678"],
    ["00 1 415 555 2671", "14155552671"],
    ["0812 3456 7890", "6281234567890"],
  ])("is taken in Indonesia as its plan has it today: %s", (cell, digits) => {
    expect(createPhoneReader("ID", {})(cell, "text")).toMatchObject({ digits });
  });
});
