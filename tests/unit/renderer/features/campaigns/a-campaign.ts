import type { CampaignDetails, PartView, PeopleCounts } from "../../../../../shared/campaign/view.ts";

/** Counts that add up: what is not named is waiting. */
export function counts(total: number, known: Partial<PeopleCounts> = {}): PeopleCounts {
  const named = { delivered: 0, onTheWay: 0, failed: 0, notCertain: 0, notSent: 0, ...known };
  const sum = named.delivered + named.onTheWay + named.failed + named.notCertain + named.notSent;
  return { ...named, total, waiting: total - sum };
}

/** A planned part of 10,000 people, changed as told. */
export function aPart(changes: Partial<PartView> = {}): PartView {
  return {
    index: 0,
    people: 10_000,
    state: "planned",
    serviceStatus: null,
    reason: null,
    question: null,
    counts: counts(10_000),
    serviceIds: [],
    priceFinal: null,
    startAt: null,
    lookProblem: null,
    looks: 0,
    lookedForMinutes: 0,
    nextLookAt: null,
    triedAt: null,
    watchedUntil: null,
    ...changes,
  };
}

/** A campaign of 25,001 people in three parts: two accepted, the third in doubt. */
export function aCampaign(changes: Partial<CampaignDetails> = {}): CampaignDetails {
  return {
    row: {
      id: "c1",
      origin: "ours",
      title: "Autumn bulbs",
      excerpt: "Hello",
      state: "sending",
      serviceWord: null,
      atMost: false,
      people: 25_001,
      delivered: 14_312,
      failed: 519,
      price: null,
      at: "2026-11-24T07:00:00.000Z",
    },
    identity: "40217",
    sender: "FloraKyiv",
    text: "Hello {Name}",
    confirmedAt: "2026-11-24T06:59:00.000Z",
    startAt: null,
    startZone: null,
    undoUntil: null,
    counts: counts(25_001, { delivered: 14_312, onTheWay: 2_248, failed: 519, notCertain: 5_001 }),
    countsFinal: true,
    peopleKnown: true,
    notReached: 519,
    startedEarly: false,
    parts: [
      aPart({ state: "accepted", counts: counts(10_000, { delivered: 9_761, failed: 239 }) }),
      aPart({
        index: 1,
        state: "accepted",
        counts: counts(10_000, { delivered: 4_551, onTheWay: 2_248, failed: 280 }),
      }),
      aPart({
        index: 2,
        people: 5_001,
        state: "in-doubt",
        counts: counts(5_001, { notCertain: 5_001 }),
        watchedUntil: "2026-12-02T12:00:00.000Z",
      }),
    ],
    priceShown: null,
    priceFinal: null,
    canCancel: true,
    cancelRequestedAt: null,
    checkedAt: "2026-11-24T07:05:00.000Z",
    refreshProblem: null,
    ...changes,
  };
}
