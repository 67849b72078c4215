import { describe, expect, test } from "vitest";
import { type CountryCode } from "../../../../shared/recipients/phone-country.ts";
import { createPhoneReader, describeQuestion } from "../../../../shared/recipients/phone-number.ts";

function read(cell: string, country: CountryCode = "UA", answers: Record<string, string> = {}) {
  const reading = createPhoneReader(country, answers)(cell, "text");
  return { ...reading, reasons: reading.reasons.map((reason) => reason.code) };
}

describe("a question about a column", () => {
  test("is asked where 8 may be the old trunk prefix or Russia's", () => {
    expect(read("8 (926) 555-12-34")).toMatchObject({ verdict: "to-decide", digits: null, question: "trunk-8:UA-RU" });
    expect(read("80671234567")).toMatchObject({ verdict: "to-decide", question: "trunk-8:UA-RU" });
    expect(read("80671234567", "RU")).toMatchObject({ verdict: "to-decide", question: "trunk-8:RU-UA" });
  });

  test("is not asked where 8 is the country's own trunk prefix today", () => {
    expect(read("8 (926) 555-12-34", "RU")).toMatchObject({ verdict: "repaired", digits: "79265551234" });
    expect(read("8 701 123 45 67", "KZ").digits).toBe("77011234567");
    expect(read("8 029 123 45 67", "BY").digits).toBe("375291234567");
    expect(read("8 (495) 123-45-67", "RU").digits).toBe("74951234567");
    expect(read("8 926 555 12 34", "PL")).toMatchObject({ verdict: "invalid", offered: "79265551234" });
  });

  test("about 8 is decided by its answer, and a number that the answer does not fit is invalid", () => {
    const ukrainian = { "trunk-8:UA-RU": "UA" };
    const russian = { "trunk-8:UA-RU": "RU" };
    expect(read("8 067 123 45 67", "UA", ukrainian)).toMatchObject({
      verdict: "repaired",
      digits: "380671234567",
      reasons: ["trunk-8-answered"],
    });
    expect(read("8 926 555 12 34", "UA", russian).digits).toBe("79265551234");
    expect(read("8 926 555 12 34", "UA", ukrainian)).toMatchObject({ verdict: "invalid", digits: null });
  });

  test("is asked where bare digits are a number at home and abroad, one question for the whole column", () => {
    expect(read("2015593843", "US")).toMatchObject({ verdict: "to-decide", question: "two-readings:US" });
    expect(read("3212345678", "US").question).toBe("two-readings:US");
    expect(read("3906123456", "IT").question).toBe("two-readings:IT");
    expect(read("84951234567", "RU").question).toBe("two-readings:RU");
  });

  test("is not asked of digits that a plus, a calling code or their grouping makes clear", () => {
    expect(read("+2015593843", "US").digits).toBe("2015593843");
    expect(read("12015593843", "US").digits).toBe("12015593843");
    expect(read("(201) 559-3843", "US").digits).toBe("12015593843");
    expect(read("201-559-3843", "US").digits).toBe("12015593843");
    expect(read("4915112345678", "DE")).toMatchObject({ verdict: "ready", digits: "4915112345678" });
  });

  test("about two readings is decided by its answer", () => {
    expect(read("2015593843", "US", { "two-readings:US": "US" }).digits).toBe("12015593843");
    expect(read("2015593843", "US", { "two-readings:US": "international" }).digits).toBe("2015593843");
  });

  test("is asked once of all numbers that are none at home but valid with a plus in front", () => {
    const asked = { verdict: "to-decide", digits: null, question: "with-plus:UA", reasons: ["with-plus"] };
    expect(read("48512345678")).toMatchObject({ ...asked, offered: "48512345678" });
    expect(read("44 7400 123456")).toMatchObject({ ...asked, offered: "447400123456" });
    expect(read("48512345678", "UA", { "with-plus:UA": "international" })).toMatchObject({
      verdict: "repaired",
      digits: "48512345678",
      reasons: ["read-as-international"],
    });
    expect(read("48512345678", "UA", { "with-plus:UA": "none" })).toMatchObject({
      verdict: "invalid",
      digits: null,
      offered: "48512345678",
      reasons: ["too-long"],
    });
    expect(read("+48512345678").digits).toBe("48512345678");
    expect(read("380671234567").verdict).toBe("ready");
  });

  test("about a plus that is not answered costs a cell neither its good number nor the offer of the other", () => {
    expect(read("0671234567; 48512345678")).toMatchObject({
      verdict: "repaired",
      digits: "380671234567",
      offered: "48512345678",
      reasons: ["second-number", "trunk-replaced"],
    });
  });

  test("offers what each choice makes of the sample and proposes the default country where it fits", () => {
    expect(describeQuestion("trunk-8:UA-RU", "8 067 123 45 67", { country: "UA", answers: {} })).toEqual({
      kind: "trunk-8",
      choices: [
        { id: "UA", country: "UA", result: "380671234567", proposed: true },
        { id: "RU", country: "RU", result: "", proposed: false },
      ],
    });
    expect(
      describeQuestion("trunk-8:UA-RU", "8 926 555 12 34", { country: "UA", answers: {} }).choices[1]?.proposed,
    ).toBe(true);
    expect(describeQuestion("two-readings:US", "2015593843", { country: "US", answers: {} })).toEqual({
      kind: "two-readings",
      choices: [
        { id: "US", country: "US", result: "12015593843", proposed: true },
        { id: "international", country: "EG", result: "2015593843", proposed: false },
      ],
    });
    expect(describeQuestion("with-plus:UA", "48512345678", { country: "UA", answers: {} })).toEqual({
      kind: "with-plus",
      choices: [
        { id: "international", country: "PL", result: "48512345678", proposed: true },
        { id: "none", country: "001", result: "", proposed: false },
      ],
    });
  });
});
