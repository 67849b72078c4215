import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { day, Desk, hour, minute, onceEach, posts, second } from "./desk.ts";

async function counts(desk: Desk) {
  const { total, ...buckets } = (await desk.details()).counts;
  expect(Object.values(buckets).reduce((sum, count) => sum + count, 0)).toBe(total);
  return buckets;
}

async function states(desk: Desk): Promise<Set<string>> {
  const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 100 });
  return new Set(rows.map(({ state }) => state));
}

describe("Cancel of what is planned", () => {
  test("is being cancelled until the service has answered, and its people are not uncertain meanwhile", async () => {
    const desk = await Desk.open();
    const start = desk.time.now() + 3 * hour;
    const utc = new Date(start).toISOString();
    await desk.confirm({ start: { utc, service: utc.slice(0, 19).replace("T", " "), zone: "UTC" } });
    await desk.pass(20 * minute);
    const broken = { path: "/api/campaigns/*/stop", act: "reset", accepts: false } as const;
    desk.service.setSwitches({ faults: [{ ...broken, times: 3 }] });
    await desk.sending.cancel("campaign-1");
    expect(await desk.states()).toEqual(["stopping"]);
    expect(await states(desk)).toEqual(new Set(["being-cancelled"]));
    expect(await counts(desk)).toMatchObject({ waiting: 3, notCertain: 0 });
    await desk.pass(20 * minute);
    expect(await states(desk)).toEqual(new Set(["not-sent"]));
    expect(await counts(desk)).toMatchObject({ notSent: 3 });
    expect((await desk.details()).row.state).toBe("cancelled");
  });
});

describe("Cancel before the POST", () => {
  test("sends nothing", async () => {
    const desk = await Desk.open();
    await desk.confirm({}, 20);
    expect(await desk.sending.cancel("campaign-1")).toEqual({ ok: true, value: null });
    await desk.pass(hour);
    expect(await desk.states()).toEqual(["cancelled"]);
    expect((await desk.details()).row.state).toBe("cancelled");
    expect(await counts(desk)).toMatchObject({ notSent: 3 });
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("in the last moment, when the connection stands, closes it unsent", async () => {
    const desk = await Desk.open();
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const { client } = desk;
    if (client === null) throw new Error("no client");
    desk.client = {
      ...client,
      postCampaign: (route, body, mayPass) =>
        client.postCampaign(route, body, async () => {
          reached.resolve();
          await gate.promise;
          return mayPass();
        }),
    };
    await desk.confirm();
    await reached.promise;
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.sending.cancel("campaign-1");
    gate.resolve();
    await desk.pass(hour);
    expect(await desk.states()).toEqual(["cancelled"]);
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("while the gate of a POST is answered lets none begin after its commit", async () => {
    const cancelled = Promise.withResolvers<unknown>();
    const before: number[] = [];
    const desk = await Desk.open({
      watcher: ({ name }, when) => {
        if (name === "isCancelled" && when === "after") cancelled.resolve(desk.sending.cancel("campaign-1"));
        if (name === "cancel" && when === "after") before.push(desk.postOutcomes().length);
        return "goes-on";
      },
    });
    await desk.confirm();
    expect(await cancelled.promise).toEqual({ ok: true, value: null });
    await desk.pass(hour);
    expect(before).toEqual([desk.postOutcomes().length]);
    expect(await counts(desk)).toMatchObject({ notSent: 3 });
  });

  test("of the parts behind the one under way sends none of them", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "before", times: 1 }] });
    await desk.confirm({ recipients: people(10_001) });
    await desk.until(() => desk.postOutcomes().length === 1);
    await desk.sending.cancel("campaign-1");
    expect(await desk.states()).toEqual(["in-doubt", "cancelled"]);
    desk.service.release();
    await desk.pass(10 * second);
    expect(await desk.states()).toEqual(["stopped", "cancelled"]);
    expect(desk.postOutcomes()).toHaveLength(1);
    expect(desk.service.ledger().messages.filter(({ goes }) => goes)).toEqual([]);
    expect(await counts(desk)).toMatchObject({ notSent: 10_001 });
  });
});

describe("Cancel while it is sent", () => {
  test("stops the rest, and says exactly who got it", async () => {
    const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 1 } } });
    await desk.confirm({ recipients: people(60) });
    await desk.pass(20 * second);
    await desk.sending.cancel("campaign-1");
    await desk.pass(5 * minute);
    expect(await desk.states()).toEqual(["stopped"]);
    const out = desk.service.ledger().messages.filter(({ goes }) => goes).length;
    expect(out).toBeGreaterThan(5);
    expect(out).toBeLessThan(55);
    const { notSent, waiting, onTheWay, ...gone } = await counts(desk);
    expect(notSent).toBe(60 - out);
    expect(waiting + onTheWay).toBe(0);
    expect(gone.delivered + gone.failed + gone.notCertain).toBe(out);
    const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 100 });
    expect(rows.filter(({ state }) => state === "not-sent")).toHaveLength(notSent);
    expect(await desk.details()).toMatchObject({ row: { state: "cancelled" }, countsFinal: true });
  });

  test("never calls somebody not sent who had just left when the stop came", async () => {
    const desk = await Desk.open({
      switches: { takenInPerSecond: 1, pace: { moderationSeconds: 30, messagesPerSecond: 0.02 } },
    });
    await desk.confirm({ recipients: people(5) });
    await desk.pass(4 * minute);
    await desk.sending.cancel("campaign-1");
    for (let looks = 0; looks < 30; looks++) {
      const out = desk.service.ledger().messages.flatMap(({ phone, goes }) => (goes ? [phone] : []));
      expect(out).toHaveLength(5);
      const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 10 });
      expect(rows.map(({ state }) => state)).not.toContain("not-sent");
      await desk.pass(second);
    }
  });

  test("is tried until the service gives a final answer, across a crash", async () => {
    const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 1 } } });
    await desk.confirm({ recipients: people(200) });
    await desk.pass(10 * second);
    const stop = { method: "PATCH", path: "/api/campaigns/*/stop", act: "answer", accepts: false } as const;
    desk.service.setSwitches({ faults: [{ ...stop, status: 503, body: { kind: "html" } }] });
    await desk.sending.cancel("campaign-1");
    await desk.pass(30 * second);
    expect((await desk.details()).row.state).toBe("cancelling");
    desk.crash();
    desk.service.setSwitches({ faults: [] });
    await desk.sending.start();
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["stopped"]);
    expect(desk.service.ledger().campaigns).toMatchObject([{ haltStatus: "stopped" }]);
  });

  test("that the service refuses in this state is asked for again, until it stops", async () => {
    const desk = await Desk.open({
      switches: { stoppable: ["sending"], pace: { moderationSeconds: 60, messagesPerSecond: 0.01 } },
    });
    await desk.confirm();
    await desk.pass(10 * second);
    await desk.sending.cancel("campaign-1");
    await desk.pass(30 * second);
    expect((await desk.details()).row.state).toBe("cancelling");
    await desk.pass(5 * minute);
    expect(await desk.states()).toEqual(["stopped"]);
    expect(desk.service.ledger().campaigns).toMatchObject([{ haltStatus: "stopped" }]);
  });

  test("of a campaign that is not shown just then is asked for again", async () => {
    const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.01 } } });
    await desk.confirm();
    await desk.pass(10 * second);
    expect(await desk.states()).toEqual(["accepted"]);
    desk.service.setSwitches({ looksBeforeSeen: 1 });
    await desk.sending.cancel("campaign-1");
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["stopped"]);
    expect(desk.service.ledger().campaigns).toMatchObject([{ haltStatus: "stopped" }]);
  });

  test("of a planned campaign stops it at the service before its time", async () => {
    const desk = await Desk.open();
    const utc = new Date(desk.time.now() + hour).toISOString();
    const start = { utc, service: utc.slice(0, 19).replace("T", " "), zone: "UTC" };
    await desk.confirm({ start });
    await desk.pass(minute);
    expect((await desk.details()).row.state).toBe("scheduled");
    await desk.sending.cancel("campaign-1");
    await desk.pass(2 * hour);
    expect((await desk.details()).row.state).toBe("cancelled");
    expect(desk.service.ledger().messages.filter(({ goes }) => goes)).toEqual([]);
    expect(await counts(desk)).toMatchObject({ notSent: 3 });
  });
});

describe("Cancel too late", () => {
  test("of a finished campaign is refused", async () => {
    const desk = await Desk.open();
    await desk.confirm();
    await desk.pass(5 * minute);
    expect((await desk.details()).canCancel).toBe(false);
    expect(await desk.sending.cancel("campaign-1")).toMatchObject({
      ok: false,
      error: { code: "campaign.not-cancellable" },
    });
  });

  test("for the service, but not by what is known here, ends as finished", async () => {
    const desk = await Desk.open({ switches: { pace: { deliverySeconds: [300, 300] } } });
    await desk.confirm();
    await desk.pass(minute);
    // Faster at the service than the program has read: there it is over already.
    desk.service.advance(600);
    expect(await desk.sending.cancel("campaign-1")).toEqual({ ok: true, value: null });
    await desk.pass(10 * minute);
    expect((await desk.details()).row.state).toBe("finished");
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });
});

describe("Cancel of a part in doubt", () => {
  test("stops it when it is found", async () => {
    const desk = await Desk.open({ switches: { unseenDuringModeration: true, pace: { moderationSeconds: 120 } } });
    desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: true, times: 1 }] });
    await desk.confirm();
    await desk.pass(30 * second);
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.sending.cancel("campaign-1");
    await desk.pass(5 * minute);
    expect(await desk.states()).toEqual(["stopped"]);
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("that shows no trace is cancelled by absence, and not certain until its watch is over", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
    await desk.confirm();
    await desk.pass(minute);
    await desk.sending.cancel("campaign-1");
    await desk.pass(15 * minute);
    expect(await desk.states()).toEqual(["cancelled-by-absence"]);
    expect((await desk.details()).row.state).toBe("cancelling");
    expect(await counts(desk)).toMatchObject({ notCertain: 3 });
    await desk.sleep(9 * day);
    expect((await desk.details()).row.state).toBe("cancelled");
    expect(await counts(desk)).toMatchObject({ notSent: 3 });
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("stops a copy that turns up days later", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({
      unseenDuringModeration: true,
      pace: { moderationSeconds: (3 * day) / second, messagesPerSecond: 0.000_01 },
      faults: [{ ...posts, act: "reset", accepts: true, times: 1 }],
    });
    await desk.confirm();
    await desk.pass(minute);
    await desk.sending.cancel("campaign-1");
    await desk.pass(15 * minute);
    expect(await desk.states()).toEqual(["cancelled-by-absence"]);
    await desk.sleep(4 * day);
    expect(await desk.states()).toEqual(["stopped"]);
    expect(desk.service.ledger().campaigns.at(-1)).toMatchObject({ haltStatus: "stopped" });
  });
});
