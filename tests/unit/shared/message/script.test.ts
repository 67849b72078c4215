import { expect, test } from "vitest";
import { scriptOf } from "../../../../shared/message/script.ts";

test.each([
  ["Hello €5", "latin"],
  ["“Hello”…", "latin"],
  ["Hello Олено", "cyrillic"],
  ["Olena 😀", "emoji"],
  ["❤️", "emoji"],
  ["Γειά", "greek"],
  ["ΓΔΘ", "latin"],
  ["Łódź", "other"],
  ["你好", "other"],
  ["Привіт 😀", "cyrillic"],
] as const)("the script that forces %j into UCS-2 is %s", (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
