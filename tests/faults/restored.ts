import { people } from "../sending/a-campaign.ts";
import { together, type Verdict } from "../sending/comparison.ts";
import { type Desk, firstKey, minute, posts, second, secondKey } from "../sending/desk.ts";
import { type FaultCampaign, playRuns } from "./campaign.ts";
import { Chance } from "./chance.ts";
import { bare, withBegunDesk, withDesk } from "./one-desk.ts";
import { Survivor } from "./survivor.ts";

const recipients = people(4);

/** A data folder that is put back to what it was at a random moment of a campaign, with the key's number or without. */
export const restoredCampaign: FaultCampaign = {
  name: "restored",
  runs: { quick: 40, full: 2_000 },
  about: "a data folder restored from a backup of any moment, with and without the number beside the key",
  play: (order) =>
    playRuns(order, (seed) =>
      withDesk({ network: "memory", service: bare, mayFail: true }, (desk) => restored(desk, new Chance(seed))),
    ),
};

async function restored(desk: Desk, chance: Chance): Promise<Verdict & { told: string }> {
  await desk.sendOneBefore();
  const waits = [0, second, 20 * second, 2 * minute, 15 * minute];
  const story = {
    fault: chance.of([null, { accepts: true }, { accepts: false }]),
    offline: chance.next() < 0.3,
    undoSeconds: chance.of([0, 0, 20]),
    backUpAfter: chance.of(waits),
    restoreAfter: chance.of(waits),
    withNote: chance.next() < 0.5,
  };
  const { fault, offline } = story;
  desk.service.setSwitches({
    duplicateSeconds: { campaigns: 0 },
    faults: fault === null ? [] : [{ ...posts, times: 1, act: "reset", ...fault }],
  });
  const user = new Survivor(desk, recipients);
  if (offline) desk.client = null;
  await user.confirm({}, story.undoSeconds);
  await user.waits(story.backUpAfter);
  const backup = desk.backUp();
  desk.connect(firstKey);
  desk.sending.hurry();
  await user.waits(story.restoreAfter);
  if (!story.withNote) desk.note = null;
  desk.restore(backup);
  await desk.sending.start();
  await user.sendsWhateverAsks();
  return { ...(await user.verdict(true)), told: JSON.stringify(story) };
}

/** Another account is connected at a random moment, and the first one again; the campaign is confirmed twice at once. */
export const accountCampaign: FaultCampaign = {
  name: "accounts",
  runs: { quick: 40, full: 2_000 },
  about: "the account switched in the middle of a POST and back, the campaign confirmed twice at once",
  play: (order) => playRuns(order, (seed) => withBegunDesk({}, (desk) => switched(desk, new Chance(seed)))),
};

async function switched(desk: Desk, chance: Chance): Promise<Verdict> {
  await desk.sendOneBefore();
  const faults = [{ ...posts, times: 1, act: "reset", accepts: chance.next() < 0.5 } as const];
  desk.service.setSwitches({ duplicateSeconds: { campaigns: 0 }, faults: chance.next() < 0.6 ? faults : [] });
  const user = new Survivor(desk, recipients);
  await Promise.all([desk.confirm({ recipients }), user.confirm()]);
  for (let times = chance.whole(1, 3); times > 0; times--) {
    desk.connect(secondKey);
    await user.waits(chance.of([0, second, minute, 20 * minute]));
    desk.connect(firstKey);
    await user.waits(chance.of([0, second, minute, 12 * minute]));
  }
  await user.sendsWhateverAsks();
  const strangers = desk.service.ledger().messages.filter(({ account }) => account !== 7_100_002);
  const wrong = strangers.map(({ phone }) => `${phone} was texted by the other account`);
  return together([await user.verdict(true), { duplicates: wrong, lost: [] }]);
}
