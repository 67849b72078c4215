// `npm run test:faults` and `npm run test:faults:quick`: plays the campaigns of faults, one line for each, and writes
// faults-results.json. `node tests/faults/run.ts full kills --seed 7 --runs 20` plays one of them; with `--minutes 30`
// no campaign begins new runs for longer, and what it says is what was played by then.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { FaultCampaign, Order, Size, Tally } from "./campaign.ts";
import { answerCampaign } from "./answers.ts";
import { failpointCampaign, failpointPairCampaign } from "./failpoints.ts";
import { instanceCampaign } from "./instances.ts";
import { killCampaign } from "./kills.ts";
import { accountCampaign, restoredCampaign } from "./restored.ts";
import { damagedCampaign } from "./damaged.ts";
import { badDayCampaign, cancelCampaign, socketStoryCampaign, storyCampaign } from "./stories.ts";
import { wireCampaign } from "./wire.ts";

const campaigns: readonly FaultCampaign[] = [
  storyCampaign,
  badDayCampaign,
  cancelCampaign,
  socketStoryCampaign,
  failpointCampaign,
  failpointPairCampaign,
  wireCampaign,
  answerCampaign,
  restoredCampaign,
  accountCampaign,
  damagedCampaign,
  killCampaign,
  instanceCampaign,
];

/** In the quick size no campaign begins new runs for longer: a slow computer plays fewer of them. */
const quickPatience = 6_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string" }, runs: { type: "string" }, minutes: { type: "string" } },
});
const [sizeGiven = "quick", ...names] = positionals;
if (sizeGiven !== "quick" && sizeGiven !== "full") throw new Error("Say quick or full, then names of campaigns");
const size: Size = sizeGiven;
const unknown = names.filter((name) => !campaigns.some((each) => each.name === name));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(", ")}: ${campaigns.map(({ name }) => name).join(", ")}`);
// Another seed each time finds more in the long run; whoever wants the same again says so.
const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed);

const results: Record<string, { runs: number; duplicates: number; lost: number; seed: number }> = {};
let good = true;
for (const campaign of campaigns) {
  if (names.length > 0 && !names.includes(campaign.name)) continue;
  const tally = await campaign.play(orderOf(campaign));
  good &&= isGood(tally);
  const { runs, duplicates, lost } = tally;
  results[campaign.name] = { runs, duplicates, lost, seed };
  process.stdout.write(`${lineOf(campaign, tally)}\n`);
  for (const failure of tally.failures) process.stdout.write(`  ${failure}\n`);
}
writeFileSync(join(import.meta.dirname, "../../faults-results.json"), `${JSON.stringify(results, null, 2)}\n`);
process.exit(good ? 0 : 1);

function orderOf(campaign: FaultCampaign): Order {
  const runs = values.runs === undefined ? campaign.runs[size] : Number(values.runs);
  const limited = size === "quick" && values.runs === undefined;
  const patience = limited ? quickPatience : Number.POSITIVE_INFINITY;
  return { size, seed, runs, patience: values.minutes === undefined ? patience : Number(values.minutes) * 60_000 };
}

function isGood({ runs, duplicates, lost, failures }: Tally): boolean {
  return runs > 0 && duplicates === 0 && lost === 0 && failures.length === 0;
}

function lineOf({ name, about }: FaultCampaign, tally: Tally): string {
  const failed = tally.failures.length === 0 ? "" : `, ${tally.failures.length} failed`;
  const counts = `${tally.duplicates} duplicates, ${tally.lost} lost${failed}`;
  return `${name}: ${tally.runs} runs, ${counts} (seed ${seed}): ${about}`;
}
