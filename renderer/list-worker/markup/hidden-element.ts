import type { HtmlAttributes } from "./html-attributes.ts";

/** Elements that stand on lines of their own. */
export const blocks: ReadonlySet<string> = new Set(
  (
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre section article main header footer aside nav form fieldset figure " +
    "figcaption blockquote address center details summary table"
  ).split(" "),
);

/** Tables, their rows and cells say themselves where what they hide ends. */
const blocksButTables: ReadonlySet<string> = new Set([...blocks].filter((name) => name !== "table"));
const inline = ["span", "a", "b", "i", "font"];

/** Elements whose end says where what they hide ends. */
export const hiding: ReadonlySet<string> = new Set([...blocksButTables, ...inline]);

/** Items of lists, which mostly end without saying so: with the next one, or with their list. */
const items: ReadonlySet<string> = new Set(["li", "dt", "dd"]);
const lists: ReadonlySet<string> = new Set(["ul", "ol", "dl"]);

/** With the end of which elements around it an element ends that does not say so itself. */
const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...Array.from(items, (name) => [name, lists] as const),
  ...inline.map((name) => [name, blocksButTables] as const),
]);

/** True for what a style or an attribute hides. */
export function isHidden(attributes: HtmlAttributes): boolean {
  const style = (attributes.get("style") ?? "").toLowerCase();
  return attributes.has("hidden") || /display\s*:\s*none|visibility\s*:\s*(collapse|hidden)/.test(style);
}

/** Follows the elements of a page, and says whether one of them hides what comes. */
export class HiddenElement {
  private name = "";
  /** How many of its name are open since; 0 where nothing is hidden. */
  private depth = 0;
  /** How many elements of those that could end it are open within it. */
  private inner = 0;

  get hides(): boolean {
    return this.depth > 0;
  }

  /** Takes the beginning of an element; false when it is hidden, by itself or by one around it. */
  open(name: string, attributes: HtmlAttributes): boolean {
    // A paragraph ends where the next block begins.
    if (this.name === "p" && blocks.has(name)) this.depth = 0;
    if (items.has(this.name) && items.has(name) && this.inner === 0) this.depth = 0;
    if (this.depth > 0) {
      if (name === this.name) this.depth++;
      if (this.isEndedBy(name)) this.inner++;
      return false;
    }
    if (!hiding.has(name) || !isHidden(attributes)) return true;
    this.name = name;
    this.depth = 1;
    this.inner = 0;
    return false;
  }

  /** Takes the end of an element; false when it was hidden. */
  close(name: string): boolean {
    if (this.depth === 0) return true;
    if (name === this.name) this.depth--;
    else if (this.isEndedBy(name) && --this.inner < 0) {
      // What is around a hidden element that never said where it ends.
      this.depth = 0;
      return true;
    }
    return false;
  }

  private isEndedBy(name: string): boolean {
    return endedBy.get(this.name)?.has(name) === true;
  }
}
