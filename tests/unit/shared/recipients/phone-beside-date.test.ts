import { describe, expect, test } from "vitest";
import { createPhoneReader } from "../../../../shared/recipients/phone-number.ts";

/** In Latvia and Ghana 29112023 and 291120235 are people's mobiles: whoever has them is a stranger to the list. */
describe("a day beside something else in a cell", () => {
  test.each([
    ["LV", "29.11.2023 тел"],
    ["LV", "29.11.2023; 2789"],
    ["LV", "29.11.2023 or 2"],
    ["LV", "(29.11.2023)"],
    ["LV", "29.11.2023 -"],
    ["LV", "29/11/2023;"],
    ["LV", "29.11.2023 ext 5"],
    ["GH", "29.11.2023 /5"],
    ["DE", "29.11.2023 123"],
    ["AT", "1/2/2024 5557"],
  ] as const)("is nobody's number in %s: %j", (country, cell) => {
    const reading = createPhoneReader(country, {})(cell, "text");
    expect(reading).toMatchObject({ verdict: "invalid", digits: null, offered: null });
    expect(reading.reasons[0]?.code).toBe("date");
  });

  test.each(["29.11.2023, 21234567", "21234567, 29.11.2023", "29.11.2023\n21234567", "tel. 21234567; 29.11.2023"])(
    "is left off, and the number taken: %j",
    (cell) => {
      const reading = createPhoneReader("LV", {})(cell, "text");
      expect(reading).toMatchObject({ verdict: "repaired", digits: "37121234567", offered: null });
      expect(reading.reasons).toContainEqual({ code: "label-left-off", params: { label: "29.11.2023" } });
    },
  );

  test("is not offered as the number beside that of a line", () => {
    expect(createPhoneReader("LV", {})("1. 29.11.2023", "text")).toMatchObject({ verdict: "invalid", offered: null });
  });
});

test("the 0 of a decimal tail is no digit of a number that something stands behind either", () => {
  for (const [country, cell] of [
    ["PR", "787245678.0;"],
    ["AT", "551234.0|"],
    ["BW", "7113456.0,7113456"],
  ] as const) {
    expect(createPhoneReader(country, {})(cell, "text")).toMatchObject({ verdict: "invalid", digits: null });
  }
});
