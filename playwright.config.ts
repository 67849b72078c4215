import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "out/e2e",
  // One program at a time: a cold Chromium takes seconds on a small machine, and the keychain is shared.
  workers: 1,
  // Generous: it ends what hangs, and a shared machine may be ten times as slow as an idle one.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "out/e2e-results.json" }]],
  forbidOnly: process.env["CI"] !== undefined,
});
