import { describe, expect, test } from "vitest";
import { type Item, menuTemplate } from "../../../electron/menu-template.ts";
import { menuWords } from "../../../electron/menu-words.ts";

const nothing = { choose: () => undefined, openFile: () => undefined };

function labelsOf(items: Item[]): (string | undefined)[] {
  return items.flatMap(({ type, label, submenu }) => [
    ...(type === "separator" ? [] : [label]),
    ...(submenu === undefined ? [] : labelsOf(submenu)),
  ]);
}

describe.each([
  ["a Mac", true],
  ["the others", false],
])("on %s", (_, mac) => {
  test.each(["uk-UA", "ru"])("every item of the menu is said in the language %s, those of the system too", (locale) => {
    const labels = labelsOf(menuTemplate(menuWords(locale), mac, nothing));
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => label !== "Campaign Desk" && !/[а-яії]{2}/i.test(label ?? ""))).toEqual([]);
  });
});

test("a language that the menu does not speak has it in English", () => {
  expect(labelsOf(menuTemplate(menuWords("de"), false, nothing))).toEqual(
    labelsOf(menuTemplate(menuWords("en-GB"), false, nothing)),
  );
});
