import type { CountryCode } from "./phone-country.ts";
import type { PhoneReading } from "./phone-entry.ts";
import { planOf } from "./phone-plan.ts";
import { longestCell, outcomes, PhoneShortCut } from "./phone-short-cut.ts";
import { reasonOf, type Reason } from "./reason.ts";

const noBreakSpace = 0xa0;
const space = 0x20;

/** Reads cells of text by the short cut, with the reasons; null for those that the thorough reading must be asked about. */
export function createShortReader(country: CountryCode): (cell: string) => PhoneReading | null {
  const short = new PhoneShortCut(country);
  const { code } = planOf(country);
  const bytes = new Uint8Array(longestCell);
  return (cell) => {
    const { length } = cell;
    if (length > longestCell) return null;
    let hidden = false;
    for (let at = 0; at < length; at++) {
      const unit = cell.charCodeAt(at);
      hidden ||= unit === noBreakSpace;
      if (unit > 0x7f && unit !== noBreakSpace) return null;
      bytes[at] = unit === noBreakSpace ? space : unit;
    }
    switch (short.read(bytes, 0, length)) {
      case outcomes.ready:
        return taken("ready", cell, []);
      case outcomes.repaired: {
        const digits = String(short.number);
        return taken("repaired", digits, reasons(short, code, hidden, length === digits.length + 1));
      }
      default:
        return null;
    }
  };
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
