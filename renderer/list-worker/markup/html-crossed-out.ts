import type { HtmlAttributes } from "./html-attributes.ts";

/** Elements whose content is crossed out (HTML, 4.5.5 and 4.7.2; `strike` is their older name). */
export const crossingOut: readonly string[] = ["s", "strike", "del"];

const crosses = /text-decoration(?:-line)?\s*:[^;}]*line-through/i;

/** So many characters of a page's own styles are looked through. */
const mostOfStyles = 1024 * 1024;

/**
 * What crosses out in a web page: elements by their names, styles of their own, and the classes of the page's styles, as
 * Excel writes for every format of a cell.
 */
export class HtmlCrossedOut {
  private readonly classes: ReadonlySet<string>;
  private readonly anyLine: boolean;

  constructor(html: string) {
    this.anyLine = /line-through/i.test(html);
    this.classes = this.anyLine ? struckClasses(html) : new Set();
  }

  /** Whether an element with these attributes crosses out what is in it; `name` is "" for a row and a cell. */
  strikes(name: string, attributes: HtmlAttributes): boolean {
    if (crossingOut.includes(name)) return true;
    if (!this.anyLine || attributes.size === 0) return false;
    if (crosses.test(attributes.get("style") ?? "")) return true;
    if (this.classes.size === 0) return false;
    return (attributes.get("class") ?? "").split(/\s+/).some((one) => this.classes.has(one));
  }
}

/** The classes that a page's styles cross out; other ways of naming elements are not followed. */
function struckClasses(html: string): Set<string> {
  const classes = new Set<string>();
  let left = mostOfStyles;
  for (let at = html.search(/<style/i); at !== -1 && left > 0;) {
    const end = html.indexOf("</", at);
    const styles = html.slice(at, end === -1 ? at + left : Math.min(end, at + left));
    left -= styles.length;
    for (const rule of styles.split("}")) {
      const [selectors = "", properties = ""] = rule.split("{");
      if (!crosses.test(properties)) continue;
      for (const [, name = ""] of selectors.matchAll(/\.([\w-]+)\s*(?=,|$)/g)) classes.add(name);
    }
    const next = end === -1 ? -1 : html.slice(end).search(/<style/i);
    at = next === -1 ? -1 : end + next;
  }
  return classes;
}
