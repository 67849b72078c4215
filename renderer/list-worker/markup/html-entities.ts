import { type Entity, entityOf, noEntity, numericEntity, withoutEntities, withSemicolon } from "../source/entities.ts";

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
  return withSemicolon(text, at, numericEntity(text, at) || namedEntity(text, at));
}

function namedEntity(text: string, at: number): Entity {
  let end = at + 1;
  while (end - at <= longestName && isOfName(text.charCodeAt(end))) end++;
  if (end - at <= shortestName) return noEntity;
  const sign = named.get(text.slice(at + 1, end));
  return sign === undefined ? noEntity : entityOf(sign.charCodeAt(0), end - at);
}

function isOfName(unit: number): boolean {
  const letter = unit | 32;
  return (letter >= 97 && letter <= 122) || (unit >= 48 && unit <= 57);
}
