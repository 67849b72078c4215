import { gsmUnits, nonGsmCharacters } from "./encoding.ts";

/** A script that needs UCS-2. */
export type ForeignScript = "cyrillic" | "greek" | "emoji" | "other";

const cyrillic = /\p{Script=Cyrillic}/u;
const greek = /\p{Script=Greek}/u;

/**
 * The script that forces a text into UCS-2: the one most of its characters outside GSM 7-bit belong to. "latin" when
 * nothing forces it but typographic marks, which have lookalikes; "other" also for Latin letters outside GSM 7-bit (ł).
 */
export function scriptOf(text: string): "latin" | ForeignScript {
  if (gsmUnits(text) >= 0) return "latin";
  const counts: Record<ForeignScript, number> = { cyrillic: 0, greek: 0, emoji: 0, other: 0 };
  for (const { char, name, replacement } of nonGsmCharacters(text)) {
    if (replacement !== null) continue;
    if (cyrillic.test(char)) counts.cyrillic++;
    else if (greek.test(char)) counts.greek++;
    else if (name === "emoji") counts.emoji++;
    else counts.other++;
  }
  let most: "latin" | ForeignScript = "latin";
  for (const script of ["cyrillic", "greek", "emoji", "other"] as const) {
    if (counts[script] > (most === "latin" ? 0 : counts[most])) most = script;
  }
  return most;
}
