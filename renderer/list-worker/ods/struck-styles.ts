import type { HeldMemory } from "../source/held-memory.ts";
import type { XmlHandler } from "../xlsx/xml-scanner.ts";
import { attributes } from "../xlsx/xml-text.ts";

const styleBytes = 200;
/** So many parents of a style are looked at: they may lie in a ring. */
const mostParents = 20;

type Family = "table-cell" | "text" | "paragraph";
type Style = { strikes: boolean | null; parent: string };

const keyOf = (family: string, name: string): string => `${family} ${name}`;

/**
 * The styles of a document that cross out what they are put on (OpenDocument 1.3, part 3, 20.409 and 20.410:
 * `text-line-through-style` and `-type`, of which some writers have only one). One that a condition puts on is not
 * followed.
 */
export class StruckStyles implements XmlHandler {
  /** True once any style crosses out: until then nothing needs to be asked. */
  any = false;
  private readonly memory: HeldMemory;
  private readonly styles = new Map<string, Style>();
  private current: Style | null = null;

  constructor(memory: HeldMemory) {
    this.memory = memory;
  }

  open(name: string, bytes: Uint8Array, from: number, to: number): void {
    if (name === "style") this.openStyle(attributes(bytes, from, to));
    else if (name === "text-properties" && this.current !== null) this.addProperties(attributes(bytes, from, to));
  }

  close(name: string): void {
    if (name === "style") this.current = null;
  }

  text(): void {}

  /** Whether a style crosses out, by itself or by its parents; null where it does not say, as one that is not there. */
  strikes(family: Family, name: string | undefined): boolean | null {
    if (!this.any || name === undefined) return null;
    let style = this.styles.get(keyOf(family, name));
    for (let i = 0; i < mostParents && style !== undefined; i++) {
      if (style.strikes !== null) return style.strikes;
      style = this.styles.get(style.parent);
    }
    return null;
  }

  private openStyle(given: ReadonlyMap<string, string>): void {
    this.current = null;
    const family = given.get("family") ?? "";
    // Columns, rows and drawings have styles too.
    if (!/^(table-cell|text|paragraph)$/.test(family)) return;
    this.memory.hold(styleBytes);
    this.current = { strikes: null, parent: keyOf(family, given.get("parent-style-name") ?? "") };
    this.styles.set(keyOf(family, given.get("name") ?? ""), this.current);
  }

  private addProperties(given: ReadonlyMap<string, string>): void {
    const said = given.get("text-line-through-style") ?? given.get("text-line-through-type");
    if (said === undefined || this.current === null) return;
    this.current.strikes = said !== "none";
    this.any ||= this.current.strikes;
  }
}
