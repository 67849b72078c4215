import { expect, test } from "vitest";
import { TemplateStore } from "../../../../electron/library/templates.ts";
import { openLibrary } from "./library-file.ts";

const now = "2026-11-24T09:41:00.000Z";

test("templates are kept in the order of their names and change under their id", () => {
  const store = new TemplateStore(openLibrary());
  store.add({ id: "t1", name: "sale", text: "Sale" }, now);
  store.add({ id: "t2", name: "Order ready", text: "{Name}, it is ready" }, now);
  store.change({ id: "t1", name: "Sale", text: "Sale until Sunday" }, now);
  expect(store.all()).toEqual([
    { id: "t2", name: "Order ready", text: "{Name}, it is ready", builtIn: false },
    { id: "t1", name: "Sale", text: "Sale until Sunday", builtIn: false },
  ]);
});

test("names in other letters than English ones are in their order too, and numbers by their size", () => {
  const store = new TemplateStore(openLibrary());
  const names = ["акція", "Ірис", "Розпродаж (2)", "розпродаж (10)", "Яблука"];
  for (const [index, name] of names.toReversed().entries()) store.add({ id: `t${index}`, name, text: "x" }, now);
  expect(store.all().map(({ name }) => name)).toEqual(names);
});

test("a template that is gone cannot be changed", () => {
  const store = new TemplateStore(openLibrary());
  store.add({ id: "t1", name: "sale", text: "Sale" }, now);
  store.delete("t1");
  expect(store.change({ id: "t1", name: "x", text: "y" }, now)).toMatchObject({ ok: false });
  expect(store.all()).toEqual([]);
});
