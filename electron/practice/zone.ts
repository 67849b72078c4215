const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}

/** True for an IANA zone (`Europe/Kyiv`), `UTC` or an offset such as `+02:00`. */
export function isZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A moment (ms) as `yyyy-mm-dd hh:mm:ss` on the clocks of a zone. */
export function writeTime(at: number, zone: string): string {
  if (zone === "UTC") return new Date(at).toISOString().slice(0, 19).replace("T", " ");
  return formatter(zone).format(at);
}

const shape = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

/**
 * The moment (ms) at which the clocks of a zone show `yyyy-mm-dd hh:mm:ss`; null for another shape or a date that
 * does not exist. A time that a change of the clocks skips is read as the moment of the same distance after it.
 */
export function readTime(text: string, zone: string): number | null {
  if (!shape.test(text)) return null;
  const asUtc = Date.parse(`${text.replace(" ", "T")}Z`);
  if (Number.isNaN(asUtc) || writeTime(asUtc, "UTC") !== text) return null;
  // The second round settles a guess that lay on the other side of a change of the clocks.
  let at = asUtc;
  for (let round = 0; round < 2; round += 1) at = asUtc - offset(at, zone);
  return at;
}

function offset(at: number, zone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  return Date.parse(`${writeTime(second, zone).replace(" ", "T")}Z`) - second;
}
