import { Metadata, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { callingCodeOf, countriesOf, type CountryCode } from "./phone-country.ts";

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
  /** What is dialled for abroad, at the beginning of the digits, and that alone. */
  abroad: RegExp;
  abroadWhole: RegExp;
  /** Whether 00 can mean nothing but "abroad": in Korea 008 is a carrier. */
  zerosMeanAbroad: boolean;
  /** Its mobile numbers, calling code included. */
  mobile: RegExp | null;
  /** Digits of a mobile number without the calling code, ascending. */
  lengths: readonly number[];
  /** What all its numbers look like, calling code included. */
  any: RegExp;
  /** The most digits any number has without the calling code. */
  longest: number;
};

/** What the library's plans answer beyond what its types say. A part that a country lacks is 0 or undefined. */
type LibraryPlan = NonNullable<Metadata["numberingPlan"]> & {
  callingCode(): string;
  nationalPrefix(): unknown;
  nationalPrefixForParsing(): unknown;
  nationalPrefixTransformRule(): unknown;
  nationalNumberPattern(): string;
  type(name: string): { pattern(): string; possibleLengths(): number[] } | undefined;
};

const numberTypes =
  "FIXED_LINE MOBILE TOLL_FREE PREMIUM_RATE SHARED_COST VOIP PERSONAL_NUMBER PAGER UAN VOICEMAIL".split(" ");

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
  const plan = metadata.numberingPlan as LibraryPlan;
  const trunk = textOf(plan.nationalPrefix());
  const mobile = plan.type("MOBILE");
  // Where mobile and fixed numbers look the same, as in the USA, only the fixed ones have the pattern.
  const mobilePattern = mobile?.pattern() === "" ? plan.type("FIXED_LINE")?.pattern() : mobile?.pattern();
  const code = plan.callingCode();
  const patterns = numberTypes.flatMap((type) => plan.type(type)?.pattern() ?? []);
  return {
    country,
    code,
    trunk,
    simpleTrunk:
      textOf(plan.nationalPrefixForParsing()) === trunk && typeof plan.nationalPrefixTransformRule() !== "string",
    abroad: new RegExp(`^(?:00|${plan.IDDPrefix()})`),
    abroadWhole: new RegExp(`^(?:00|${plan.IDDPrefix()})$`),
    zerosMeanAbroad: ["00", "011", "810"].includes(plan.IDDPrefix()),
    mobile: mobilePattern === undefined ? null : new RegExp(`^${code}(?:${mobilePattern})$`),
    any: new RegExp(`^${code}(?:${patterns.length > 0 ? patterns.join("|") : plan.nationalNumberPattern()})$`),
    lengths: mobile?.possibleLengths() ?? plan.possibleLengths(),
    longest: Math.max(...plan.possibleLengths()),
  };
}

/** The number that these digits are with a plus in front; null when there is none. */
export function internationalNumber(digits: string): PlanNumber | null {
  const code = callingCodeOf(digits);
  if (code === null || !couldBeWritten(digits, code)) return null;
  return mobileNumber(digits, code) ?? planNumber(parsePhoneNumberFromString(`+${digits}`, { extract: false }), digits);
}

function textOf(part: unknown): string | null {
  return typeof part === "string" && part !== "" ? part : null;
}

/** Whether digits could be a number with a plus in front, exactly as they stand: a cheap first look. */
export function couldBeInternational(digits: string): boolean {
  const code = callingCodeOf(digits);
  return code !== null && countriesOf(code).some((country) => planOf(country).any.test(digits));
}

/** The same first look for digits behind a plus, whose trunk prefix may have to go: `380 (0) 67 …`. */
function couldBeWritten(digits: string, code: string): boolean {
  return countriesOf(code).some((country) => {
    const plan = planOf(country);
    if (!plan.simpleTrunk || plan.any.test(digits)) return true;
    return (
      plan.trunk !== null &&
      digits.startsWith(code + plan.trunk) &&
      plan.any.test(code + digits.slice(code.length + plan.trunk.length))
    );
  });
}

/**
 * The mobile number that these digits are as they stand, by the plan's pattern alone, which is many times as fast as the
 * library. Only where the code is one country's, and nothing in front could be a trunk prefix.
 */
function mobileNumber(digits: string, code: string): PlanNumber | null {
  const [country, another] = countriesOf(code);
  if (country === undefined || another !== undefined) return null;
  const { mobile, trunk } = planOf(country);
  const national = digits.slice(code.length);
  if (mobile === null || !mobile.test(digits) || (trunk !== null && national.startsWith(trunk))) return null;
  return { digits, national, country, warning: null };
}

/** The number that these digits are exactly as they stand, with a plus in front; null when there is none. */
export function numberAsWritten(digits: string): PlanNumber | null {
  const number = couldBeInternational(digits) ? internationalNumber(digits) : null;
  return number?.digits === digits ? number : null;
}

/** The number that somebody in `country` reaches by dialling these digits; null when there is none. */
export function dialledNumber(digits: string, country: CountryCode): PlanNumber | null {
  const plan = planOf(country);
  if (!couldBeDialled(digits, plan)) return null;
  return (
    mobileDialled(digits, plan) ??
    planNumber(parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false }), digits)
  );
}

/** A mobile number with its trunk 0 in front, as it is dialled nearly everywhere. */
function mobileDialled(digits: string, { code, trunk, simpleTrunk, abroad }: Plan): PlanNumber | null {
  const plain = simpleTrunk && trunk === "0" && digits.startsWith(trunk) && !abroad.test(digits);
  return plain ? mobileNumber(code + digits.slice(trunk.length), code) : null;
}

/** The same first look for digits as they are dialled; where the rules for writing are involved, everything could be. */
function couldBeDialled(digits: string, plan: Plan): boolean {
  if (!plan.simpleTrunk || plan.abroad.test(digits)) return true;
  const trunk = plan.trunk ?? "";
  const national = digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
  const bare = digits.startsWith(plan.code) ? digits.slice(plan.code.length) : digits;
  const behind = bare.startsWith(trunk) ? bare.slice(trunk.length) : bare;
  // Mostly all of them are the same digits.
  return [digits, national, bare, behind].some(
    (candidate, at, all) => all.indexOf(candidate) === at && couldBeInternational(plan.code + candidate),
  );
}

/**
 * Whether digits are grouped the way numbers of `country` are at home: `201-559-3843` is no Egyptian `+20 15 593843`.
 * `groups` are the runs of digits with one space between them.
 */
export function isGroupedAtHome(groups: string, country: CountryCode): boolean {
  // Three and three is how programs group any digits.
  if (!groups.includes(" ") || /^\d{1,3}(?: \d{3})+$/.test(groups)) return false;
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
