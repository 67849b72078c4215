import { getCountries } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { countryCodes } from "../../../../renderer/ui/countries.ts";

test("every country that has phone numbers can be chosen, and no other", () => {
  expect([...countryCodes].sort()).toEqual([...getCountries()].sort());
});
