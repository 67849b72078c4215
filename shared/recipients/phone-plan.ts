import { Metadata, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { callingCodeOf, type CountryCode } from "./phone-country.ts";

/** A number that exists in its country's plan. */
export type PlanNumber = {
  /** International, without plus. */
  digits: string;
  /** Without the calling code. */
  national: string;
  country: CountryCode | null;
  /** Why an SMS may not arrive, or cost more. */
  warning: "landline" | "short" | "premium" | null;
};

/** What one country's plan says about writing numbers down. */
export type Plan = {
  country: CountryCode;
  /** The calling code. */
  code: string;
  /** What is dialled before a number within the country; null where nothing is. */
  trunk: string | null;
  /** Whether putting the calling code in the trunk's place is all there is to it. */
  simpleTrunk: boolean;
  /** What is dialled for abroad, at the beginning of the digits. */
  abroad: RegExp;
  /** Its mobile numbers, calling code included. */
  mobile: RegExp | null;
  /** Digits of a mobile number without the calling code, ascending. */
  lengths: readonly number[];
  /** The most digits any number has without the calling code. */
  longest: number;
};

/** What the library's plans answer beyond what its types say. A part that a country lacks is 0 or undefined. */
type LibraryPlan = NonNullable<Metadata["numberingPlan"]> & {
  nationalPrefix(): unknown;
  nationalPrefixForParsing(): unknown;
  nationalPrefixTransformRule(): unknown;
  type(name: string): { pattern(): string; possibleLengths(): number[] } | undefined;
};

const plans = new Map<CountryCode, Plan>();

/** The plan of a country, read once. */
export function planOf(country: CountryCode): Plan {
  const known = plans.get(country);
  if (known !== undefined) return known;
  const plan = readPlan(country);
  plans.set(country, plan);
  return plan;
}

function readPlan(country: CountryCode): Plan {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as LibraryPlan & { callingCode(): string };
  const prefix = plan.nationalPrefix();
  const trunk = typeof prefix === "string" && prefix !== "" ? prefix : null;
  const mobile = plan.type("MOBILE");
  const code = plan.callingCode();
  return {
    country,
    code,
    trunk,
    simpleTrunk: plan.nationalPrefixForParsing() === trunk && typeof plan.nationalPrefixTransformRule() !== "string",
    abroad: new RegExp(`^(?:00|${plan.IDDPrefix()})`),
    mobile: mobile === undefined ? null : new RegExp(`^${code}(?:${mobile.pattern()})$`),
    lengths: mobile?.possibleLengths() ?? plan.possibleLengths(),
    longest: Math.max(...plan.possibleLengths()),
  };
}

/** The number that these digits are with a plus in front; null when there is none. */
export function internationalNumber(digits: string): PlanNumber | null {
  if (callingCodeOf(digits) === null) return null;
  return planNumber(parsePhoneNumberFromString(`+${digits}`, { extract: false }), digits);
}

/** The number that somebody in `country` reaches by dialling these digits; null when there is none. */
export function dialledNumber(digits: string, country: CountryCode): PlanNumber | null {
  return planNumber(parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false }), digits);
}

/**
 * Whether digits are grouped the way numbers of `country` are at home: `201-559-3843` is no Egyptian `+20 15 593843`.
 * `groups` are the runs of digits with one space between them.
 */
export function isGroupedAtHome(groups: string, country: CountryCode): boolean {
  if (!groups.includes(" ")) return false;
  const home = parsePhoneNumberFromString(groups, { defaultCountry: country, extract: false })?.formatNational();
  return home?.replace(/\D+/g, " ").trim() === groups;
}

/** Only valid ones, and none of which the subscriber's own digits came out differently. */
function planNumber(parsed: PhoneNumber | undefined, written: string): PlanNumber | null {
  if (parsed === undefined || !parsed.isValid()) return null;
  const digits = parsed.number.slice(1);
  if (digits.slice(-subscriberDigits) !== written.slice(-subscriberDigits)) return null;
  return { digits, national: parsed.nationalNumber, country: parsed.country ?? null, warning: warningOf(parsed) };
}

/** No country's writing rules touch the last six digits of a number. */
const subscriberDigits = 6;

function warningOf(parsed: PhoneNumber): PlanNumber["warning"] {
  switch (parsed.getType()) {
    case "FIXED_LINE":
    case "TOLL_FREE":
    case "PAGER":
    case "VOICEMAIL":
      return "landline";
    case "PREMIUM_RATE":
    case "SHARED_COST":
    case "PERSONAL_NUMBER":
      return "premium";
    case "UAN":
      return "short";
    default:
      return null;
  }
}
