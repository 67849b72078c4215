import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Left to itself vitest keeps one processor free: on two, half of them.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          environment: "node",
          setupFiles: ["tests/unit/whole-size.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "component",
          include: ["tests/component/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          setupFiles: ["tests/unit/whole-size.ts", "tests/component/patience.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
