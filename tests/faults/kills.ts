import { together, type Verdict } from "../sending/comparison.ts";
import { type FaultCampaign, type Order, playRuns, type Size, type Tally } from "./campaign.ts";
import { Chance } from "./chance.ts";
import { KilledCampaign } from "./killed-campaign.ts";

type Measure = { people: number; kills: number; stories: number };

/** The full size: three parts, and 2,000 kills. Quick: the same program, two parts. */
const measures: Readonly<Record<Size, Measure>> = {
  quick: { people: 10_001, kills: 6, stories: 1 },
  full: { people: 25_001, kills: 20, stories: 100 },
};

/** At the latest so long (ms) after a program has opened its journal it is killed. */
const longestLife = 1500;

/** Programs that are killed at random moments, also while they recover, and while they cancel. */
export const killCampaign: FaultCampaign = {
  name: "kills",
  runs: { quick: measures.quick.stories, full: measures.full.stories },
  about: `SIGKILL at random moments, also in recovery and while cancelling; full: ${measures.full.people} people in three parts`,
  play: (order) => playKills(order),
};

/** What is counted is the kills. */
async function playKills(order: Order): Promise<Tally> {
  const measure = measures[order.size];
  const tally = await playRuns(order, (seed) => story(seed, measure));
  return { ...tally, runs: tally.runs * measure.kills };
}

/** What had been sent by then may still be on its way into the service: what it has when nothing more arrives. */
async function postsAtRest(campaign: KilledCampaign): Promise<number> {
  for (let before = -1; ;) {
    const posts = campaign.posts();
    if (posts === before) return posts;
    before = posts;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A campaign that is begun, killed and begun again; every other one is cancelled somewhere in between. */
function story(seed: number, { people, kills }: Measure): Promise<Verdict> {
  const chance = new Chance(seed);
  const cancelsAt = chance.next() < 0.5 ? chance.whole(1, kills) : null;
  return KilledCampaign.play(people, async (campaign) => {
    const verdicts: Verdict[] = [];
    let cancelled: { posts: number } | null = null;
    for (let kill = 1; kill <= kills; kill++) {
      const program = campaign.begin();
      await program.says("opened");
      const wantsCancel = cancelsAt !== null && kill >= cancelsAt && cancelled === null;
      if (wantsCancel) program.cancel();
      await new Promise((resolve) => setTimeout(resolve, chance.next() ** 2 * longestLife));
      await program.kill();
      if (cancelled !== null && campaign.posts() !== cancelled.posts) {
        verdicts.push({ duplicates: ["a POST began after Cancel"], lost: [] });
      }
      if (wantsCancel && program.news.has("cancelled")) {
        cancelled = { posts: await postsAtRest(campaign) };
      }
      verdicts.push(campaign.verdict("meanwhile"));
    }
    const last = campaign.begin();
    if (cancelsAt !== null && cancelled === null) last.cancel();
    if (cancelsAt !== null && cancelled === null) await last.says("cancelled");
    await last.says("settled");
    await last.kill();
    verdicts.push(campaign.verdict("meanwhile", cancelsAt === null));
    return together(verdicts);
  });
}
