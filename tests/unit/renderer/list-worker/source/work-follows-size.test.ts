import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { type CountedSteps, fewRows, manyRows } from "../count-steps.ts";

/** Steps that any file costs, such as looking at its letters in nine encodings, and those that a byte may add. */
const stepsOfAnyFile = 400_000;
const stepsOfByte = 200;

let counted: CountedSteps;

beforeAll(async () => {
  const program = fileURLToPath(new URL("../count-steps.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--no-opt", program]);
  counted = JSON.parse(stdout) as CountedSteps;
}, 300_000);

test("every fixture of every format is read in steps that its bytes allow", () => {
  expect(counted.fixtures.length).toBeGreaterThan(20);
  for (const { name, bytes, steps } of counted.fixtures) {
    expect(steps, name).toBeGreaterThan(0);
    expect(steps, name).toBeLessThan(stepsOfAnyFile + bytes * stepsOfByte);
  }
});

test("a list of four times the rows takes four times the steps at most, in every format", () => {
  expect(counted.lists.map(({ type }) => type)).toEqual(["xlsx", "biff8", "ods", "html", "xlml", "csv", "txt"]);
  for (const { type, few, many } of counted.lists) {
    // The first rows of a list are looked at more closely than the others.
    expect(many / few, type).toBeGreaterThan(1.2);
    expect(many / few, type).toBeLessThan((manyRows / fewRows) * 1.05);
  }
});
