import { expect, test } from "vitest";
import { sameCosts } from "../../../../renderer/draft/price-estimate.ts";
import type { Cost } from "../../../../shared/message/tally.ts";

const cost = (parts: number, people = 10): Cost => ({ encoding: "gsm7", parts, people, sample: "380671234567" });

test("a price holds for another text only while everybody costs the same, as it is and with marks replaced", () => {
  const asked = { costs: [cost(1)], saving: null };
  expect(sameCosts(asked, { costs: [cost(1)], saving: null })).toBe(true);
  expect(sameCosts(asked, { costs: [cost(2)], saving: null })).toBe(false);
  expect(sameCosts(asked, { costs: [cost(1, 9)], saving: null })).toBe(false);
  expect(sameCosts(asked, null)).toBe(false);
  const saving = { marks: ["…"], people: 10, partsSaved: 10, replaced: "", costs: [cost(1)] };
  expect(sameCosts({ costs: [cost(2)], saving }, { costs: [cost(2)], saving: null })).toBe(false);
});
