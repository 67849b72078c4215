import { performance } from "node:perf_hooks";

/** One thing to be measured. What it answers is kept, so that no engine can leave the work out. */
export type Work = () => unknown;

/** What a row of the bench says of itself. A ratio below or above 1 is good, as `goal` says. */
export type Row = {
  name: string;
  /** What is divided by what, in words. */
  yardstick: string;
  goal: { kind: "at most" | "at least"; ratio: number };
  /** `time` when left out: the clock's. `answer`: what the works answer themselves, such as another process's bytes. */
  figure?: "time" | "answer";
  /** Makes the two works; their preparation is not measured. `ours` is divided by `theirs`. */
  prepare: () => Promise<Works> | Works;
};

type Works = {
  ours: Work;
  theirs: Work;
  /** How often a work too short for the clock is done in one measurement, whose time is divided by it. */
  passes?: { ours: number; theirs: number };
};

export type Outcome = { ratio: number; goal: string; holds: boolean; yardstick: string; runs: number };

/** The fewest rounds whose median means something. */
const rounds = 5;

/**
 * Measures a row: ours and theirs in turn (A B A B …), so that whatever else the machine does falls on both; the
 * figure is the median of the rounds' ratios. A first round warms up and does not count; works that measure themselves
 * are spared it: all but one do so in new processes, and that one's median passes over a cold round.
 */
export async function compare({ goal, yardstick, figure = "time", prepare }: Row): Promise<Outcome> {
  const { ours, theirs, passes = { ours: 1, theirs: 1 } } = await prepare();
  const figureOf = figure === "answer" ? answerOf : timeOf;
  const ratios: number[] = [];
  for (let round = figure === "answer" ? 1 : 0; round <= rounds; round++) {
    const mine = await figureOf(ours, passes.ours);
    const other = await figureOf(theirs, passes.theirs);
    if (round > 0) ratios.push(mine / other);
  }
  const ratio = median(ratios);
  const holds = goal.kind === "at most" ? ratio <= goal.ratio : ratio >= goal.ratio;
  return { ratio, goal: `${goal.kind} ${goal.ratio}`, holds, yardstick, runs: rounds };
}

let kept: unknown;

async function timeOf(work: Work, passes: number): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  for (let pass = 0; pass < passes; pass++) kept = await work();
  return (performance.now() - start) / passes;
}

async function answerOf(work: Work): Promise<number> {
  const figure = await work();
  if (typeof figure !== "number") throw new Error("A work that measures itself has answered no number");
  return figure;
}

/** The last result of a measured work, for whoever wants to look at it. */
export function lastResult(): unknown {
  return kept;
}

/** The middle of the values; they are not changed. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
