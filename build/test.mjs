// `npm test`: every quick check of the project, in the order from cheap to dear. All of them run, whatever fails; the
// last line sums them up. Plain JavaScript without dependencies, so that an old Node can say what is missing.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { needKeyring } from "./needs.mjs";
import { needNode24, root } from "./node-24.mjs";
import { build, runNode, runNodeWithKeyring } from "./run.mjs";

needNode24();
const keyring = needKeyring();
const total = { passed: 0, failed: 0 };

await check("types", () => runNode("node_modules/typescript/bin/tsc", ["-b"]));
await check("lint", () => runNode("node_modules/oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"]));
await check("format", () => runNode("node_modules/oxfmt/bin/oxfmt", ["--check", "."]));
await tests("unit and component tests", "out/vitest-results.json", readVitest, (report) =>
  (keyring ? runNodeWithKeyring : runNode)("node_modules/vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ]),
);
// They need one processor, and the window's tests leave one free: they run beside them.
const faults = tests("campaigns of faults", "faults-results.json", readFaults, () =>
  runNode("tests/faults/run.ts", ["quick"]),
);
if (await check("build", build)) {
  await tests("end-to-end tests", "out/e2e-results.json", readPlaywright, () =>
    runNode("build/with-electron.mjs", ["e2e"]),
  );
  await check("demo", () => runNode("build/with-electron.mjs", ["demo"]));
}
await faults;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);

/** One check that passes or fails as a whole counts as one test. */
async function check(name, work) {
  process.stdout.write(`\n== ${name}\n`);
  const passed = (await work()) === 0;
  count(name, { passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  return passed;
}

/** A runner that says in a report how many passed. One that fails for another reason, or runs nothing, has failed once. */
async function tests(name, report, read, work) {
  process.stdout.write(`\n== ${name}\n`);
  rmSync(join(root, report), { force: true });
  const code = await work(report);
  const result = read(reportAt(report));
  if (result.passed + result.failed === 0 || (code !== 0 && result.failed === 0)) result.failed += 1;
  count(name, result);
}

function count(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) process.stdout.write(`== ${name}: ${failed} failed\n`);
}

function reportAt(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return undefined; // The runner did not get that far: nothing was run.
  }
}

function readVitest(report) {
  const files = report?.testResults ?? [];
  // A file that cannot even be loaded has no tests that could fail.
  const broken = files.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
  return { passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + broken.length };
}

function readPlaywright(report) {
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky };
}

/** Each campaign of faults counts as one test. */
function readFaults(report) {
  const campaigns = Object.values(report ?? {});
  const failed = campaigns.filter(({ runs, duplicates, lost }) => runs === 0 || duplicates + lost > 0).length;
  return { passed: campaigns.length - failed, failed };
}
