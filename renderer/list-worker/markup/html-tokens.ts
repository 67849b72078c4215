import { unescapeHtml } from "./html-entities.ts";

export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: () => ReadonlyMap<string, string> }
  | { kind: "close"; name: string };

/** Elements whose content is no markup and nothing of a table. */
const opaque = new Set(["script", "style", "title", "textarea", "xml", "noscript", "template"]);
const longestTag = 16_384;

/** Where the tag that begins before `from` ends; a `>` within quotes does not end it. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length && at - from < longestTag; at++) {
    const sign = html[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === ">") return at;
    else if ((sign === '"' || sign === "'") && html[at - 1] === "=") quote = sign;
  }
  // A quote that is never closed: the tag ends where any reader would give it up.
  return html.indexOf(">", from);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(
    /([^\s=/"'>]+)(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, unescapeHtml(double ?? single ?? bare ?? ""));
  }
  return found;
}

/** Splits a web page into tags and text, once from front to back, whatever is wrong with it. */
export function* htmlTokens(html: string): Generator<HtmlToken, void, undefined> {
  const lower = { closing: (name: string, from: number) => indexOfClosing(html, name, from) };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open !== at) {
      yield { kind: "text", text: html.slice(at, open === -1 ? html.length : open) };
      if (open === -1) return;
    }
    at = open;
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const name = /^<\/?([a-z][a-z\d:-]{0,30})/i.exec(html.slice(at, at + 34))?.[1]?.toLowerCase();
    if (name === undefined) {
      const isMarkup = html[at + 1] === "!" || html[at + 1] === "?";
      const end = isMarkup ? html.indexOf(">", at) : at;
      if (!isMarkup) yield { kind: "text", text: "<" };
      at = end === -1 ? html.length : end + 1;
      continue;
    }
    const end = endOfTag(html, at + 1);
    if (end === -1) return;
    const isClosing = html[at + 1] === "/";
    const from = at + 1 + name.length;
    if (isClosing) yield { kind: "close", name };
    else
      yield { kind: "open", name, attributes: () => attributesOf(html.slice(from, Math.min(end, from + longestTag))) };
    at = end + 1;
    if (!isClosing && opaque.has(name) && html[end - 1] !== "/") at = lower.closing(name, at);
  }
}

function indexOfClosing(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at !== -1; at = html.indexOf("</", at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return html.length;
}
