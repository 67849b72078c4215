import type { Encoding } from "./encoding.ts";
import { countParts } from "./parts.ts";

/** One rendered message for the phone preview and the counter. */
export type Preview = {
  position: number;
  row: number;
  /** Typed by hand: the file has no such row. */
  added: boolean;
  number: string;
  text: string;
  encoding: Encoding;
  units: number;
  parts: number;
  /** Units left in the last part. */
  roomLeft: number;
};

/** Puts the counts beside one rendered message. `position` is the person's place among those texted, `row` the file's. */
export function previewOf(person: Pick<Preview, "position" | "row" | "added" | "number">, text: string): Preview {
  const { encoding, units, parts, roomLeft } = countParts(text);
  return { ...person, text, encoding, units, parts, roomLeft };
}
