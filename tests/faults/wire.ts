import { people } from "../sending/a-campaign.ts";
import type { Verdict } from "../sending/comparison.ts";
import { type FaultCampaign, playRuns } from "./campaign.ts";
import { Chance } from "./chance.ts";
import { withDesk } from "./one-desk.ts";
import { type Relay, startRelay, type WireFault } from "./relay.ts";
import { Survivor } from "./survivor.ts";

const recipients = people(3);
const manners = ["request", "message", "200-error", "200-empty", "200-first"] as const;

/** The wire cut at every byte of request and answer, and everything else that can happen to it. */
export const wireCampaign: FaultCampaign = {
  name: "wire",
  runs: { quick: 40, full: 3_000 },
  about: "loopback TCP cut at any byte of request or answer, reset, late, slow, slow to close, or delivered twice",
  play: async (order) => {
    const lengths = await measure();
    return playRuns(order, (seed) => cutOnce(seed, lengths));
  },
};

async function measure(): Promise<{ request: number; answer: number }> {
  return overRelay(async (relay, user) => {
    await user.confirm();
    return { ...relay.measured() };
  });
}

/** Each seed another byte; of every ten runs nine cut, at this byte of the request or of the answer. */
function faultOf(seed: number, lengths: { request: number; answer: number }): WireFault {
  const chance = new Chance(seed);
  const how = seed % 2 === 0 ? "close" : "reset";
  if (chance.next() > 0.1) {
    const byte = Math.floor(seed / 2) % (lengths.request + lengths.answer);
    if (byte < lengths.request) return { kind: "cut-request", atByte: byte, how };
    return { kind: "cut-answer", atByte: byte - lengths.request, how };
  }
  return chance.of<WireFault>([
    { kind: "slowly", bytes: chance.whole(20, 200) },
    { kind: "latency", ms: 30 },
    { kind: "slow-close", ms: 30 },
    { kind: "twice" },
  ]);
}

async function cutOnce(
  seed: number,
  lengths: { request: number; answer: number },
): Promise<Verdict & { told: string }> {
  const fault = faultOf(seed, lengths);
  const usedReference = new Chance(seed + 1).of(manners);
  return overRelay(async (relay, user) => {
    user.desk.service.setSwitches({ usedReference, duplicateSeconds: { campaigns: 0 } });
    relay.arm(fault);
    await user.confirm();
    await user.sendsWhateverAsks();
    return { ...(await user.verdict(true)), told: JSON.stringify({ fault, usedReference }) };
  });
}

async function overRelay<T>(act: (relay: Relay, user: Survivor) => Promise<T>): Promise<T> {
  const relay = await startRelay();
  const lead = (url: string) => {
    relay.leadTo(url);
    return relay.url;
  };
  try {
    return await withDesk({ relay: lead, journal: "memory" }, async (desk) => {
      await desk.sendOneBefore();
      return act(relay, new Survivor(desk, recipients));
    });
  } finally {
    await relay.close();
  }
}
