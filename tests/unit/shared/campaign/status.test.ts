import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CampaignRead,
  countsOfPart,
  type DeliveryStatistics,
  isEnding,
  isFinalRead,
  missingPeople,
  noCounts,
  personStateOf,
  settledMessages,
  stateOfWord,
  sumOfCounts,
} from "../../../../shared/campaign/status.ts";
import { partStates, type PeopleCounts } from "../../../../shared/campaign/view.ts";
import { absence, noKey, partAfter, post, stepped, waysInto } from "../../electron/sending/a-part.ts";

const nothing: DeliveryStatistics = {
  delivered: 0,
  sent: 0,
  scheduled: 0,
  moderation: 0,
  accepted: 0,
  sending: 0,
  expired: 0,
  failed: 0,
  undelivered: 0,
  unknown: 0,
  read: 0,
};

function readOf(status: string, statistics: Partial<DeliveryStatistics> | null = null, total?: number): CampaignRead {
  return {
    status,
    finishedAt: null,
    totalMessages: total ?? null,
    statistics: statistics === null ? null : { ...nothing, ...statistics },
  };
}

function sumOf({ total: _total, ...buckets }: PeopleCounts): number {
  return Object.values(buckets).reduce((sum, count) => sum + count, 0);
}

describe("the service's word for a campaign", () => {
  test("done is believed only with a time of finishing or with sums that add up", () => {
    expect(stateOfWord(readOf("done"))).toBe("sending");
    expect(stateOfWord(readOf("done", { sent: 3 }, 3))).toBe("sending");
    expect(stateOfWord({ ...readOf("done"), finishedAt: "2026-07-15 09:00:00" })).toBe("finished");
    expect(stateOfWord(readOf("done", { delivered: 2, failed: 1 }, 3))).toBe("finished");
  });

  test("is said in ours where we have one, and is other where we have none", () => {
    const words = ["creation", "moderation", "spam", "scheduled", "sending", "paused", "stopped", "archived", ""];
    expect(words.map((word) => stateOfWord(readOf(word)))).toEqual([
      "sending",
      "moderation",
      "spam",
      "scheduled",
      "sending",
      "paused",
      "cancelled",
      "other",
      "other",
    ]);
  });

  test("ends a campaign when it is done, stopped or spam", () => {
    expect(["done", "stopped", "spam"].every(isEnding)).toBe(true);
    expect(["sending", "paused", "creation", "archived"].some(isEnding)).toBe(false);
  });
});

describe("a read is final", () => {
  test("when every message has an outcome that will not change", () => {
    const every = { delivered: 1, read: 1, failed: 1, undelivered: 1, expired: 1, unknown: 1 };
    expect(settledMessages({ ...nothing, ...every, sent: 5 })).toBe(6);
    expect(isFinalRead(readOf("sending", every, 6))).toBe(true);
    expect(isFinalRead(readOf("done", every, 7))).toBe(false);
  });

  test("when it was stopped and nothing is on its way, whatever never left", () => {
    expect(isFinalRead(readOf("stopped", { delivered: 1, scheduled: 2, accepted: 3 }, 6))).toBe(true);
    expect(isFinalRead(readOf("spam", { moderation: 2 }, 2))).toBe(true);
    expect(isFinalRead(readOf("stopped", { sent: 1 }, 6))).toBe(false);
    expect(isFinalRead(readOf("stopped", { sending: 1 }, 6))).toBe(false);
  });

  test("never while its detail was not read, or shows nobody and no time of finishing", () => {
    expect(isFinalRead(readOf("stopped"))).toBe(false);
    expect(isFinalRead(readOf("done", {}, 0))).toBe(false);
    expect(isFinalRead({ ...readOf("done", {}, 0), finishedAt: "2026-07-15 09:00:00" })).toBe(true);
  });
});

test("people whom no campaign of a part names are missing, once all of them were read", () => {
  expect(missingPeople(5, [readOf("done", {}, 2), readOf("done", {}, 1)])).toBe(2);
  expect(missingPeople(5, [readOf("done", {}, 9)])).toBe(0);
  expect(missingPeople(5, [readOf("done", {}, 2), readOf("creation")])).toBeNull();
});

test("the service's word for a message is said in ours", () => {
  const words = { delivered: "delivered", read: "delivered", undelivered: "failed", failed: "failed" };
  for (const [word, state] of Object.entries(words)) expect(personStateOf(word)).toBe(state);
  expect(["expired", "unknown", "scheduled", "moderation", "sent", "sending", "new word"].map(personStateOf)).toEqual([
    "expired",
    "unknown",
    "waiting",
    "waiting",
    "on-the-way",
    "on-the-way",
    "on-the-way",
  ]);
});

describe("the people of a part", () => {
  const unseen = (name: (typeof partStates)[number]) => countsOfPart(partAfter(waysInto[name]), 10, 0, []);

  test("count by its state until the service names them", () => {
    expect(unseen("planned")).toMatchObject({ total: 10, waiting: 10 });
    expect(unseen("paused")).toMatchObject({ waiting: 10 });
    expect(unseen("in-doubt")).toMatchObject({ notCertain: 10 });
    expect(unseen("held")).toMatchObject({ notCertain: 10 });
    expect(unseen("accepted")).toMatchObject({ waiting: 10 });
    expect(unseen("refused")).toMatchObject({ notSent: 10 });
    expect(unseen("stopping")).toMatchObject({ notCertain: 10 });
    expect(unseen("cancelled")).toMatchObject({ notSent: 10 });
  });

  test("are not certain while a late copy is watched for, and not sent only when the watch could read", () => {
    for (const name of ["cancelled-by-absence", "accepted-with-exceptions"] as const) {
      const watched = partAfter(waysInto[name]);
      expect(countsOfPart(watched, 10, 0, [])).toMatchObject({ notCertain: 10 });
      const read = stepped(watched, { kind: "watch-over", read: true });
      expect(countsOfPart(read, 10, 0, [])).toMatchObject({ notSent: 10 });
      const unread = stepped(watched, { kind: "watch-over", read: false });
      expect(countsOfPart(unread, 10, 0, [])).toMatchObject({ notCertain: 10 });
    }
  });

  test("are not certain in a planned or paused part that was posted before", () => {
    const again = stepped(partAfter(waysInto.held), { kind: "send-again" });
    const paused = partAfter([post, noKey(), ...absence(), post, noKey(2)]);
    for (const part of [again, paused]) expect(countsOfPart(part, 10, 0, [])).toMatchObject({ notCertain: 10 });
  });

  test("are not sent when they were left out", () => {
    expect(countsOfPart(partAfter(waysInto.accepted), 10, 4, [])).toMatchObject({ notSent: 4, waiting: 6 });
  });

  test("count by the service's statistics where there are any", () => {
    const read = readOf("sending", { delivered: 2, read: 1, undelivered: 1, sent: 2, accepted: 1, scheduled: 1 }, 8);
    expect(countsOfPart(partAfter(waysInto.accepted), 10, 0, [read])).toEqual({
      total: 10,
      delivered: 3,
      // Two sent, one accepted, and two whom the service does not name yet.
      onTheWay: 2,
      failed: 1,
      notCertain: 0,
      waiting: 4,
      notSent: 0,
    });
  });

  test("whom a stop kept from leaving are not sent, whatever word the service left them with", () => {
    const read = readOf("stopped", { delivered: 3, sent: 1, accepted: 2, scheduled: 2, moderation: 2 }, 10);
    expect(countsOfPart(partAfter(waysInto.stopped), 10, 0, [read])).toMatchObject({
      delivered: 3,
      onTheWay: 1,
      notSent: 6,
    });
  });

  test("whom the service never names are not certain once everybody else has an outcome", () => {
    const read = readOf("done", { delivered: 8 }, 8);
    expect(countsOfPart(partAfter(waysInto.accepted), 10, 0, [read])).toMatchObject({ delivered: 8, notCertain: 2 });
  });

  test("are each counted once, whatever the service's statistics say", () => {
    const number = fc.nat({ max: 30 });
    const names = Object.keys(nothing);
    const statistics = fc
      .array(number, { minLength: names.length, maxLength: names.length })
      .map((counts) => ({ ...nothing, ...Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0])) }));
    const read = fc.record({
      status: fc.constantFrom("sending", "done", "stopped", "spam", "paused", "archived"),
      finishedAt: fc.constant(null),
      totalMessages: fc.option(number),
      statistics: fc.option(statistics),
    });
    fc.assert(
      fc.property(fc.constantFrom(...partStates), number, number, fc.array(read, { maxLength: 3 }), (name, ...of) => {
        const [people, leftOut, reads] = of;
        const counts = countsOfPart(partAfter(waysInto[name]), people, Math.min(people, leftOut), reads);
        expect(counts.total).toBe(people);
        expect(sumOf(counts)).toBe(people);
        expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("of several parts add up to the campaign's", () => {
    const parts = [unseen("planned"), unseen("accepted"), unseen("held")];
    const sum = sumOfCounts(parts);
    expect(sum).toMatchObject({ total: 30, waiting: 20, onTheWay: 0, notCertain: 10 });
    expect(sumOf(sum)).toBe(30);
    expect(sumOfCounts([])).toEqual(noCounts);
  });
});
