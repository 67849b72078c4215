// `npm run bench`: every figure is a ratio inside one run, so that it means something on any machine. With names it runs
// those rows only. Writes bench-results.json and exits with 1 when a goal is missed.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { compare, type Outcome } from "./compare.ts";
import { rows } from "./rows.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such row: ${unknown.join(", ")}. There are ${rows.map(({ name }) => name).join(", ")}.\n`);
  process.exit(1);
}
const results: Record<string, Outcome> = {};
for (const row of rows) {
  if (wanted.length > 0 && !wanted.includes(row.name)) continue;
  const outcome = await compare(row);
  results[row.name] = outcome;
  const verdict = outcome.holds ? "" : "  missed";
  process.stdout.write(`${row.name} ${outcome.ratio.toPrecision(3)} (${outcome.goal})${verdict}\n`);
}
writeFileSync(resolve(import.meta.dirname, "../../bench-results.json"), `${JSON.stringify(results, null, 2)}\n`);
process.exit(Object.values(results).every(({ holds }) => holds) ? 0 : 1);
