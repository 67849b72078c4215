import * as fc from "fast-check";
import type { Verdict } from "../sending/comparison.ts";
import type { Desk } from "../sending/desk.ts";
import { badDays, cancelled, stories, type Story, told } from "../sending/stories.ts";
import { type FaultCampaign, playRuns } from "./campaign.ts";
import { withBegunDesk, withDesk } from "./one-desk.ts";

/** Random stories by the thousand, without a wire and without a disk. */
export const storyCampaign: FaultCampaign = {
  name: "stories",
  runs: { quick: 100, full: 60_000 },
  about: "random stories of the network, the user and the computer, in virtual time",
  play: (order) => playRuns(order, (seed) => tellOne(stories, seed, (tell) => withBegunDesk({}, tell))),
};

/** The same with a disk that is full or read-only, a clock that is set by 25 hours, and another account. */
export const badDayCampaign: FaultCampaign = {
  name: "bad-days",
  runs: { quick: 100, full: 40_000 },
  about:
    "the same with a full or read-only disk, the clock set by 25 hours, sleep, another account, double confirmation",
  play: (order) => playRuns(order, (seed) => tellOne(badDays, seed, (tell) => withBegunDesk({ mayFail: true }, tell))),
};

/** The same with a cancel in each of them, at any moment. */
export const cancelCampaign: FaultCampaign = {
  name: "cancels",
  runs: { quick: 60, full: 10_000 },
  about: "random stories with a cancel at any moment, its stops going wrong as well",
  play: (order) => playRuns(order, (seed) => tellOne(cancelled, seed, (tell) => withBegunDesk({}, tell))),
};

/** The same over real sockets and with a real file. */
export const socketStoryCampaign: FaultCampaign = {
  name: "stories-on-sockets",
  runs: { quick: 8, full: 2_000 },
  about: "random stories over real sockets, the journal a real file",
  play: (order) => playRuns(order, (seed) => tellOne(stories, seed, (tell) => withDesk({}, tell))),
};

/** Gives what is done a desk. */
type OnDesk = (tell: (desk: Desk) => Promise<Verdict>) => Promise<Verdict>;

/** Tells one story; one that ends badly is told again ever simpler, and the simplest that still does is reported. */
async function tellOne(of: fc.Arbitrary<Story>, seed: number, onDesk: OnDesk): Promise<Verdict & { told?: string }> {
  let verdict: Verdict = { duplicates: [], lost: [] };
  const property = fc.asyncProperty(of, async (story) => {
    const found = await onDesk((desk) => told(desk, story));
    if (found.duplicates.length + found.lost.length === 0) return;
    verdict = found;
    throw new Error([...found.duplicates, ...found.lost].join("; "));
  });
  const result = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: 60_000 });
  if (!result.failed) return verdict;
  const story = JSON.stringify(result.counterexample?.[0]);
  if (verdict.duplicates.length + verdict.lost.length === 0) {
    throw new Error(`${story}\n${result.errorInstance instanceof Error ? result.errorInstance.stack : ""}`);
  }
  return { ...verdict, told: story };
}
