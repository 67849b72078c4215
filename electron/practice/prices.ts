type Country = { prefix: string; code: string; millionths: number };

/** Price of one part by country, in millionths of a euro. Longer prefixes first, so that the first match wins. */
const countries: readonly Country[] = [
  { prefix: "380", code: "UA", millionths: 22_600 },
  { prefix: "373", code: "MD", millionths: 47_500 },
  { prefix: "370", code: "LT", millionths: 31_800 },
  { prefix: "48", code: "PL", millionths: 27_300 },
  { prefix: "49", code: "DE", millionths: 74_900 },
  { prefix: "44", code: "GB", millionths: 38_200 },
  { prefix: "40", code: "RO", millionths: 41_900 },
  { prefix: "39", code: "IT", millionths: 58_600 },
  { prefix: "33", code: "FR", millionths: 52_400 },
  { prefix: "77", code: "KZ", millionths: 69_300 },
  { prefix: "7", code: "RU", millionths: 61_700 },
  { prefix: "1", code: "US", millionths: 9_800 },
];

const elsewhere = { code: null, millionths: 85_000 };

/** The other tariff of the practice account is cheaper and less direct. */
const tariffPercent = new Map([[1, 80]]);

export const currency = "EUR";

/** Country (ISO 3166, null when unknown) and price of one part in millionths of a euro, for digits without a plus. */
export function priceOfPart(phone: string, tariffCode: number): { country: string | null; millionths: number } {
  const country = countries.find((each) => phone.startsWith(each.prefix)) ?? elsewhere;
  const percent = tariffPercent.get(tariffCode) ?? 100;
  return { country: country.code, millionths: Math.round((country.millionths * percent) / 100) };
}

/** An amount as the service's strings show it: `54.0140`. */
export function moneyText(millionths: number): string {
  return (millionths / 1e6).toFixed(4);
}

/** An amount as the service's numbers show it. */
export function moneyNumber(millionths: number): number {
  return millionths / 1e6;
}
