import { assertNever } from "../result.ts";
import type { CountryCode } from "./phone-country.ts";
import type { PhoneReading } from "./phone-entry.ts";
import { planOf } from "./phone-plan.ts";
import { longestCell, outcomes, PhoneShortCut } from "./phone-short-cut.ts";
import { reasonOf, type Reason } from "./reason.ts";

const [zero, nine, space, noBreakSpace] = [0x30, 0x39, 0x20, 0xa0];

/** Reads a cell of text by the short cut, with the reasons; null where the thorough reading must be asked. */
export type ShortReader = (cell: string) => PhoneReading | null;

/** One for each country: what is made anew for each list has to become fast anew. */
const readers = new Map<CountryCode, ShortReader>();

/** The reader for lists of a country. */
export function shortReader(country: CountryCode): ShortReader {
  const known = readers.get(country);
  if (known !== undefined) return known;
  const reader = createShortReader(country);
  readers.set(country, reader);
  return reader;
}

function createShortReader(country: CountryCode): ShortReader {
  const short = new PhoneShortCut(country);
  const { code } = planOf(country);
  const bytes = new Uint8Array(longestCell);
  return (cell) => {
    const { length } = cell;
    if (length > longestCell) return null;
    let hidden = false;
    for (let at = 0; at < length; at++) {
      const unit = cell.charCodeAt(at);
      if (unit > 0x7f) {
        if (unit !== noBreakSpace) return null;
        hidden = true;
      }
      bytes[at] = unit === noBreakSpace ? space : unit;
    }
    const outcome = short.read(bytes, 0, length);
    if (outcome === outcomes.ready) return taken("ready", cell, []);
    if (outcome !== outcomes.repaired) return null;
    const digits = rewritten(short, code, digitsIn(cell, short.tail ? length - 2 : length));
    return taken("repaired", digits, reasons(short, code, hidden, length === digits.length + 1));
  };
}

/** The digits of a cell, by its runs of them: quicker than to write down the number. */
function digitsIn(cell: string, end: number): string {
  let digits = "";
  let from = 0;
  for (let at = 0; at < end; at++) {
    const unit = cell.charCodeAt(at);
    if (unit >= zero && unit <= nine) continue;
    if (at > from) digits += cell.slice(from, at);
    from = at + 1;
  }
  return digits + cell.slice(from, end);
}

function rewritten({ rewriting }: PhoneShortCut, code: string, digits: string): string {
  switch (rewriting) {
    case "none":
      return digits;
    case "country-added":
      return code + digits;
    case "trunk-replaced":
      return code + digits.slice(1);
    case "prefix-removed":
      return digits.slice(2);
    default:
      return assertNever(rewriting);
  }
}

function reasons(short: PhoneShortCut, code: string, hidden: boolean, oneSign: boolean): Reason[] {
  const found: Reason[] = [];
  if (short.rewriting === "country-added") found.push(reasonOf("country-added", { code }));
  if (short.rewriting === "trunk-replaced") found.push(reasonOf("trunk-replaced", { trunk: "0", code }));
  if (short.rewriting === "prefix-removed") found.push(reasonOf("prefix-removed", { prefix: "00" }));
  if (hidden) found.push(reasonOf("hidden-removed"));
  if (short.tail) found.push(reasonOf("decimal-tail-cut"));
  if (found.length === 0) found.push(reasonOf(short.plus && oneSign ? "plus-removed" : "signs-removed"));
  return found;
}

function taken(verdict: "ready" | "repaired", digits: string, reasons: Reason[]): PhoneReading {
  return { digits, reasons, warning: null, question: null, offered: null, verdict };
}
