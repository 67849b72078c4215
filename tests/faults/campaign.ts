import { inspect } from "node:util";
import type { Verdict } from "../sending/comparison.ts";

export type Size = "quick" | "full";

/** What one campaign of faults is asked for: how many runs, from which seed, and how long it may begin new ones (ms). */
export type Order = { size: Size; runs: number; seed: number; patience: number };

/** What came of it. `failures`: runs that ended with an error, each with what brings it back. */
export type Tally = { runs: number; duplicates: number; lost: number; failures: string[] };

/** A campaign of faults: many runs of one kind, after each of which the ledger and the journal are compared. */
export type FaultCampaign = {
  name: string;
  runs: Readonly<Record<Size, number>>;
  /** What is told of it besides the counts, once it was played. */
  about: string;
  play: (order: Order) => Promise<Tally>;
};

const mostFailures = 3;
/** Whoever stops it hears what was played by then; whoever does so once more will not wait for the run under way. */
const stop = new AbortController();
let stoppedAt = 0;
process.on("SIGINT", () => {
  // The terminal tells everybody, and npm passes that on: heard twice in a second, it was said once.
  if (stop.signal.aborted && performance.now() - stoppedAt > 1000) process.exit(130);
  stoppedAt = performance.now();
  stop.abort();
});
/** In the full size, which takes hours, it is said so often (ms) how far it has come. */
const tellingPause = 60_000;

/**
 * Plays run after run, each by a seed of its own, and adds up. Ends early after a few failures or complaints.
 * @param one plays a run; `told` says what happened in it
 */
export async function playRuns(
  { size, runs, seed, patience }: Order,
  one: (seed: number, index: number) => Promise<Verdict & { told?: string }>,
): Promise<Tally> {
  const tally: Tally = { runs: 0, duplicates: 0, lost: 0, failures: [] };
  const begun = performance.now();
  let told = begun;
  for (let index = 0; index < runs && !stop.signal.aborted && performance.now() - begun < patience; index++) {
    const seedOfRun = seed + index;
    const bringsBack = `--seed ${seedOfRun} --runs 1`;
    try {
      const { duplicates, lost, told: story = "" } = await one(seedOfRun, index);
      tally.duplicates += duplicates.length;
      tally.lost += lost.length;
      const complaints = [...duplicates, ...lost];
      if (complaints.length > 0) tally.failures.push(`${bringsBack}: ${complaints.slice(0, 5).join("; ")} ${story}`);
    } catch (error) {
      // The programs of this run were told to end as well, and did.
      if (stop.signal.aborted) break;
      tally.failures.push(`${bringsBack}: ${inspect(error)}`);
    }
    tally.runs += 1;
    if (size === "full" && performance.now() - told > tellingPause) {
      told = performance.now();
      process.stderr.write(`${tally.runs} of ${runs}: ${tally.failures.at(-1) ?? "nothing found"}\n`);
    }
    if (tally.failures.length >= mostFailures) break;
  }
  return tally;
}
