import {
  codeOf,
  type Entity,
  entityOf,
  lengthOf,
  noEntity,
  numericEntity,
  withoutEntities,
  withSemicolon,
} from "../source/entities.ts";
import { htmlLetters } from "./html-letters.ts";

/** Names of the letters from U+00A0 on, in order (HTML 4, "Latin-1 Entities"). */
const latin1 = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro " +
  "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil " +
  "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave " +
  "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml " +
  "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute " +
  "thorn yuml"
).split(" ");

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    euro: "€",
    hellip: "…",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    bull: "•",
    trade: "™",
    numero: "№",
    ensp: " ",
    emsp: " ",
    thinsp: " ",
    zwnj: "\u200c",
    zwj: "\u200d",
    lrm: "\u200e",
    rlm: "\u200f",
  }),
]);

/** No name has more letters and digits, and every one has two. */
const [shortestName, longestName] = [2, 8];

/** Text of a web page with its entities resolved; a name that is none stays as it is. */
export function unescapeHtml(text: string): string {
  return withoutEntities(text, readEntity);
}

function readEntity(text: string, at: number): Entity {
  return withSemicolon(text, at, asBrowsersRead(numericEntity(text, at)) || namedEntity(text, at));
}

/** Old programs give quotes and dashes the numbers that Windows has for them, where no letters are (HTML, 13.2.5.80). */
function asBrowsersRead(entity: Entity): Entity {
  const code = codeOf(entity);
  if (code < firstOfWindows || code >= firstOfWindows + windowsSigns.length) return entity;
  const sign = windowsSigns[code - firstOfWindows] ?? "";
  return sign === " " ? entity : entityOf(sign.charCodeAt(0), lengthOf(entity));
}

const firstOfWindows = 0x80;
/** What Windows-1252 has there, a space for nothing. */
const windowsSigns = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function namedEntity(text: string, at: number): Entity {
  let end = at + 1;
  while (end - at <= longestName && isOfName(text.charCodeAt(end))) end++;
  if (end - at <= shortestName) return noEntity;
  const name = text.slice(at + 1, end);
  const sign = named.get(name) ?? (text[end] === ";" ? htmlLetters.get(name) : undefined);
  return sign === undefined ? noEntity : entityOf(sign.charCodeAt(0), end - at);
}

function isOfName(unit: number): boolean {
  const letter = unit | 32;
  return (letter >= 97 && letter <= 122) || (unit >= 48 && unit <= 57);
}
