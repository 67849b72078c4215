import * as fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { DigitPattern, noMatch } from "../../../../shared/recipients/digit-pattern.ts";
import { planOf } from "../../../../shared/recipients/phone-plan.ts";

/** What a pattern says digit by digit, and of all of them at once: the same. */
function matches(pattern: DigitPattern, digits: string): boolean {
  let state = pattern.start;
  for (const digit of digits) if (state !== noMatch) state = pattern.next(state, Number(digit));
  const found = state !== noMatch && pattern.isMatch(state);
  const values = Uint8Array.from(`7${digits}7`, Number);
  expect([digits, pattern.matches(pattern.start, values, 1, values.length - 1)]).toEqual([digits, found]);
  return found;
}

test("a pattern matches what its expressions match, and nothing else", () => {
  const pattern = new DigitPattern([/^38(?:0[5-79]\d{2,3}|1)?$/, /^007$/]);
  const right = ["38", "381", "380512", "3805123", "380999", "007"];
  const wrong = ["", "3", "380", "38051", "38051234", "3804123", "3811", "00", "0071", "7"];
  expect(right.filter((digits) => !matches(pattern, digits))).toEqual([]);
  expect(wrong.filter((digits) => matches(pattern, digits))).toEqual([]);
});

test("an expression with anything that is not understood is refused", () => {
  for (const expression of [/^(?!0)\d{2}$/, /^\d*$/, /^a$/, /^(1)$/, /^1.$/, /^[^1]$/]) {
    expect(() => new DigitPattern([expression])).toThrow("No pattern over digits");
  }
});

const plans = getCountries().map((country) => {
  const { mobile, any, abroad, code } = planOf(country);
  const expressions = [any, new RegExp(`${abroad.source}$`), ...(mobile === null ? [] : [mobile])];
  const example = code + (getExampleNumber(country, examples)?.nationalNumber ?? "");
  return {
    code,
    example,
    patterns: expressions.map((expression) => ({ expression, of: new DigitPattern([expression]) })),
  };
});

test("the patterns of every country's plan match the same digits as its expressions", () => {
  const digits = fc.stringMatching(/^\d{0,4}$/);
  const plan = fc.constantFrom(...plans);
  fc.assert(
    fc.property(
      plan,
      fc.nat({ max: 12 }),
      digits,
      fc.nat({ max: 4 }),
      fc.stringMatching(/^\d{2,15}$/),
      (plan, at, put, out, any) => {
        const near = plan.example.slice(0, at) + put + plan.example.slice(at + out);
        for (const number of [plan.example, near, plan.code + any, any]) {
          for (const { expression, of } of plan.patterns) {
            expect([expression, number, matches(of, number)]).toEqual([expression, number, expression.test(number)]);
          }
        }
      },
    ),
    { numRuns: 3_000 },
  );
});

test("and every number that such an expression can write", () => {
  const different: string[] = [];
  for (const { patterns } of plans) {
    for (const { expression, of } of patterns) {
      for (const number of fc.sample(fc.stringMatching(expression), { numRuns: 20, seed: 5 })) {
        for (const other of [number, `${number}0`, number.slice(0, -1)]) {
          if (matches(of, other) !== expression.test(other))
            different.push(`${expression.source.slice(0, 30)}: ${other}`);
        }
      }
    }
  }
  expect(different).toEqual([]);
});
