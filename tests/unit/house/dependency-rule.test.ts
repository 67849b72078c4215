import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../electron/library/library-file.ts";

const root = resolve(import.meta.dirname, "../../..");
/** A tool by its script and not by its command: on Windows that one needs a shell, which a space in the path confuses. */
const tool = (script: string, args: string[], cwd = root) =>
  spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd, encoding: "utf8" });

/** Lints one file with the project's own rules in a house of its own, and answers what the linter says. */
function lint(path: string, line: string): string {
  const house = temporaryFolder();
  copyFileSync(join(root, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), `${line}\n`);
  const run = tool("oxlint/bin/oxlint", ["--deny-warnings"], house);
  return run.stdout + run.stderr;
}

describe("the linter refuses a wrong import and says what to do instead", () => {
  test.each([
    ["shared/message/a.ts", 'export { x } from "../../electron/log.ts";', "shared/ knows neither Node nor Electron"],
    ["shared/message/a.ts", 'export { readFile } from "node:fs";', "shared/ knows neither Node nor Electron"],
    ["renderer/ui/a.ts", 'export { x } from "../../electron/log.ts";', "only through window.desk"],
    ["renderer/features/review/a.ts", 'export { x } from "../message/editor.ts";', "Features never import each other"],
    ["electron/bsg/a.ts", 'export { app } from "electron";', "Keep electron imports in"],
    ["electron/bsg/a.ts", 'export { getPassword } from "keytar";', "Only electron/account/keychain.ts"],
    ["electron/bsg/a.ts", 'export { x } from "../../renderer/app.tsx";', "knows nothing of the window's code"],
    [
      "electron/practice/a.ts",
      'export { countParts } from "../../shared/message/parts.ts";',
      "a parts library of its own",
    ],
    ["electron/practice/a.ts", 'export { x } from "../sending/pump.ts";', "stands alone"],
  ])("%s: %s", (path, line, sentence) => {
    expect(lint(path, line)).toContain(sentence);
  });

  test.each([
    ["renderer/features/review/a.ts", 'export { x } from "../../../shared/result.ts";'],
    ["renderer/features/review/a.ts", 'export { x } from "./price-card.tsx";'],
    ["renderer/features/review/a.ts", 'export { x } from "../../../shared/message/parts.ts";'],
    ["renderer/app.tsx", 'export { x } from "./features/review/review.tsx";'],
    ["electron/window.ts", 'export { app } from "electron";'],
    ["electron/account/keychain.ts", 'export { getPassword } from "keytar";'],
  ])("%s may: %s", (path, line) => {
    expect(lint(path, line)).toContain("Found 0 warnings and 0 errors");
  });
});

/** Type checks one line in the place of a project, with that project's own settings. */
function typeErrors(project: string, line: string): string {
  const house = temporaryFolder();
  copyFileSync(join(root, "tsconfig.base.json"), join(house, "tsconfig.base.json"));
  mkdirSync(join(house, project), { recursive: true });
  const place = join(house, project, "a.ts");
  writeFileSync(place, `${line}\n`);
  writeFileSync(
    join(house, project, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, project, "tsconfig.json"),
      compilerOptions: {
        composite: false,
        noEmit: true,
        emitDeclarationOnly: false,
        rootDir: join(house, project),
        typeRoots: [join(root, "node_modules", "@types")],
      },
      include: ["a.ts"],
      references: [],
    }),
  );
  return tool("typescript/bin/tsc", ["-p", join(house, project)]).stdout;
}

describe("the compiler keeps the rooms apart", () => {
  test("shared code cannot name the DOM or Node", () => {
    expect(typeErrors("shared", "document.title;")).toContain("Cannot find name 'document'");
    expect(typeErrors("shared", "process.cwd();")).toContain("Cannot find name 'process'");
  });

  test("the list worker cannot name the window", () => {
    expect(typeErrors("renderer/list-worker", "document.title;")).toContain("Cannot find name 'document'");
  });

  test("the main process can name Node and not the DOM", () => {
    expect(typeErrors("electron", "process.cwd();")).toBe("");
    expect(typeErrors("electron", "document.title;")).toContain("Cannot find name 'document'");
  });
});
