import { people } from "../sending/a-campaign.ts";
import type { Interference, Step, Watcher } from "../sending/activity.ts";
import type { Verdict } from "../sending/comparison.ts";
import { type Desk, minute, posts, second } from "../sending/desk.ts";
import { type FaultCampaign, type Order, playRuns, type Tally } from "./campaign.ts";
import { Chance } from "./chance.ts";
import { bare, withBegunDesk, withDesk } from "./one-desk.ts";
import { Survivor } from "./survivor.ts";

type Scenario = {
  name: string;
  allSent: boolean;
  prepare?: (desk: Desk) => void;
  play: (user: Survivor) => Promise<void>;
};

const once = { ...posts, times: 1 } as const;
const recipients = people(3);

/** Ways of a campaign through the program that together touch every write of the journal. */
const scenarios: readonly Scenario[] = [
  { name: "sent", allSent: true, play: (user) => user.confirm() },
  { name: "sent after the undo window", allSent: true, play: (user) => user.confirm({}, 20) },
  {
    name: "answer lost",
    allSent: true,
    prepare: (desk) => desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: true }] }),
    play: (user) => user.confirm(),
  },
  {
    name: "request lost",
    allSent: true,
    prepare: (desk) => desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: false }] }),
    play: (user) => user.confirm(),
  },
  {
    name: "cancelled while it is sent",
    allSent: false,
    prepare: (desk) => desk.service.setSwitches({ pace: { messagesPerSecond: 0.1 } }),
    async play(user) {
      await user.confirm();
      await user.waits(10 * second);
      await user.cancel();
    },
  },
  {
    name: "cancelled in doubt",
    allSent: false,
    prepare: (desk) =>
      desk.service.setSwitches({
        pace: { messagesPerSecond: 0.1 },
        faults: [{ ...once, act: "reset", accepts: true }],
      }),
    async play(user) {
      await user.confirm();
      await user.waits(second);
      await user.cancel();
    },
  },
  {
    name: "somebody left out",
    allSent: false,
    prepare: (desk) => void desk.neverText.add(recipients[1]?.number ?? ""),
    play: (user) => user.confirm(),
  },
];

/** A place in a scenario and what happens there. */
type Point = { step: number; when: "before" | "after"; interference: Interference };

/** Counts steps from the moment it is armed, and interferes at its points. */
class Failpoints {
  readonly names: string[] = [];
  armed = false;
  private readonly numbers = new WeakMap<Step, number>();
  private readonly points: readonly Point[];

  constructor(points: readonly Point[]) {
    this.points = points;
  }

  readonly watcher: Watcher = (step, when) => {
    if (!this.armed) return "goes-on";
    const number = this.numbers.get(step) ?? this.names.push(step.name) - 1;
    this.numbers.set(step, number);
    const point = this.points.find((each) => each.step === number && each.when === when);
    return point?.interference ?? "goes-on";
  };
}

async function play(scenario: Scenario, failpoints: Failpoints, journal: "file" | "memory"): Promise<Verdict> {
  const options = { watcher: failpoints.watcher, mayFail: true };
  const onDesk = (act: (desk: Desk) => Promise<Verdict>) =>
    journal === "memory"
      ? withBegunDesk(options, act)
      : withDesk({ ...options, network: "memory", service: bare }, act);
  return onDesk(async (desk) => {
    await desk.sendOneBefore();
    scenario.prepare?.(desk);
    failpoints.armed = true;
    const user = new Survivor(desk, recipients);
    await scenario.play(user);
    await user.waits(2 * minute);
    failpoints.armed = false;
    if (scenario.allSent) await user.sendsWhateverAsks();
    else await user.waits(30 * minute);
    return user.verdict(scenario.allSent);
  });
}

/** Every point of a scenario, by a run in which nothing interferes. */
async function pointsOf(scenario: Scenario): Promise<Point[]> {
  const none = new Failpoints([]);
  await play(scenario, none, "memory");
  return none.names.flatMap((_, step) =>
    (["before", "after"] as const).flatMap((when) =>
      (["dies", "fails"] as const).map((interference): Point => ({ step, when, interference })),
    ),
  );
}

type Run = { scenario: Scenario; points: Point[] };

async function playAll(order: Order, journal: "file" | "memory", runs: readonly Run[]): Promise<Tally> {
  return playRuns({ ...order, runs: Math.min(order.runs, runs.length) }, async (seed) => {
    // By the seed of the run, so that it can be played alone; the full size plays each of them.
    const run = runs[seed % runs.length];
    if (run === undefined) throw new Error("There are no failpoints");
    const { scenario, points } = run;
    const told = `${scenario.name} ${JSON.stringify(points)}`;
    try {
      return { ...(await play(scenario, new Failpoints(points), journal)), told };
    } catch (error) {
      throw new Error(told, { cause: error });
    }
  });
}

async function singles(): Promise<Run[]> {
  const runs: Run[] = [];
  for (const scenario of scenarios) {
    for (const point of await pointsOf(scenario)) runs.push({ scenario, points: [point] });
  }
  return shuffled(runs);
}

/** The second of a pair happens while the program recovers from the first. */
async function pairs(): Promise<Run[]> {
  const runs: Run[] = [];
  for (const scenario of scenarios) {
    const points = await pointsOf(scenario);
    for (const first of points) {
      for (const next of points) if (next.step > first.step) runs.push({ scenario, points: [first, next] });
    }
  }
  return shuffled(runs);
}

/** Always in the same order, in which neighbours have nothing to do with each other. */
function shuffled<T>(items: T[]): T[] {
  const chance = new Chance(1);
  for (let last = items.length - 1; last > 0; last--) {
    const other = chance.whole(0, last);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}

export const failpointCampaign: FaultCampaign = {
  name: "failpoints",
  runs: { quick: 80, full: Number.POSITIVE_INFINITY },
  about: "a crash or an error before or after each write and each step on the network, the journal reopened from disk",
  play: async (order) => playAll(order, "file", await singles()),
};

export const failpointPairCampaign: FaultCampaign = {
  name: "failpoint-pairs",
  runs: { quick: 80, full: Number.POSITIVE_INFINITY },
  about: "two of them in one run",
  play: async (order) => playAll(order, "memory", await pairs()),
};
