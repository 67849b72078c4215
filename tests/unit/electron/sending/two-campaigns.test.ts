import { describe, expect, test } from "vitest";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { foundAll, post } from "./a-part.ts";
import { day, Desk, minute, posts, second } from "./desk.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";

/** A part that a network delivered twice to a service that takes a used reference: it owns two campaigns. */
async function delivered(pace: number): Promise<{ desk: Desk; ids: string[] }> {
  const desk = await Desk.open({
    switches: { usedReference: "accepted", duplicateSeconds: { campaigns: 0 }, pace: { messagesPerSecond: pace } },
  });
  await desk.sendOneBefore();
  const twice = { ...posts, act: "twice", times: 1 } as const;
  desk.service.setSwitches({ faults: [twice, { ...posts, act: "reset", accepts: true, times: 1 }] });
  await desk.confirm({ recipients: people(20) });
  await desk.pass(minute);
  const ids = (await desk.details()).parts[0]?.serviceIds ?? [];
  expect(ids).toHaveLength(2);
  return { desk, ids };
}

test.each([0, 1])(
  "each campaign of a part is stopped at once, however long the stop of another one is refused",
  async (which) => {
    const { desk, ids } = await delivered(0.01);
    const path = `/api/campaigns/${ids[which]}/stop`;
    const refused = {
      method: "PATCH",
      path,
      act: "answer",
      status: 500,
      body: { kind: "html" },
      accepts: false,
    } as const;
    desk.service.setSwitches({ faults: [refused] });
    await desk.sending.cancel("campaign-1");
    await desk.pass(5 * second);
    const halted = desk.service
      .ledger()
      .campaigns.flatMap(({ id, haltStatus }) => (haltStatus === null ? [] : [String(id)]));
    expect(halted).toEqual([ids[1 - which]]);
    expect(await desk.states()).toEqual(["stopping"]);
    desk.service.setSwitches({ faults: [] });
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["stopped"]);
  },
);

describe("somebody of whom two campaigns of a part tell something else", () => {
  const account = { base: "http://127.0.0.1:1", identity: "7100002" };

  /** What the journal holds of a person after these words of campaigns 900 and 901. */
  function after(ids: string[], words: [string, string][]) {
    const { journal } = openJournal();
    journal.confirm(aCampaign({ ...account, recipients: people(1) }), { now, undoUntil: null });
    for (const event of [post, { kind: "unclear", attempt: 1, why: { code: "network.broken", params: {} } } as const]) {
      journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
    }
    journal.apply({ campaignId: "campaign-1", index: 0, event: foundAll(...ids) }, now);
    const [person] = journal.partPeople("campaign-1", 0);
    if (person === undefined) throw new Error("nobody");
    const message = { referenceId: person.reference, phone: person.number, text: null, price: null, country: null };
    const times = { createdAt: null, sentAt: null, deliveredAt: null, parts: 1 };
    const ours = words.map(([campaignId, status]) =>
      journal.recordMessages(account, [{ ...message, ...times, campaignId, status }]),
    );
    expect(ours).toEqual(words.map(() => 1));
    return journal.people("campaign-1", { offset: 0, limit: 1 }).rows[0]?.state;
  }

  test("has the text once one of them says so, in whatever order they are read", () => {
    const two = ["900", "901"];
    expect(
      after(two, [
        ["900", "delivered"],
        ["901", "failed"],
      ]),
    ).toBe("delivered");
    expect(
      after(two, [
        ["901", "failed"],
        ["900", "delivered"],
      ]),
    ).toBe("delivered");
    expect(
      after(two, [
        ["900", "delivered"],
        ["901", "read"],
      ]),
    ).toBe("delivered");
  });

  test("may have it while one of them does not know, and has it when the other one says so", () => {
    const unknownThen = (word: string) =>
      after(
        ["900", "901"],
        [
          ["900", "unknown"],
          ["901", word],
        ],
      );
    expect(["failed", "expired", "delivered"].map(unknownThen)).toEqual(["unknown", "unknown", "delivered"]);
  });

  test.each(["sent", "sending"])("is not called one whom it has not left for when it was %s by one of them", (word) => {
    for (const other of ["accepted", "scheduled", "moderation"]) {
      expect(
        after(
          ["900", "901"],
          [
            ["900", word],
            ["901", other],
          ],
        ),
      ).toBe("on-the-way");
    }
  });

  test("is told by the last word where there is only one", () => {
    expect(
      after(
        ["900"],
        [
          ["900", "delivered"],
          ["900", "failed"],
        ],
      ),
    ).toBe("failed");
  });
});

describe("the end of a watch", () => {
  /** A part of three people of whom the service has named two, in a campaign with this word. */
  function watched(status: string) {
    const { journal, database } = openJournal();
    journal.confirm(aCampaign({ recipients: people(3) }), { now, undoUntil: null });
    const happens = (event: Parameters<typeof journal.apply>[0]["event"]) =>
      journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
    for (const event of [post, { kind: "taken", attempt: 1, serviceId: "900" } as const]) happens(event);
    const nobody = { delivered: 0, sent: 0, scheduled: 0, moderation: 0, sending: 0 };
    const statistics = { ...nobody, accepted: 2, expired: 0, failed: 0, undelivered: 0, unknown: 0, read: 0 };
    const reading = JSON.stringify({ status, finishedAt: null, totalMessages: 2, statistics });
    database.prepare("UPDATE owned SET reading = ?").run(reading);
    database.exec("UPDATE person SET word = 'accepted' WHERE position < 2");
    happens({ kind: "incomplete", missing: 1 });
    happens({ kind: "watch-over", read: true });
    const sums = journal.details("campaign-1");
    return { sums, listed: journal.peopleCounts("campaign-1", ""), followed: journal.ownedCampaigns(null).length };
  }

  test("ends the reads of a campaign, but for one that is paused: it may go out yet", () => {
    const sending = watched("sending");
    expect(sending).toMatchObject({ followed: 0, sums: { countsFinal: true, counts: { notSent: 1 } } });
    const paused = watched("paused");
    expect(paused).toMatchObject({ followed: 1, sums: { countsFinal: false, counts: { waiting: 2, notCertain: 1 } } });
    expect(paused.listed).toMatchObject({ waiting: 2, notCertain: 1, notSent: 0 });
  });
});

test("messages that the service shows without their campaign are never called not sent", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({
    faults: [
      { ...posts, act: "reset", accepts: true, times: 1 },
      { method: "GET", path: "/api/*", act: "reset", accepts: false },
    ],
  });
  await desk.confirm();
  await desk.pass(second);
  const data = desk.journalFile.journal
    .partPeople("campaign-1", 0)
    .map(({ reference, number }) => ({ reference_id: reference, phone: number, status: "sent" }));
  const shown = { method: "GET", path: "/api/messages", act: "answer", status: 200, accepts: true } as const;
  desk.service.setSwitches({ faults: [{ ...shown, body: { kind: "json", value: { data, total: data.length } } }] });
  await desk.pass(2 * minute);
  await desk.sending.cancel("campaign-1");
  await desk.pass(5 * minute);
  await desk.sleep(12 * day);
  await desk.sleep(2 * day);
  expect((await desk.details()).counts).toMatchObject({ total: 3, notCertain: 3, notSent: 0 });
});
