import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { type CountryCode } from "../../../../shared/recipients/phone-country.ts";
import { createPhoneReader, describeQuestion, readThoroughly } from "../../../../shared/recipients/phone-number.ts";
import { reasonCodes } from "../../../../shared/recipients/reason.ts";

function read(cell: string, country: CountryCode = "UA", answers: Record<string, string> = {}) {
  const reading = createPhoneReader(country, answers)(cell, "text");
  return { ...reading, reasons: reading.reasons.map((reason) => reason.code) };
}

describe("a phone cell", () => {
  test("is ready only when it is exactly what the service takes", () => {
    expect(read("380671234567")).toEqual({
      verdict: "ready",
      digits: "380671234567",
      reasons: [],
      warning: null,
      question: null,
      offered: null,
    });
  });

  test.each([
    ["+380671234567", "plus-removed"],
    ["+380 (67) 123-45-67", "signs-removed"],
    ["380 67 123 45 67", "signs-removed"],
    ["067 123 45 67", "trunk-replaced"],
    ["0671234567", "trunk-replaced"],
    ["067.123.45.67", "trunk-replaced"],
    ["067.1234567", "trunk-replaced"],
    ["067/123-45-67", "trunk-replaced"],
    ["671234567", "country-added"],
    ["00380671234567", "prefix-removed"],
    ["00 380 67 123 45 67", "prefix-removed"],
    ["+380 (0) 67 123 45 67", "trunk-left-out"],
    ["3800671234567", "trunk-left-out"],
    ["380671234567.0", "decimal-tail-cut"],
    ["380671234567,00", "decimal-tail-cut"],
    ["'380671234567", "apostrophe-removed"],
    ["380’671234567", "apostrophe-removed"],
    ['="380671234567"', "signs-removed"],
    ["380\u00a067\u202f1234567", "hidden-removed"],
    ["\u202a380671234567\u202c", "hidden-removed"],
    ["\ufeff380671234567", "hidden-removed"],
    ["380\u200b671234567", "hidden-removed"],
    ["＋３８０６７１２３４５６７", "foreign-digits"],
    ["٣٨٠٦٧١٢٣٤٥٦٧", "foreign-digits"],
    ["३८०६७१२३४५६७", "foreign-digits"],
    ["𝟑𝟖𝟎𝟔𝟕𝟏𝟐𝟑𝟒𝟓𝟔𝟕", "foreign-digits"],
    ["＋380671234567", "foreign-digits"],
    ["380–67–1234567", "signs-removed"],
    ["3.80671234567E+11", "spelled-out"],
    ["тел.: 380671234567", "label-left-off"],
    ["380671234567 (Viber)", "label-left-off"],
    ["(моб) 380671234567", "label-left-off"],
    ["380671234567 моб.", "label-left-off"],
    ["380671234567, 68", "label-left-off"],
    ["380671234567/13", "label-left-off"],
    ["моб: 067 123 45 67, роб: 044 490 12 12", "second-number"],
    ["тел. 044 490 12 12 (моб. 067 123 45 67)", "second-number"],
    ["tel. kom. 067 123 45 67, dom 044 490 12 12", "second-number"],
    ["моб. тел. 380671234567", "label-left-off"],
    ["tel:+380671234567", "label-left-off"],
    ["380671234567 ext. 12", "extension-left-off"],
    ["067 123 45 67 доб. 12", "extension-left-off"],
    ["067 123 45 67 x12", "extension-left-off"],
    ["tel:+380671234567;ext=12", "extension-left-off"],
    ["067 123 45 67 / 050 111 22 33", "second-number"],
    ["0671234567, 0501112233", "second-number"],
    ["0671234567; 0501112233", "second-number"],
    ["0671234567\n0501112233", "second-number"],
    ["0671234567 або 0501112233", "second-number"],
    ["0671234567 0501112233", "second-number"],
    ["+380671234567+380501112233", "second-number"],
  ])("like %j is repaired, and the first thing said is %s", (cell, reason) => {
    const reading = read(cell);
    expect(reading).toMatchObject({ verdict: "repaired", digits: "380671234567" });
    expect(reading.reasons[0]).toBe(reason);
  });

  test.each([
    ["3.80501E+11", "lost-digits"],
    ["3,80501E+11", "lost-digits"],
    ["0.671234567E9", "lost-digits"],
    ["38.0671234567E+10", "lost-digits"],
    ["067 123 45 67моб", "letters"],
    ["067 мобіль 123 45 67", "letters"],
    ["3,80501Е+11", "lost-digits"],
    ["3.8050111223E+11", "lost-digits"],
    ["32 45oo5o989", "letters"],
    ["O671234567", "letters"],
    ["067 CALL NOW", "letters"],
    ["INV-2023001234", "letters"],
    ["UA213223130000026007233566001", "letters"],
    ["067 123 45 67 Олена", "letters"],
    ["067***4567", "masked"],
    ["067 XXX XX 67", "masked"],
    ["067123456x", "masked"],
    ["0151 1234567x8", "masked"],
    ["38067ххх4567", "masked"],
    ["067 123 45 ##", "masked"],
    ["29.11.2023", "date"],
    ["29-11-2023", "date"],
    ["11/29/2023", "date"],
    ["2023-11-29", "date"],
    ["2023-11-29 10:15:00", "date"],
    ["2023-11-29 10", "date"],
    ["₴ 671234567", "price"],
    ["671234567 €", "price"],
    ["671234.50", "decimal-number"],
    ["671 234 567,80", "decimal-number"],
    ["671,234,567", "decimal-number"],
    ["67.1234567", "decimal-number"],
    ["192.168.100.200", "decimal-number"],
    ["067 12 45", "too-short"],
    ["+38067123456", "too-short"],
    ["06712345678", "too-long"],
    ["380671234567890", "too-long"],
    ["29 11 2023", "date"],
    ["2023.11.29.", "date"],
    ["2023. 11. 29.", "date"],
    ["20.10-10.09.2002", "date"],
    ["01.09.2023 - 30.09.2023", "date"],
    ["201210301245", "date"],
    ["-671234567", "decimal-number"],
    ["847-351-894 93", "document-number"],
    ["458-43-8553", "document-number"],
    ["4149 4991 2345 6789", "document-number"],
    ["4149-4991-2345-6789", "document-number"],
    ["4111111111111111", "document-number"],
    ["0011234567", "too-short"],
    ["+1 123 456 7890", "not-a-number-of"],
    ["+0671234567", "unknown-country"],
    ["+290 51234", "outside-service"],
    ["067 123 45 67 : 8", "unclear-signs"],
    ["067+1234567", "unclear-signs"],
    ["немає", "no-digits"],
    ["0671234567890123456789", "too-long"],
  ])("like %j is never turned into digits: %s", (cell, reason) => {
    const reading = read(cell);
    expect(reading).toMatchObject({ verdict: "invalid", digits: null });
    expect(reading.reasons).toEqual([reason]);
  });

  test.each(["", "  ", "-", "—", "\u00a0", "\u200b"])("like %j is empty", (cell) => {
    expect(read(cell).verdict).toBe("empty");
  });

  test("says how many digits are missing or too many", () => {
    const short = createPhoneReader("UA", {})("067 12 45", "text");
    expect(short.reasons).toEqual([{ code: "too-short", params: { missing: 3, country: "UA" } }]);
    const long = createPhoneReader("PL", {})("+48 501 234 567 89", "text");
    expect(long.reasons).toEqual([{ code: "too-long", params: { extra: 2, country: "PL" } }]);
  });

  test("loses a zero that a program wrote, before it can become the number's last digit", () => {
    expect(read("38067123456.0")).toMatchObject({ verdict: "invalid", digits: null });
    expect(read("06712345.00")).toMatchObject({ verdict: "invalid", digits: null });
    expect(read("067 123 45.00")).toMatchObject({ verdict: "invalid", digits: null });
  });

  test("with two numbers gives the first mobile one and offers the other", () => {
    expect(read("044 490-12-12 / 067 123 45 67")).toMatchObject({
      digits: "380671234567",
      offered: "380444901212",
      warning: null,
    });
    expect(read("0671234567; +380671234567")).toMatchObject({ digits: "380671234567", offered: null });
    expect(read("0509998877 / 06311122")).toMatchObject({ digits: "380509998877", offered: null });
    expect(read("0444901212/13")).toMatchObject({ digits: "380444901212", warning: "landline" });
    expect(read("501234567 602345678", "PL")).toMatchObject({ digits: "48501234567", offered: "48602345678" });
    expect(read("+49 151 12345678 +49 30 1234567", "DE")).toMatchObject({ digits: "4915112345678" });
  });

  test("is not cut into two numbers where it is one, or none", () => {
    expect(read("493 035 955 791 691 7", "DE")).toMatchObject({ digits: null, reasons: ["outside-service"] });
    expect(read("4336 6623 6497 48", "DK").digits).toBeNull();
    expect(read("6405 1020 7173 8894 3121", "DE").digits).toBeNull();
    expect(read("4904155353216031", "DE").digits).toBeNull();
    expect(read("0678-77/400 05 66", "SE").digits).toBe("46678774000566");
  });

  test("with a zero in brackets behind the country code is read without it, unless the zero may belong there", () => {
    expect(read("+48 (0) 501 234 567")).toMatchObject({ digits: "48501234567", reasons: ["trunk-left-out"] });
    expect(read("+39 (0) 6 6988 4857").digits).toBe("390669884857");
    expect(read("+39 (0) 437 740 0056", "IT")).toMatchObject({
      verdict: "invalid",
      digits: null,
      reasons: ["could-be-two"],
      offered: "394377400056",
    });
    expect(read("+247 (0) 71774").digits).toBeNull();
    expect(read("+36 (0) 68 097 7400").digits).toBeNull();
  });

  test("grouped in threes says nothing of its country", () => {
    expect(read("390 859 595", "IT")).toMatchObject({ verdict: "to-decide", question: "two-readings:IT" });
  });

  test("with a landline or a dear number is taken with a warning", () => {
    expect(read("(044) 490-12-12")).toMatchObject({ verdict: "repaired", warning: "landline" });
    expect(read("0900212345")).toMatchObject({ digits: "380900212345", warning: "premium" });
    expect(read("067 123 45 67").warning).toBeNull();
  });

  test("with a number of a workbook is read from its exact digits", () => {
    const reader = createPhoneReader("UA", {});
    expect(reader("380671234567", "number")).toMatchObject({ verdict: "ready", digits: "380671234567" });
    expect(reader("671234567", "number")).toMatchObject({ verdict: "repaired", digits: "380671234567" });
    for (const cell of ["-380671234567", "380671234567.5", "45259"]) {
      expect(reader(cell, "number")).toMatchObject({ verdict: "invalid", digits: null });
    }
  });

  test("that is no number at home but one with a plus is taken as that only when no slip could have made it so", () => {
    expect(read("48501234567")).toMatchObject({ digits: "48501234567", reasons: ["read-as-international"] });
    expect(read("9592112345")).toMatchObject({ verdict: "invalid", digits: null, offered: "9592112345" });
  });
});

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

  test("offers what each choice makes of the sample and proposes the default country where it fits", () => {
    expect(describeQuestion("trunk-8:UA-RU", "8 067 123 45 67", "UA")).toEqual({
      kind: "trunk-8",
      choices: [
        { id: "UA", country: "UA", result: "380671234567", proposed: true },
        { id: "RU", country: "RU", result: "", proposed: false },
      ],
    });
    expect(describeQuestion("trunk-8:UA-RU", "8 926 555 12 34", "UA").choices[1]?.proposed).toBe(true);
    expect(describeQuestion("two-readings:US", "2015593843", "US")).toEqual({
      kind: "two-readings",
      choices: [
        { id: "US", country: "US", result: "12015593843", proposed: true },
        { id: "international", country: "EG", result: "2015593843", proposed: false },
      ],
    });
  });
});

const numbers = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  return number === undefined ? [] : [{ country, number }];
});

describe("the mobile number of every country", () => {
  test("comes out right, or as a question, in whatever way it is written", () => {
    const spaces = ["\u00a0", "\u2009", " ", "-", ".", "\u2011"];
    for (const { country, number } of numbers) {
      const digits = number.number.slice(1);
      const certain = [
        number.number,
        number.formatInternational(),
        `00${digits}`,
        number.getURI(),
        `\u202a${number.number}\u202c`,
        ...spaces.map((space) => number.formatInternational().replaceAll(" ", space)),
      ];
      const expected = digits.length < 9 ? null : digits;
      for (const cell of certain)
        expect([country, cell, read(cell, country).digits]).toEqual([country, cell, expected]);
      for (const cell of [digits, number.formatNational(), number.nationalNumber, `${digits}.0`]) {
        const reading = read(cell, country);
        const right = reading.digits === expected || reading.verdict === "to-decide";
        expect([country, cell, reading.digits, right]).toEqual([country, cell, reading.digits, true]);
      }
    }
  });

  test("is never another number when the default country is another", () => {
    const wrong: string[] = [];
    for (const { country, number } of numbers) {
      for (const home of ["UA", "US", "DE", "RU", "IT"] as const) {
        for (const cell of [number.number, `00${number.number.slice(1)}`]) {
          const { digits } = read(cell, home);
          if (digits !== null && digits !== number.number.slice(1))
            wrong.push(`${country} ${cell} in ${home}: ${digits}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("with digits gone or letters among them is refused", () => {
    const exampleNumber = fc.constantFrom(...numbers.map(({ number }) => number.number));
    const junk = fc.constantFrom("o", "O", "l", "*", "X", "о", "²", "½", "?");
    fc.assert(
      fc.property(exampleNumber, junk, fc.nat(), (number, sign, at) => {
        const index = 2 + (at % (number.length - 3));
        const cell = number.slice(0, index) + sign + number.slice(index + 1);
        expect(read(cell).digits).toBeNull();
      }),
    );
  });
});

describe("reading", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 6, maxLength: 15 }),
    fc.string({
      unit: fc.constantFrom(...Array.from("0123456789012345678901234567890123456789 +-()./,xE\u00a0:;'")),
      maxLength: 20,
    }),
    fc
      .tuple(fc.constantFrom("+380", "380", "0", "", "8", "80", "00380", "1", "7", "+"), fc.nat({ max: 9_999_999_999 }))
      .map(([prefix, number]) => prefix + String(number)),
  );
  const country = fc.constantFrom(...getCountries());

  test("gives the same answer with and without the short cut", () => {
    fc.assert(
      fc.property(cell, country, (cell, country) => {
        const thorough = readThoroughly(cell, "text", { country, answers: {} });
        expect(createPhoneReader(country, {})(cell, "text")).toEqual(thorough);
      }),
      { numRuns: 5_000 },
    );
  });

  test("takes only numbers that exist, of 9 to 15 digits, and says why of all others", () => {
    const known = new Set<string>(reasonCodes);
    fc.assert(
      fc.property(cell, country, (cell, country) => {
        const { verdict, digits, reasons, question } = read(cell, country);
        expect(digits !== null).toBe(verdict === "ready" || verdict === "repaired");
        expect(question !== null).toBe(verdict === "to-decide");
        expect(reasons.length > 0).toBe(verdict !== "ready");
        expect(reasons.filter((code) => !known.has(code))).toEqual([]);
        if (digits === null) return;
        expect(digits).toMatch(/^\d{9,15}$/);
        expect(parsePhoneNumberFromString(`+${digits}`)?.isValid()).toBe(true);
        if (verdict === "ready") expect(digits).toBe(cell);
      }),
      { numRuns: 3_000 },
    );
  });
});
