import { describe, expect, test } from "vitest";
import { type CountryCode } from "../../../../shared/recipients/phone-country.ts";
import { createPhoneReader } from "../../../../shared/recipients/phone-number.ts";

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
    ["p:+380671234567", "label-left-off"],
    ["ph. 380671234567", "label-left-off"],
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
    ["067 123 45 67 доп. 5", "extension-left-off"],
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
    ["067 123 45 67 Олена", "words-beside"],
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
    ["067 ☎ 123 45 67", "unclear-signs"],
    ["тел.: 0671234570 (дзвонити після 18:00)", "words-beside"],
    ["0671234570 18:00", "date"],
    // Shown from right to left it reads 067 123 45 67; what it holds is somebody else.
    ["\u202e7654321760\u202c", "unclear-signs"],
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
    expect(read("+380 44 490 1212 ::: +380 50 123 4567")).toMatchObject({
      digits: "380501234567",
      offered: "380444901212",
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

  test("keeps a zero in brackets that stands within the number: nothing is left out there", () => {
    expect(read("06712 (0) 34567", "FR")).toMatchObject({ verdict: "invalid", digits: null });
    expect(read("+38 (0) 67 123 45 67")).toMatchObject({ digits: "380671234567", reasons: ["signs-removed"] });
    expect(read("0049 (0) 171 1234567").digits).toBe("491711234567");
  });

  test.each(["2) 0671234567", "2)0671234567", "3. 0671234567", "44, 0671234567", "4, 80671234567", "5/0671234567"])(
    "does not take the number of its line for digits of its own: %s",
    (cell) => {
      for (const country of ["UA", "DE", "US", "RU"] as const) {
        expect(read(cell, country)).toMatchObject({ verdict: "invalid", digits: null, reasons: ["digits-beside"] });
      }
    },
  );

  test.each([
    ["01711234567 (5)", "DE", "491711234567"],
    ["0171 1234567 5", "DE", "491711234567"],
    ["01711234567 - 5", "DE", "491711234567"],
    ["01711234567 1/2", "DE", "491711234567"],
    ["06641234567 12", "AT", "436641234567"],
    ["06641234567 (12)", "AT", "436641234567"],
    ["tel5 06641234567", "AT", "436641234567"],
    ["(5) 06641234567", "AT", "436641234567"],
    ["06641234567 1/2", "AT", "436641234567"],
  ] as const)("does not grow by digits that stand beside it: %s in %s", (cell, country, offered) => {
    expect(read(cell, country)).toMatchObject({ verdict: "invalid", digits: null, offered });
  });

  test("behind the number of its line is offered, for all lines can be mended alike", () => {
    expect(read("2) 0671234567").offered).toBe("380671234567");
    expect(read("3. 0671234567").offered).toBe("380671234567");
    expect(read("2) 067123456").offered).toBeNull();
    expect(read("01711234567 (5)", "DE").reasons).toEqual(["digits-beside"]);
  });

  test.each(["+491711234567,5", "+49171123456,75", "+49 30 123456.5", "+4930123456,1", "+4930123456.50"])(
    "with decimals behind it is none, with a plus in front too: %s",
    (cell) => {
      expect(read(cell, "DE")).toMatchObject({ verdict: "invalid", digits: null, reasons: ["decimal-number"] });
    },
  );

  test("does not grow by what stands behind a comma", () => {
    for (const cell of ["+49171123456,750", "+4917112345,6789", "017112345, 678"]) {
      expect([cell, read(cell, "DE").digits]).toEqual([cell, null]);
    }
    expect(read("+380 67 123 45 67, 12")).toMatchObject({
      digits: "380671234567",
      reasons: ["label-left-off"],
    });
  });

  test.each(["📱0671234567", "☎️ +380 67 123 45 67", "0671234567 🌷❤️", "📞 📱 067 123 45 67", "🇺🇦 +380 67 123 45 67"])(
    "is read beside a picture, never with one in it: %s",
    (cell) => expect(read(cell)).toMatchObject({ verdict: "repaired", digits: "380671234567" }),
  );

  test("is not read behind a flag unless it says its own country", () => {
    expect(read("🇵🇱 501 234 567")).toMatchObject({ verdict: "invalid", digits: null });
    expect(read("🇵🇱+48501234567").digits).toBe("48501234567");
  });

  test("may be written in groups, the first or the last of them short", () => {
    expect(read("0171 123 456 78", "DE").digits).toBe("4917112345678");
    expect(read("+7 926 123 45 67", "DE").digits).toBe("79261234567");
    expect(read("1 (201) 559-3843", "US").digits).toBe("12015593843");
    expect(read("6 12 34 56 78", "FR").digits).toBe("33612345678");
    expect(read("067 123456 7").digits).toBe("380671234567");
    expect(read("380671234 567").digits).toBe("380671234567");
  });

  test("may begin with its country's code or an 8 behind which a slash stands", () => {
    expect(read("49/0171 1234567", "DE").digits).toBe("491711234567");
    expect(read("38/067 123 45 67").digits).toBe("380671234567");
    expect(read("8/067 123 45 67").question).toBe("trunk-8:UA-RU");
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

  test("that is no number at home but one with a plus is offered as that, and one that a slip made alone", () => {
    expect(read("48501234567")).toMatchObject({ verdict: "to-decide", digits: null, offered: "48501234567" });
    expect(read("9592112345")).toMatchObject({ verdict: "invalid", digits: null, offered: "9592112345" });
  });

  test("that is too short for the service with a plus too is not offered as such a one", () => {
    expect(read("29051234")).toMatchObject({ verdict: "invalid", digits: null, offered: null });
    expect(read("6834002")).toMatchObject({ verdict: "invalid", digits: null, offered: null });
  });
});
