import { unescapeHtml } from "./html-entities.ts";

/** The attributes that say something of a cell, a row or a column. */
const wanted = [
  "colspan",
  "rowspan",
  "span",
  "style",
  "class",
  "hidden",
  "x:num",
  "sdval",
  "data-sheets-value",
  "data-t",
  "data-v",
] as const;
export type HtmlAttribute = (typeof wanted)[number];
export type HtmlAttributes = ReadonlyMap<HtmlAttribute, string>;

/** So many attributes of an element are looked at; the fullest cells of real pages have a dozen. */
const mostAttributes = 64;

export const noAttributes: HtmlAttributes = new Map();

const [quote, apostrophe, slash, equals, greaterThan] = [34, 39, 47, 61, 62];
const isSpace = (code: number): boolean => code <= 32 || code === 0xa0;
const endsName = (code: number): boolean =>
  isSpace(code) || code === equals || code === slash || code === quote || code === apostrophe || code === greaterThan;

function wantedName(html: string, from: number, to: number): HtmlAttribute | undefined {
  return wanted.find((name) => name.length === to - from && html.slice(from, to).toLowerCase() === name);
}

function behindSpace(html: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(html.charCodeAt(at))) at++;
  return at;
}

/** The wanted attributes that stand between two places of a web page; of several with one name the first. */
export function htmlAttributes(html: string, from: number, to: number): HtmlAttributes {
  let found: Map<HtmlAttribute, string> | undefined;
  let at = from;
  for (let looked = 0; looked < mostAttributes; looked++) {
    while (at < to && endsName(html.charCodeAt(at))) at++;
    if (at >= to) break;
    const start = at;
    while (at < to && !endsName(html.charCodeAt(at))) at++;
    const name = wantedName(html, start, at);
    let value = "";
    const sign = behindSpace(html, at, to);
    if (sign < to && html.charCodeAt(sign) === equals) {
      at = behindSpace(html, sign + 1, to);
      const opening = html.charCodeAt(at);
      const isQuoted = opening === quote || opening === apostrophe;
      let end = isQuoted ? html.indexOf(opening === quote ? '"' : "'", at + 1) : at;
      if (isQuoted && (end === -1 || end > to)) end = to;
      if (!isQuoted) while (end < to && !isSpace(html.charCodeAt(end))) end++;
      if (name !== undefined) value = html.slice(isQuoted ? at + 1 : at, end);
      at = isQuoted ? end + 1 : end;
    }
    if (name === undefined) continue;
    found ??= new Map();
    if (!found.has(name)) found.set(name, unescapeHtml(value));
  }
  return found ?? noAttributes;
}
