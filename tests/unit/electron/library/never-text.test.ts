import { expect, test } from "vitest";
import { NeverTextStore } from "../../../../electron/library/never-text.ts";
import { openLibrary } from "./library-file.ts";

test("a number put on the list twice keeps the day it was put there first", () => {
  const store = new NeverTextStore(openLibrary());
  expect(store.add(["380671234567", "380501112233"], "2026-03-04T00:00:00.000Z")).toBe(2);
  expect(store.add(["380671234567"], "2026-11-24T00:00:00.000Z")).toBe(0);
  expect(store.everything()).toEqual({
    numbers: ["380501112233", "380671234567"],
    since: ["2026-03-04T00:00:00.000Z", "2026-03-04T00:00:00.000Z"],
  });
});

test("numbers are found by any run of their digits and come in pages", () => {
  const store = new NeverTextStore(openLibrary());
  store.add(["380671234567", "380671234568", "48601234567"], "2026-03-04T00:00:00.000Z");
  expect(store.page({ search: "067 123", offset: 0, limit: 1 })).toEqual({
    total: 2,
    rows: [{ number: "380671234567", since: "2026-03-04T00:00:00.000Z" }],
    erased: 0,
  });
});

test("words that are no number find nobody, and not everybody", () => {
  const store = new NeverTextStore(openLibrary());
  store.add(["380671234567"], "2026-03-04T00:00:00.000Z");
  for (const search of ["Olena", "Olena 067", "+"]) {
    expect(store.page({ search, offset: 0, limit: 9 }), search).toMatchObject({ total: search === "+" ? 1 : 0 });
  }
});

test("among tells which of some numbers must not be texted, and not after they were taken off", () => {
  const store = new NeverTextStore(openLibrary());
  store.add(["380671234567"], "2026-03-04T00:00:00.000Z");
  expect(store.among(["48601234567", "380671234567"])).toEqual(["380671234567"]);
  store.remove(["380671234567"]);
  expect(store.among(["380671234567"])).toEqual([]);
});
