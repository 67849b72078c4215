import { formerlyAbroad, formerNumber } from "./former-numbers.ts";
import { isMoment } from "./not-a-phone.ts";
import { callingCodeOf, countryOf, isCountry, type CountryCode } from "./phone-country.ts";
import {
  dialledNumber,
  internationalNumber,
  isGroupedAtHome,
  numberAsWritten,
  planOf,
  type PlanNumber,
} from "./phone-plan.ts";
import {
  internationalChoice,
  noNumberChoice,
  oldTrunkChoices,
  oldTrunkNumber,
  questionId,
  withPlusByRow,
} from "./phone-question.ts";
import { reasonOf, type Reason } from "./reason.ts";

/** One number as it is written: its digits, and whether a plus stands in front. */
export type WrittenNumber = {
  plus: boolean;
  digits: string;
  /** Its runs of digits with one space between them. */
  groups: string;
  /** A bracket right behind the first digit, as in `8(495)…`: that digit is a trunk prefix. */
  trunkApart: boolean;
};

/** What a written number is: one number of a plan, a question, or nothing that can be texted. */
export type Interpretation =
  | { kind: "number"; number: PlanNumber; how: Reason[] }
  | { kind: "question"; id: string; reason: Reason; offered: string | null }
  | { kind: "none"; reason: Reason; offered: string | null };

/**
 * Who reads: where numbers without a country are from, and what was answered to questions about the column. `byRow`: the
 * row itself names the country, so that nobody is asked which one it is.
 */
export type Reader = { country: CountryCode; answers: Readonly<Record<string, string>>; byRow?: boolean };

/** The service takes numbers of 9 to 15 digits. */
const serviceDigits = { least: 9, most: 15 };

/** Says what a written number is for this reader. In doubt it is a question or nothing, never a guess. */
export function interpret(written: WrittenNumber, reader: Reader): Interpretation {
  const found = written.plus ? interpretWithPlus(written.digits, reader) : interpretBare(written, reader);
  if (found.kind === "number") {
    const { digits } = found.number;
    return isForService(digits) ? found : none(reasonOf("outside-service", { digits: digits.length }));
  }
  const former = found.kind === "none" ? formerNumber(written.digits, written.plus ? null : reader.country) : null;
  const offered = former?.digits ?? found.offered;
  // Whoever took another one would have a number that is refused again.
  return { ...found, offered: offered !== null && isForService(offered) ? offered : null };
}

function isForService({ length }: string): boolean {
  return length >= serviceDigits.least && length <= serviceDigits.most;
}

function interpretWithPlus(digits: string, reader: Reader): Interpretation {
  const number = internationalNumber(digits);
  if (number !== null) return taken(number, howRewritten(digits, number));
  const bare = interpretBare({ plus: false, digits, groups: digits, trunkApart: false }, reader);
  return none(whyNone(digits, null), bare.kind === "number" ? bare.number.digits : null);
}

function interpretBare(written: WrittenNumber, reader: Reader): Interpretation {
  const { digits } = written;
  return (
    interpretAbroad(digits, reader) ??
    interpretEndless(digits, reader) ??
    interpretTrunk8(digits, reader) ??
    interpretReadings(written, reader) ??
    none(whyNone(digits, reader.country), oldTrunkNumber(digits, "RU")?.digits ?? null)
  );
}

/** `00` and what else is dialled for abroad in the reader's country. */
function interpretAbroad(digits: string, { country }: Reader): Interpretation | null {
  const { abroad, abroadWhole } = planOf(country);
  if (!abroad.test(digits)) return null;
  const [found, another] = abroadPrefixes(digits, abroadWhole).flatMap((prefix) => {
    const number = internationalNumber(digits.slice(prefix.length));
    return number === null ? [] : [{ prefix, number }];
  });
  const former = formerlyAbroad(digits, country);
  if (former !== null && former.digits !== found?.number.digits)
    return none(reasonOf("not-a-number-of", { country }), former.digits);
  if (found === undefined) return digits.startsWith("00") ? none(whyNone(digits.slice(2), null)) : null;
  const { prefix, number } = found;
  // In Hong Kong 001 65 8… is Singapore; behind the 00 of other countries 1 658 … is Jamaica.
  if (another !== undefined && another.number.digits !== number.digits)
    return none(reasonOf("not-a-number-of", { country }), number.digits);
  const own = dialledNumber(digits, country) ?? numberAsWritten(planOf(country).code + digits);
  if (own !== null && own.digits !== number.digits) return none(reasonOf("not-a-number-of", { country }), own.digits);
  return taken(number, [reasonOf("prefix-removed", { prefix }), ...howRewritten(digits.slice(prefix.length), number)]);
}

/** No country has more digits in front of what is dialled for abroad. */
const longestPrefix = 8;

/** What these digits may begin with for abroad, the longest first. */
function abroadPrefixes(digits: string, whole: RegExp): string[] {
  const beginnings = Array.from({ length: longestPrefix - 1 }, (_, at) => digits.slice(0, longestPrefix - at));
  return beginnings.filter((beginning) => whole.test(beginning));
}

/** More digits than the service takes: a number as it stands or none; nothing is left out to make it shorter. */
function interpretEndless(digits: string, { country }: Reader): Interpretation | null {
  if (digits.length <= serviceDigits.most) return null;
  return none(
    numberAsWritten(digits) === null
      ? whyNone(digits, country)
      : reasonOf("outside-service", { digits: digits.length }),
  );
}

/** `8 926 …` and `8 067 …`: the trunk prefix of the Soviet Union, where it is not the country's own today. */
function interpretTrunk8(digits: string, reader: Reader): Interpretation | null {
  const choices = oldTrunkChoices(digits, reader.country);
  if (choices === null || dialledNumber(digits, reader.country) !== null) return null;
  const readings = choices.map((country) => oldTrunkNumber(digits, country));
  const possible = readings.find((number) => number !== null);
  if (possible === undefined) return null;
  const id = questionId("trunk-8", choices);
  const answer = reader.byRow === true ? reader.country : reader.answers[id];
  const chosen = choices.findIndex((country) => country === answer);
  if (chosen < 0) return { kind: "question", id, reason: reasonOf("trunk-8"), offered: possible?.digits ?? null };
  const number = readings[chosen] ?? null;
  if (number === null)
    return none(reasonOf("not-a-number-of", { country: choices[chosen]! }), possible?.digits ?? null);
  const said = reader.byRow === true ? "reading-by-row" : "trunk-8-answered";
  return taken(number, [reasonOf(said, { country: choices[chosen]! })]);
}

/** The two ways to read bare digits: dialled within the country, and with a plus in front. */
function interpretReadings(written: WrittenNumber, reader: Reader): Interpretation | null {
  const { digits } = written;
  const plan = planOf(reader.country);
  const withTrunk = plan.trunk !== null && digits.startsWith(plan.trunk);
  const withCode = digits.startsWith(plan.code);
  const international = withCode ? internationalNumber(digits) : numberAsWritten(digits);
  // Behind the calling code, where a number within the country would begin with the trunk prefix, there is one reading.
  const clear = international !== null && withCode && plan.trunk !== null && !withTrunk;
  if (clear) return taken(international, howRewritten(digits, international));
  const own = dialledNumber(digits, reader.country);
  if (own === null && international === null) return null;
  if (international === null || own?.digits === international.digits)
    return own && taken(own, howRewritten(digits, own));
  if (withCode && own === null) return taken(international, howRewritten(digits, international));
  if (own !== null) {
    return (withTrunk && written.trunkApart) || isGroupedAtHome(written.groups, reader.country)
      ? taken(own, howRewritten(digits, own))
      : askReading(own, international, digits, reader);
  }
  const long = digits.length >= Math.min(...plan.lengths) + surelyForeign;
  if (long && international.warning === null && !isMoment(digits)) return offerPlus(international, digits, reader);
  return none(isMoment(digits) ? reasonOf("date") : whyNone(digits, reader.country), international.digits);
}

/**
 * By so many digits a foreign number must be longer than one of the default country. With one digit too many, a
 * mistyped number at home would become a stranger's abroad: that is no matter of a whole column, each is offered alone.
 */
const surelyForeign = 2;

/** Long digits that are no number at home, but one with a plus in front: offered once for all of the column. */
function offerPlus(international: PlanNumber, digits: string, { country, answers, byRow }: Reader): Interpretation {
  const id = byRow === true ? withPlusByRow : questionId("with-plus", [country]);
  switch (answers[id]) {
    case internationalChoice:
      return taken(international, [reasonOf("read-as-international", { country: international.country ?? "001" })]);
    case noNumberChoice:
      return none(whyNone(digits, country), international.digits);
    default:
      return { kind: "question", id, reason: reasonOf("with-plus"), offered: international.digits };
  }
}

function askReading(own: PlanNumber, international: PlanNumber, digits: string, reader: Reader): Interpretation {
  if (reader.byRow === true)
    return taken(own, [reasonOf("reading-by-row", { country: reader.country }), ...howRewritten(digits, own)]);
  const id = questionId("two-readings", [reader.country]);
  switch (reader.answers[id]) {
    case reader.country:
      return taken(own, [reasonOf("reading-answered", { country: reader.country }), ...howRewritten(digits, own)]);
    case internationalChoice:
      return taken(international, [reasonOf("reading-answered", { country: countryOf(international.digits) })]);
    default:
      return { kind: "question", id, reason: reasonOf("two-readings"), offered: own.digits };
  }
}

function taken(number: PlanNumber, how: Reason[]): Interpretation {
  return { kind: "number", number, how };
}

function none(reason: Reason, offered: string | null = null): Interpretation {
  return { kind: "none", reason, offered };
}

/** What was done to the digits to make them international. */
function howRewritten(digits: string, { digits: result, national }: PlanNumber): Reason[] {
  if (digits === result) return [];
  const code = result.slice(0, result.length - national.length);
  if (digits === national) return [reasonOf("country-added", { code })];
  if (!digits.endsWith(national)) return [reasonOf("respelled")];
  const before = digits.slice(0, digits.length - national.length);
  if (before.startsWith(code)) return [reasonOf("trunk-left-out", { trunk: before.slice(code.length) })];
  return [reasonOf("trunk-replaced", { trunk: before, code })];
}

/** How far digits are from a mobile number of the country; `country` null for international ones. */
function whyNone(digits: string, country: CountryCode | null): Reason {
  const code = callingCodeOf(digits);
  if (country === null && code === null) return reasonOf("unknown-country");
  const home = country ?? countryOf(digits);
  if (!isCountry(home)) return reasonOf("unknown-country");
  const plan = planOf(home);
  const length = nationalLength(digits, country === null ? code : null, plan);
  const [least, most] = [Math.min(...plan.lengths), Math.max(...plan.lengths)];
  if (length < least) return reasonOf("too-short", { missing: least - length, country: home });
  if (length > most) return reasonOf("too-long", { extra: length - most, country: home });
  return reasonOf("not-a-number-of", { country: home });
}

function nationalLength(digits: string, code: string | null, plan: { code: string; trunk: string | null }): number {
  if (code !== null) return digits.length - code.length;
  if (plan.trunk !== null && digits.startsWith(plan.trunk)) return digits.length - plan.trunk.length;
  const withCode = digits.startsWith(plan.code) && digits.length > plan.code.length + 4;
  return withCode ? digits.length - plan.code.length : digits.length;
}
