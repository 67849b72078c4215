import { expect, test } from "vitest";
import { lookalikeOf } from "../../../../shared/message/marks.ts";

test.each([
  ["“", "double-quote", '"'],
  ["’", "single-quote", "'"],
  ["—", "dash", "-"],
  ["…", "ellipsis", "..."],
  ["\u00a0", "no-break-space", " "],
  ["\u2009", "space", " "],
  ["\u2028", "line-break", "\n"],
  ["\u000b", "line-break", "\n"],
  ["\u200b", "invisible", ""],
  ["\u0000", "invisible", ""],
  ["\u001f", "invisible", ""],
  ["\u007f", "invisible", ""],
  ["‹", "angle-quote-left", "'"],
])("the lookalike of %j is that of a %s", (char, name, replacement) => {
  expect(lookalikeOf(char)).toEqual({ name, replacement });
});

test("letters, digits and currency signs are no marks", () => {
  for (const char of "łçж1€№½") expect(lookalikeOf(char)).toBeNull();
});
