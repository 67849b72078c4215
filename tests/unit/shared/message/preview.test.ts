import { expect, test } from "vitest";
import { previewOf } from "../../../../shared/message/preview.ts";

test("a preview has the text with its counts", () => {
  const person = { position: 3, row: 7, added: false, number: "380671234567" };
  expect(previewOf(person, "Привіт")).toEqual({
    ...person,
    text: "Привіт",
    encoding: "ucs2",
    units: 6,
    parts: 1,
    roomLeft: 64,
  });
});
