import type { HtmlAttributes } from "./html-attributes.ts";

/** Elements that stand on lines of their own. */
export const blocks: ReadonlySet<string> = new Set(
  (
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre section article main header footer aside nav form fieldset figure " +
    "figcaption blockquote address center details summary table"
  ).split(" "),
);

/** Elements whose end says where what they hide ends; tables, their rows and cells say it themselves. */
export const hiding: ReadonlySet<string> = new Set(
  [...blocks, "span", "a", "b", "i", "font"].filter((name) => name !== "table"),
);

/** Items of lists, which mostly end without saying so: with the next one, or with their list. */
const items: ReadonlySet<string> = new Set(["li", "dt", "dd"]);
const lists: ReadonlySet<string> = new Set(["ul", "ol", "dl"]);

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
  /** How many lists are open within a hidden item of one. */
  private innerLists = 0;

  get hides(): boolean {
    return this.depth > 0;
  }

  /** Takes the beginning of an element; false when it is hidden, by itself or by one around it. */
  open(name: string, attributes: HtmlAttributes): boolean {
    // A paragraph ends where the next block begins.
    if (this.name === "p" && blocks.has(name)) this.depth = 0;
    if (items.has(this.name) && items.has(name) && this.innerLists === 0) this.depth = 0;
    if (this.depth > 0) {
      if (name === this.name) this.depth++;
      if (lists.has(name)) this.innerLists++;
      return false;
    }
    if (!hiding.has(name) || !isHidden(attributes)) return true;
    this.name = name;
    this.depth = 1;
    this.innerLists = 0;
    return false;
  }

  /** Takes the end of an element; false when it was hidden. */
  close(name: string): boolean {
    if (this.depth === 0) return true;
    if (name === this.name) this.depth--;
    else if (lists.has(name) && --this.innerLists < 0 && items.has(this.name)) {
      // The list around a hidden item that never said where it ends.
      this.depth = 0;
      return true;
    }
    return false;
  }
}
