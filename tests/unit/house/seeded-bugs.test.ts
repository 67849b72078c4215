import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededBugs } from "../../faults/seeded-bugs.ts";

const root = join(import.meta.dirname, "../../..");

test.each(seededBugs)("the seeded bug can still be put in: $why ($file)", ({ file, text, replacement, test: own }) => {
  const source = readFileSync(join(root, file), "utf8");
  expect(source.split(text)).toHaveLength(2);
  expect(replacement).not.toBe(text);
  expect(existsSync(join(root, "tests/unit", own))).toBe(true);
});
