import { expect, test } from "vitest";
import { readNumbers } from "../../../../../renderer/features/never-text/read-numbers.ts";
import { createPhoneReader } from "../../../../../shared/recipients/phone-number.ts";

const read = createPhoneReader("UA", {});

test("each number is taken once, however it is written, and what is none is handed back", () => {
  expect(readNumbers("067 123 45 67\n+380671234567; +48 512 345 678\n\nhello\n", read)).toEqual({
    numbers: ["380671234567", "48512345678"],
    unread: ["hello"],
  });
});
