/**
 * Typographic marks that word processors and phones put in place of plain ones, by their lookalike within GSM 7-bit.
 * Each of them turns a whole message into UCS-2. Letters are no marks: nobody's name is respelt.
 */
const marks = {
  "double-quote": { chars: "“”„‟«»″‶", replacement: '"' },
  "single-quote": { chars: "‘’‚‛′‵ʼʹ`´", replacement: "'" },
  // Not < and >: around a word they would make it a field.
  "angle-quote-left": { chars: "‹", replacement: "'" },
  "angle-quote-right": { chars: "›", replacement: "'" },
  dash: { chars: "‐‑‒–—―−⁃﹘", replacement: "-" },
  ellipsis: { chars: "…", replacement: "..." },
  bullet: { chars: "•‣●◦∙", replacement: "*" },
  "no-break-space": { chars: "\u00a0\u202f", replacement: " " },
  space: {
    chars: "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000",
    replacement: " ",
  },
  tab: { chars: "\t", replacement: " " },
  // \v is what PowerPoint copies for a line within a paragraph.
  "line-break": { chars: "\v\u0085\u2028\u2029", replacement: "\n" },
  invisible: {
    chars:
      controls() +
      "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff",
    replacement: "",
  },
} as const;

/** Control characters but for tabs, line breaks and the form feed, which GSM 7-bit has: the dirt of old exports. */
function controls(): string {
  const codes = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, at) => 0x7f + at)];
  return String.fromCharCode(...codes.filter((code) => (code < 0x09 || code > 0x0d) && code !== 0x85));
}

/** Names of the marks; the words live in i18n. */
export type MarkName = keyof typeof marks;

const byChar = new Map<string, { name: MarkName; replacement: string }>();
for (const name of Object.keys(marks) as MarkName[]) {
  const { chars, replacement } = marks[name];
  for (const char of chars) byChar.set(char, { name, replacement });
}

/** The plain lookalike of a typographic mark; null for every other character. */
export function lookalikeOf(char: string): { name: MarkName; replacement: string } | null {
  return byChar.get(char) ?? null;
}
