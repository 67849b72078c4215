import { type Entity, entityOf, noEntity, numericEntity, withoutEntities, withSemicolon } from "../source/entities.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const named = Object.entries({ "&lt": "<", "&gt": ">", "&amp": "&", "&quot": '"', "&apos": "'" }).map(
  ([name, sign]) => ({ name, entity: entityOf(sign.charCodeAt(0), name.length) }),
);

/** Text with the five entities of XML and numeric ones resolved; what is none stays as it is. */
export function unescapeXml(text: string): string {
  return withoutEntities(text, readEntity);
}

function readEntity(text: string, at: number): Entity {
  const entity = numericEntity(text, at) || (named.find(({ name }) => text.startsWith(name, at))?.entity ?? noEntity);
  const closed = withSemicolon(text, at, entity);
  return closed === entity ? noEntity : closed;
}

/** Excel writes control characters in cells as `_x000D_`, and an underscore that looks like one as `_x005F_`. */
export function unescapeCell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A run of text between elements. */
export function decodeText(bytes: Uint8Array, from: number, to: number, literal: boolean): string {
  const text = decoder.decode(bytes.subarray(from, to));
  return literal ? text : unescapeXml(text);
}

const longestAttributes = 8_192;
const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * All attributes by their local names; of two alike the first counts. For elements of which several are wanted. Looks
 * at each sign once: a pattern would try a name of thousands of letters from each of them.
 */
export function attributes(bytes: Uint8Array, from: number, to: number): ReadonlyMap<string, string> {
  // No element of a spreadsheet has that much of them.
  if (to - from < 4 || to - from > longestAttributes) return noAttributes;
  const text = decoder.decode(bytes.subarray(from, to));
  const found = new Map<string, string>();
  let nameFrom = 0;
  for (let at = text.indexOf("="); at !== -1; at = text.indexOf("=", nameFrom)) {
    const value = behindSpace(text, at + 1);
    const quote = text[value];
    if (quote !== '"' && quote !== "'") {
      nameFrom = at + 1;
      continue;
    }
    const end = text.indexOf(quote, value + 1);
    if (end === -1) break;
    const name = text.slice(nameFrom, at).trim();
    const local = name.slice(Math.max(name.lastIndexOf(":"), name.search(/\s\S*$/)) + 1);
    if (local !== "" && !found.has(local)) found.set(local, unescapeXml(text.slice(value + 1, end)));
    nameFrom = end + 1;
  }
  return found;
}

function behindSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

/** The value of an attribute by its local name, or null. Meant for elements of which few are wanted. */
export function attribute(bytes: Uint8Array, from: number, to: number, name: string): string | null {
  const start = attributeAt(bytes, from, to, name);
  if (start === -1) return null;
  const quote = bytes[start - 1];
  let end = start;
  while (end < to && bytes[end] !== quote) end++;
  return unescapeXml(decoder.decode(bytes.subarray(start, end)));
}

/**
 * The offset of an attribute's value by its local name, -1 without it; the value ends with the quote that stands before
 * that offset. Makes no strings: for elements that come by the million.
 */
export function attributeAt(bytes: Uint8Array, from: number, to: number, name: string): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== 61) continue;
    let nameEnd = at;
    while (nameEnd > from && isSpace(bytes[nameEnd - 1])) nameEnd--;
    let value = at + 1;
    while (value < to && isSpace(bytes[value])) value++;
    const quote = bytes[value];
    if (quote !== 34 && quote !== 39) continue;
    if (isNamed(bytes, nameEnd, name)) return value + 1;
    at = value + 1;
    while (at < to && bytes[at] !== quote) at++;
  }
  return -1;
}

const isSpace = (byte: number | undefined): boolean => byte !== undefined && byte <= 32;

/** True where `name` ends at `end` and begins an attribute, perhaps behind its prefix. */
function isNamed(bytes: Uint8Array, end: number, name: string): boolean {
  const start = end - name.length;
  const before = bytes[start - 1];
  if (before !== 58 && !isSpace(before)) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}
