import { mainCountryOf, type CountryCode } from "./phone-country.ts";
import { couldBeInternational, planOf, type Plan } from "./phone-plan.ts";
import { reasonOf, type Reason } from "./reason.ts";

/** What the short cut answers: never a warning, a question or an offer. */
export type PlainReading = { verdict: "ready" | "repaired"; digits: string; reasons: Reason[] };

/**
 * The short cut for what most cells are: a mobile number, international or as it is dialled in the default country,
 * with ordinary signs at most. Null for everything else, and wherever the thorough reading could see it differently.
 */
export function createShortCut(country: CountryCode): (cell: string) => PlainReading | null {
  const plan = planOf(country);
  return (cell) => {
    const plain = cell.length <= longestCell ? plainDigits(cell) : null;
    if (plain === null) return null;
    const found = plain.plus ? readInternational(plain.digits, []) : readDigits(plain.digits, plan);
    if (found === null) return null;
    const { digits, reasons } = found;
    if (plain.hidden) reasons.push(reasonOf("hidden-removed"));
    if (plain.tail) reasons.push(reasonOf("decimal-tail-cut"));
    if (reasons.length > 0) return { verdict: "repaired", digits, reasons };
    if (digits === cell) return { verdict: "ready", digits, reasons };
    const onlyPlus = plain.plus && cell.length === digits.length + 1;
    return { verdict: "repaired", digits, reasons: [reasonOf(onlyPlus ? "plus-removed" : "signs-removed")] };
  };
}

const longestCell = 26;

type Found = { digits: string; reasons: Reason[] };

function readDigits(digits: string, plan: Plan): Found | null {
  if (digits.startsWith("00") && plan.zerosMeanAbroad)
    return readInternational(digits.slice(2), [reasonOf("prefix-removed", { prefix: "00" })]);
  if (couldDialAbroad(digits) && plan.abroad.test(digits)) return null;
  const withTrunk = plan.trunk !== null && digits.startsWith(plan.trunk);
  if (digits.startsWith(plan.code)) {
    const clear = digits.length > plan.longest || (plan.trunk !== null && !withTrunk);
    return clear && isMobile(digits, plan) ? { digits, reasons: [] } : null;
  }
  if (withTrunk) {
    if (plan.trunk !== "0" || !plan.simpleTrunk) return null;
    return readNational(digits.slice(1), plan, reasonOf("trunk-replaced", { trunk: "0", code: plan.code }));
  }
  if (couldBeInternational(digits)) return null;
  return readNational(digits, plan, reasonOf("country-added", { code: plan.code }));
}

/** Nowhere does what is dialled for abroad begin with 2 to 7: most numbers need no closer look. */
function couldDialAbroad(digits: string): boolean {
  const first = digits.charCodeAt(0);
  return first < zero + 2 || first > zero + 7;
}

function readNational(national: string, plan: Plan, how: Reason): Found | null {
  const digits = plan.code + national;
  return isMobile(digits, plan) ? { digits, reasons: [how] } : null;
}

function readInternational(digits: string, reasons: Reason[]): Found | null {
  const country = mainCountryOf(digits);
  return country !== null && isMobile(digits, planOf(country)) ? { digits, reasons } : null;
}

function isMobile(digits: string, plan: Plan): boolean {
  return digits.length >= 9 && digits.length <= 15 && plan.mobile !== null && plan.mobile.test(digits);
}

type PlainDigits = { digits: string; plus: boolean; hidden: boolean; tail: boolean };

/** The digits of a cell of digits, `+` in front, spaces, hyphens and brackets, or with a `.0`; null for any other. */
function plainDigits(cell: string): PlainDigits | null {
  if (isDocument(cell)) return null;
  const tail = cell.endsWith(".0");
  const end = tail ? cell.length - 2 : cell.length;
  let digits = "";
  let from = 0;
  let hidden = false;
  for (let index = 0; index < end; index++) {
    const code = cell.charCodeAt(index);
    if (code >= zero && code <= nine) continue;
    if (tail || !isPlainSign(code, index)) return null;
    hidden ||= code === noBreakSpace;
    if (code === openBracket && cell.startsWith("(0)", index)) return null;
    if (index > from) digits += cell.slice(from, index);
    from = index + 1;
  }
  digits += cell.slice(from, end);
  return digits.length < 9 ? null : { digits, plus: cell.charCodeAt(0) === plusSign, hidden, tail };
}

/** The writings of documents that the thorough reading knows, by where their hyphens stand: `123-45-6789`, `123-456-789 01`. */
function isDocument(cell: string): boolean {
  if (cell.charCodeAt(3) !== hyphen) return false;
  return cell.length === 11 ? cell.charCodeAt(6) === hyphen : cell.length === 14 && cell.charCodeAt(7) === hyphen;
}

const [zero, nine, plusSign, hyphen, openBracket, noBreakSpace] = [0x30, 0x39, 0x2b, 0x2d, 0x28, 0xa0];

function isPlainSign(code: number, index: number): boolean {
  if (code === plusSign) return index === 0;
  if (code === hyphen) return !dateHyphens.includes(index);
  return code === 0x20 || code === noBreakSpace || code === openBracket || code === 0x29;
}

/** After one, two or four digits a hyphen may be a date's. */
const dateHyphens = [0, 1, 2, 4];
