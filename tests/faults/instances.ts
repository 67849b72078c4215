import { together, type Verdict } from "../sending/comparison.ts";
import { type FaultCampaign, playRuns } from "./campaign.ts";
import { Chance } from "./chance.ts";
import { KilledCampaign } from "./killed-campaign.ts";

/** Two to four programs on one data folder, all of which confirm the same campaign; whoever has the journal is killed. */
export const instanceCampaign: FaultCampaign = {
  name: "instances",
  runs: { quick: 2, full: 200 },
  about: "two to four programs racing for one data folder, the one that sends killed at a random moment",
  play: (order) => playRuns(order, race),
};

function race(seed: number): Promise<Verdict> {
  const chance = new Chance(seed);
  return KilledCampaign.play(3, async (campaign) => {
    const racing = Array.from({ length: chance.whole(2, 4) }, () => campaign.begin());
    const verdicts: Verdict[] = [];
    while (racing.length > 0) {
      const first = await Promise.race(racing.map((program) => program.says("opened").then(() => program)));
      const opened = racing.filter((program) => program.news.has("opened"));
      if (opened.length > 1) verdicts.push({ duplicates: ["two programs have the journal"], lost: [] });
      if (racing.length > 1) await new Promise((resolve) => setTimeout(resolve, chance.next() * 400));
      else await first.says("settled");
      await first.kill();
      racing.splice(racing.indexOf(first), 1);
    }
    verdicts.push(campaign.verdict("meanwhile", true));
    return together(verdicts);
  });
}
