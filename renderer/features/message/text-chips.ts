import { parseTemplate, type Segment } from "../../../shared/message/template.ts";

type Chip = { start: number; end: number };

/** The field that ends where the caret is (or, `forwards`, begins there); null where there is none. */
export function chipBeside(text: string, fields: readonly string[], caret: number, forwards: boolean): Chip | null {
  return chipWhere(text, fields, ({ start, end }) => (forwards ? start : end) === caret);
}

/** The field that the caret is within. */
export function chipAround(text: string, fields: readonly string[], caret: number): Chip | null {
  return chipWhere(text, fields, ({ start, end }) => start <= caret && caret < end);
}

function chipWhere(text: string, fields: readonly string[], is: (segment: Segment) => boolean): Chip | null {
  const chip = parseTemplate(text, fields).segments.find((segment) => segment.kind === "field" && is(segment));
  return chip === undefined ? null : { start: chip.start, end: chip.end };
}
