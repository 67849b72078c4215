import { expect, test } from "vitest";
import { commonest } from "../../../../../renderer/features/lists/list-country.ts";
import { findLists, type ListOrder, tagsOf, toneOf } from "../../../../../renderer/features/lists/find-lists.ts";

const list = (name: string, people: number, day: number, ...tags: string[]) => ({
  id: name,
  name,
  people,
  updatedAt: `2026-11-${day}T09:00:00.000Z`,
  tags,
});
const lists = [
  list("List 10", 5, 12, "Kyiv"),
  list("List 9", 900, 10, "VIP", "kyiv"),
  list("Ярмарок", 40, 11),
  list("Єдиний", 40, 13, "весна"),
];
const namesBy = (by: ListOrder["by"], down: boolean, search = "", tag: string | null = null) =>
  findLists(lists, { search, tag, order: { by, down } }, "uk").map(({ name }) => name);

test("lists are ordered by name as the language has it, by people and by day, both ways", () => {
  expect(namesBy("name", false)).toEqual(["Єдиний", "Ярмарок", "List 9", "List 10"]);
  expect(namesBy("people", true)).toEqual(["List 9", "Єдиний", "Ярмарок", "List 10"]);
  expect(namesBy("changed", false)).toEqual(["List 9", "Ярмарок", "List 10", "Єдиний"]);
});

test("a list is found by words of its name or its tags, whatever their case, and by one tag", () => {
  expect(namesBy("name", false, "ЯРМ")).toEqual(["Ярмарок"]);
  expect(namesBy("name", false, " Весн")).toEqual(["Єдиний"]);
  expect(namesBy("name", false, "", "Kyiv")).toEqual(["List 9", "List 10"]);
  expect(namesBy("name", false, "9", "Kyiv")).toEqual(["List 9"]);
});

test("tags that differ in case alone are one tag, counted once a list, and keep one colour", () => {
  expect(tagsOf(lists, "uk")).toEqual([
    { tag: "весна", lists: 1 },
    { tag: "Kyiv", lists: 2 },
    { tag: "VIP", lists: 1 },
  ]);
  expect(toneOf("KYIV")).toBe(toneOf("kyiv"));
});

test("people are of one country only where more than half of them are", () => {
  expect(commonest(["UA", "PL", "UA"])).toBe("UA");
  expect(commonest(["UA", "PL"])).toBeNull();
  expect(commonest([])).toBeNull();
});
