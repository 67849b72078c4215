import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compiledKernel, kernelFile } from "../../../../../build/kernel.ts";

test("the kernel is what its source compiles to: `npm run kernel` makes it anew", async () => {
  expect(readFileSync(kernelFile, "utf8")).toBe(await compiledKernel());
});
