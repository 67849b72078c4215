// `npm run test:mutations`: puts each seeded bug into a copy of the sources and runs the quick tests there. A bug that
// none of them sees is a hole in the tests. `node tests/faults/mutations.ts 3 17` tries those of these numbers.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { aFolder } from "./one-desk.ts";
import type { SeededBug } from "./seeded-bug.ts";
import { seededBugs } from "./seeded-bugs.ts";

const root = resolve(import.meta.dirname, "../..");
const copied = [
  "electron",
  "shared",
  "tests/faults",
  "tests/fixtures/tls",
  "tests/sending",
  "tests/unit/electron",
  "tests/unit/shared",
  "tests/unit/whole-size.ts",
  "package.json",
  "tsconfig.base.json",
  "vitest.config.ts",
];
const vitest = "node_modules/vitest/vitest.mjs";
/** Whatever takes longer hangs, and a test that hangs has failed. */
const longest = 10 * 60_000;

const house = aFolder();
const numbers = process.argv.slice(2).map(Number);
const tried = numbers.length === 0 ? seededBugs : numbers.flatMap((number) => seededBugs[number - 1] ?? []);
let caught = 0;
try {
  for (const path of copied) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    cpSync(join(root, path), join(house, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "junction");
  // A test that fails without a bug would catch every one of them.
  const tests = [...new Set(tried.map(({ test }) => `tests/unit/${test}`))];
  if (!passes(vitest, ["run", ...tests])) throw new Error("The tests fail before there is a bug");
  for (const bug of tried) {
    const by = caughtBy(bug);
    if (by !== null) caught += 1;
    process.stdout.write(
      `${by === null ? "NOT CAUGHT" : "caught"}: ${bug.why} (${bug.file})${by === null ? "" : ` by ${by}`}\n`,
    );
  }
} finally {
  rmSync(house, { recursive: true, force: true });
}
process.stdout.write(`${caught} of ${tried.length} caught\n`);
process.exit(caught === tried.length ? 0 : 1);

/** What saw the bug: its own test, all quick unit tests of the protocol, or the quick campaigns of faults. */
function caughtBy(bug: SeededBug): string | null {
  const file = join(house, bug.file);
  const whole = readFileSync(file, "utf8");
  if (whole.split(bug.text).length !== 2) throw new Error(`${bug.file} must hold this once: ${bug.text}`);
  writeFileSync(
    file,
    whole.replace(bug.text, () => bug.replacement),
  );
  try {
    if (!passes(vitest, ["run", "--bail=1", `tests/unit/${bug.test}`])) return bug.test;
    const all = ["tests/unit/shared/campaign", "tests/unit/electron/sending", "tests/unit/electron/bsg"];
    if (!passes(vitest, ["run", "--bail=1", ...all])) return "the unit tests";
    return passes("tests/faults/run.ts", ["quick"]) ? null : "the campaigns of faults";
  } finally {
    writeFileSync(file, whole);
  }
}

function passes(script: string, args: string[]): boolean {
  const { status } = spawnSync(process.execPath, [join(house, script), ...args], {
    cwd: house,
    stdio: "ignore",
    timeout: longest,
    killSignal: "SIGKILL",
  });
  return status === 0;
}
