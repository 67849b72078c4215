import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { day, Desk, hour, minute, onceEach, posts, reads, second } from "./desk.ts";

const unknownId = { kind: "json" as const, value: { data: { id: 77_000_000_001, status: "done" } } };

/** A campaign to three people whose POST is answered with the id of a campaign that the service does not know. */
async function handedOver(accepts: boolean): Promise<Desk> {
  const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.01 } } });
  await desk.sendOneBefore();
  desk.service.setSwitches({
    faults: [{ ...posts, act: "answer", status: 200, body: unknownId, accepts, times: 1 }],
  });
  await desk.confirm();
  await desk.pass(minute);
  expect(await desk.states()).toEqual(["accepted"]);
  return desk;
}

async function states(desk: Desk): Promise<string[]> {
  const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 10 });
  return rows.map(({ state }) => state);
}

describe("a campaign that the service named and then does not know", () => {
  test("is not called handed over for ever: its people are not certain after ten minutes, and watched", async () => {
    const desk = await handedOver(false);
    await desk.pass(7 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    await desk.pass(15 * minute);
    expect(await desk.states()).toEqual(["accepted-with-exceptions"]);
    expect(await states(desk)).toEqual(["not-certain", "not-certain", "not-certain"]);
    expect((await desk.details()).counts).toMatchObject({ total: 3, notCertain: 3 });
    expect((await desk.details()).parts[0]?.watchedUntil).not.toBeNull();
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("was not taken by the service when nothing has turned up by the end of the watch", async () => {
    const desk = await handedOver(false);
    await desk.pass(hour);
    await desk.sleep(9 * day);
    expect(await states(desk)).toEqual(["not-sent", "not-sent", "not-sent"]);
    expect(await desk.details()).toMatchObject({
      counts: { notSent: 3 },
      countsFinal: true,
      row: { state: "finished" },
    });
    expect(desk.journalFile.journal.ownedCampaigns(null)).toEqual([]);
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("owns the campaign in which its people are found", async () => {
    const desk = await handedOver(true);
    await desk.pass(30 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect((await desk.details()).parts[0]?.serviceIds).toHaveLength(2);
    await desk.sleep(2 * day);
    expect(await states(desk)).not.toContain("not-certain");
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("is looked for when it is cancelled, and the one that its people are in is stopped", async () => {
    const desk = await handedOver(true);
    await desk.sending.cancel("campaign-1");
    await desk.pass(minute);
    const [, campaign] = desk.service.ledger().campaigns;
    expect(campaign).toMatchObject({ haltStatus: "stopped" });
    expect((await desk.details()).row.state).toBe("cancelling");
    await desk.sleep(9 * day);
    expect((await desk.details()).row.state).toBe("cancelled");
  });

  test("is asked to stop until the watch is over, and only then called cancelled", async () => {
    const desk = await handedOver(false);
    await desk.sending.cancel("campaign-1");
    await desk.pass(2 * hour);
    expect(await desk.details()).toMatchObject({
      row: { state: "cancelling" },
      counts: { notCertain: 3 },
      refreshProblem: { code: "service.not-found" },
    });
    await desk.sleep(9 * day);
    expect(await desk.details()).toMatchObject({ row: { state: "cancelled" }, counts: { notSent: 3 } });
    expect(desk.journalFile.journal.openParts()).toEqual([]);
  });
});

test("people whom the service counts but does not show are not certain, until they are found", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  const empty = { kind: "json" as const, value: { data: [], meta: { page: { total: 0 } } } };
  const messages = { ...reads, path: "/api/messages", act: "answer", accepts: false } as const;
  desk.service.setSwitches({ faults: [{ ...messages, status: 200, body: empty }] });
  await desk.confirm();
  await desk.pass(2 * minute);
  expect(await desk.states()).toEqual(["accepted"]);
  await desk.pass(30 * minute);
  expect(await desk.states()).toEqual(["accepted-with-exceptions"]);
  expect(await states(desk)).toEqual(["not-certain", "not-certain", "not-certain"]);
  desk.service.setSwitches({ faults: [] });
  await desk.sending.refresh("campaign-1");
  await desk.pass(2 * hour + second);
  expect(await desk.states()).toEqual(["accepted"]);
  expect(await states(desk)).not.toContain("not-certain");
  expect(desk.postOutcomes()).toHaveLength(1);
});
