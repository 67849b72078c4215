import { expect, test } from "vitest";
import { newTemplates } from "../../../../../renderer/features/templates/new-templates.ts";

test("what is here already is not added again, and another text of the same name gets a number", () => {
  const known = [{ name: "Sale", text: "20% off" }];
  const filed = [
    { name: "Sale", text: "20% off" },
    { name: "Sale", text: "30% off" },
    { name: "Sale", text: "30% off" },
    { name: "Order", text: "Ready" },
    { name: "Sale", text: "40% off" },
  ];
  expect(newTemplates(filed, known)).toEqual([
    { name: "Sale (2)", text: "30% off" },
    { name: "Order", text: "Ready" },
    { name: "Sale (3)", text: "40% off" },
  ]);
});

test("a numbered name keeps to the limit", () => {
  const name = "x".repeat(200);
  expect(newTemplates([{ name, text: "b" }], [{ name, text: "a" }])[0]?.name).toBe(`${"x".repeat(196)} (2)`);
});
