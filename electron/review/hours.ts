import type { Preflight } from "../../shared/campaign/preflight.ts";
import { hoursAt, type OffsetOf } from "../../shared/campaign/schedule.ts";
import { countryOf } from "../../shared/recipients/phone-country.ts";

/** The IANA zones of a country by ISO code; none for a code that the engine does not know. */
export type ZonesOf = (country: string) => string[];

/** {@link ZonesOf} by the engine's own data (ECMA-402, Intl.Locale info). */
export const zonesOfCountry: ZonesOf = (country) => {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  // Older type libraries do not know getTimeZones; the Node that Electron embeds has it.
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? [];
};

/**
 * The countries of these numbers in which `instant` is night or a weekend, with the time it is there; most people
 * first. A country of several zones counts as night when it is night in any of them.
 */
export function inconvenientHours(
  numbers: Iterable<string>,
  instant: number,
  zonesOf: ZonesOf,
  offsetOf: OffsetOf,
): Preflight["hours"] {
  const people = new Map<string, number>();
  for (const number of numbers) {
    const country = countryOf(number);
    people.set(country, (people.get(country) ?? 0) + 1);
  }
  return [...people]
    .flatMap(([country, count]) => {
      const all = zonesOf(country).map((zone) => hoursAt(instant, zone, offsetOf));
      const worst = all.find(({ night }) => night) ?? all.find(({ weekend }) => weekend);
      return worst === undefined ? [] : [{ country, people: count, ...worst }];
    })
    .toSorted((a, b) => b.people - a.people);
}
