import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { day, Desk, firstKey, hour, minute, reads, second, secondKey } from "./desk.ts";

type Steps = { names: string[] };

/** A campaign that is being sent for days, with the name of every write and every request since. */
async function underWay(network: "sockets" | "memory" = "memory"): Promise<{ desk: Desk; steps: Steps }> {
  const steps: Steps = { names: [] };
  const desk = await Desk.open({
    network,
    switches: { pace: { messagesPerSecond: 0.00001 } },
    watcher: ({ name }, when) => {
      if (when === "before") steps.names.push(name);
      return "goes-on";
    },
  });
  await desk.confirm({ recipients: people(60) });
  await desk.pass(minute);
  steps.names = [];
  return { desk, steps };
}

/** How often something was done in so many ms. */
async function during(desk: Desk, steps: Steps, ms: number, name: RegExp): Promise<number> {
  const before = steps.names.length;
  await desk.pass(ms);
  return steps.names.slice(before).filter((step) => name.test(step)).length;
}

describe("a campaign that cannot be read", () => {
  test("is asked for ever more rarely while there is no network, and soon again when there is", async () => {
    const { desk, steps } = await underWay();
    desk.service.setSwitches({ faults: [{ ...reads, act: "reset", accepts: false }] });
    await desk.pass(10 * minute);
    expect((await desk.details()).refreshProblem).toMatchObject({ code: "network.broken" });
    expect(await during(desk, steps, hour, /detail$/)).toBeLessThanOrEqual(13);
    desk.service.setSwitches({ faults: [] });
    await desk.pass(6 * minute);
    expect((await desk.details()).refreshProblem).toBeNull();
  });

  test("because another account is connected rests, and is read at once when its own is back", async () => {
    const { desk, steps } = await underWay();
    desk.connect(secondKey);
    await desk.pass(20 * minute);
    expect((await desk.details()).refreshProblem).toMatchObject({ code: "campaign.other-account" });
    expect(await during(desk, steps, hour, /setRefreshProblem/)).toBeLessThanOrEqual(5);
    desk.connect(firstKey);
    desk.sending.hurry();
    await desk.pass(second);
    expect((await desk.details()).refreshProblem).toBeNull();
  });

  test("is read at once too when its account comes back while the other one is only logging in", async () => {
    const { desk, steps } = await underWay("sockets");
    const login = { method: "POST", path: "/api/auth/login", act: "hold", accepts: "before", times: 1 } as const;
    desk.service.setSwitches({ faults: [login] });
    desk.connect(secondKey);
    const asked = desk.sending.refresh("campaign-1");
    await desk.until(() => steps.names.some((name) => name.endsWith("/login")));
    desk.connect(firstKey);
    desk.sending.hurry();
    desk.service.release();
    await asked;
    await desk.pass(minute);
    expect((await desk.details()).refreshProblem).toBeNull();
  });

  test("for want of an account does not keep the program awake", async () => {
    const { desk } = await underWay();
    desk.client = null;
    await desk.pass(minute);
    const { time } = desk;
    const after = time.after.bind(time);
    let timers = 0;
    time.after = (ms, act) => {
      timers += 1;
      return after(ms, act);
    };
    await desk.pass(hour);
    expect(timers).toBeLessThanOrEqual(121);
  });

  test("is read once at a time, however often it is asked for", async () => {
    const { desk, steps } = await underWay("sockets");
    const held = { method: "GET", path: "/api/campaigns/*/detail", act: "hold", accepts: "before", times: 1 } as const;
    desk.service.setSwitches({ faults: [held] });
    const asked = [desk.sending.refresh("campaign-1")];
    await desk.until(() => steps.names.some((name) => name.endsWith("/detail")));
    asked.push(desk.sending.refresh("campaign-1"), desk.sending.refresh("campaign-1"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(steps.names.filter((name) => name.endsWith("/detail"))).toHaveLength(1);
    desk.service.release();
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: null })));
  });
});

test("a campaign of which nothing changes is asked for ever more rarely, also when it was to go out at once", async () => {
  const { desk, steps } = await underWay();
  await desk.pass(2 * hour);
  expect(await during(desk, steps, hour, /detail$/)).toBeLessThanOrEqual(5);
});

describe("a campaign that is over at the service and whose figures never add up", () => {
  const statistics = { delivered: 1, sent: 1, rejected: 1 };
  const done = { status: "done", finished_at: "2026-07-15 10:00:00", total_messages: 3, statistics };

  /** The detail that the service shows of the campaign from now on. */
  async function shows(desk: Desk, value: Record<string, unknown>): Promise<void> {
    const [id] = (await desk.details()).parts[0]?.serviceIds ?? [];
    const path = "/api/campaigns/*/detail";
    const detail = { method: "GET", path, act: "answer", status: 200, accepts: true } as const;
    const body = { kind: "json", value: { data: { ...done, ...value, id: Number(id), total_messages: 60 } } } as const;
    desk.service.setSwitches({ faults: [{ ...detail, body }] });
  }

  test("is read until nothing more can become of a text, then it is final and left alone", async () => {
    const { desk, steps } = await underWay();
    await shows(desk, {});
    await desk.sleep(2 * day);
    expect((await desk.details()).countsFinal, "a text is tried for up to three days").toBe(false);
    await desk.sleep(7 * day);
    expect(await desk.details()).toMatchObject({ countsFinal: true, counts: { total: 60, delivered: 1 } });
    expect(await during(desk, steps, day, /detail$/)).toBe(0);
  });

  test("and that has no time of its end is sending until then, and finished from then on", async () => {
    const { desk } = await underWay();
    await shows(desk, { finished_at: null });
    await desk.sleep(2 * day);
    expect(await desk.details()).toMatchObject({ row: { state: "sending" }, countsFinal: false });
    await desk.sleep(9 * day);
    expect(await desk.details()).toMatchObject({
      row: { state: "finished" },
      countsFinal: true,
      canCancel: false,
      counts: { total: 60, delivered: 1, onTheWay: 1, waiting: 0, notCertain: 58 },
    });
  });

  test("is followed after its watch when it was paused for so long and has only gone out", async () => {
    const { desk } = await underWay();
    await shows(desk, { status: "paused", finished_at: null });
    await desk.sleep(10 * day);
    await shows(desk, { finished_at: "2026-07-25 10:00:00" });
    await desk.pass(2 * hour);
    expect(await desk.details()).toMatchObject({
      countsFinal: false,
      counts: { total: 60, delivered: 1, onTheWay: 1 },
    });
    await desk.sleep(8 * day);
    expect((await desk.details()).countsFinal).toBe(true);
  });
});
