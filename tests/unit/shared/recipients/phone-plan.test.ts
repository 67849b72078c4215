import { getCountries } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import {
  couldBeInternational,
  dialledNumber,
  internationalNumber,
  isGroupedAtHome,
  numberAsWritten,
  planOf,
} from "../../../../shared/recipients/phone-plan.ts";

test("every country has a plan whose patterns compile", () => {
  for (const country of getCountries()) expect(planOf(country).longest).toBeGreaterThan(3);
  expect(planOf("UA")).toMatchObject({
    code: "380",
    trunk: "0",
    simpleTrunk: true,
    zerosMeanAbroad: true,
    lengths: [9],
  });
  expect(planOf("IT")).toMatchObject({ code: "39", trunk: null });
  expect(planOf("AR").simpleTrunk).toBe(false);
  expect(planOf("KR").zerosMeanAbroad).toBe(false);
});

test("a number is found as it is dialled at home and as it stands with a plus", () => {
  expect(dialledNumber("0671234567", "UA")?.digits).toBe("380671234567");
  expect(dialledNumber("0671234567", "PL")).toBeNull();
  expect(internationalNumber("3800671234567")?.digits).toBe("380671234567");
  expect(numberAsWritten("3800671234567")).toBeNull();
  expect(couldBeInternational("380671234567")).toBe(true);
  expect(couldBeInternational("0671234567")).toBe(false);
});

test("a rule of a country that would touch the subscriber's own digits is not followed", () => {
  expect(dialledNumber("53884", "NF")).toBeNull();
});

test("grouping tells a number written at home", () => {
  expect(isGroupedAtHome("201 559 3843", "US")).toBe(true);
  expect(isGroupedAtHome("20 15593843", "US")).toBe(false);
  expect(isGroupedAtHome("2015593843", "US")).toBe(false);
});

test("lines that an SMS may not reach are known", () => {
  expect(internationalNumber("380444901212")?.warning).toBe("landline");
  expect(internationalNumber("380900212345")?.warning).toBe("premium");
  expect(internationalNumber("12015593843")?.warning).toBeNull();
});
