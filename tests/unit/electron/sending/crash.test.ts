import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { openJournal } from "./journal-file.ts";
import { Desk, hour, minute, onceEach, posts, second } from "./desk.ts";

describe("a crash between the commit and the answer", () => {
  test("finds the part in doubt on disk, however early the request was seen at the service", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [{ ...posts, act: "cut-request", atByte: 0, times: 1 }] });
    const confirmed = desk.confirm();
    await desk.until(() => desk.postOutcomes().length === 1);
    const [part] = openJournal(desk.backUp()).journal.parts("campaign-1");
    expect(part?.part).toMatchObject({ attempts: 1, state: { name: "in-doubt" } });
    await confirmed;
    await desk.settle();
  });

  test("of a campaign that the service took leads to accepted, without a second POST", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "before", times: 1 }] });
    await desk.confirm();
    await desk.until(() => desk.postOutcomes().length === 1);
    desk.crash();
    await desk.sending.start();
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("of a request that arrives after the new start is waited for as well", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "after", times: 1 }] });
    const { client } = desk;
    if (client === null) throw new Error("no client");
    const passed = Promise.withResolvers<void>();
    desk.client = {
      ...client,
      postCampaign: (route, body, mayPass) =>
        client.postCampaign(route, body, async () => {
          const passes = await mayPass();
          if (passes) passed.resolve();
          return passes;
        }),
    };
    await desk.confirm();
    await passed.promise;
    expect(await desk.states()).toEqual(["in-doubt"]);
    desk.crash();
    await desk.sending.start();
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["in-doubt"]);
    // It may still be on its way there.
    await desk.until(() => desk.service.release() > 0 || desk.texts().length > 0);
    await desk.until(() => desk.texts().length > 0);
    await desk.pass(20 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
  });
});

describe("a later part of a campaign of which one was just accepted", () => {
  /** The program ends when the first part is accepted and the second had no turn yet. */
  async function endedBetweenTheParts(): Promise<Desk> {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "before", times: 1 }] });
    await desk.confirm({ recipients: people(10_001) });
    await desk.until(() => desk.postOutcomes().length === 1);
    const quit = desk.sending.quit();
    desk.service.release();
    await quit;
    expect(await desk.states()).toEqual(["accepted", "planned"]);
    desk.crash();
    return desk;
  }

  test("goes on by itself after the start", async () => {
    const desk = await endedBetweenTheParts();
    await desk.sending.start();
    await desk.pass(second);
    expect(await desk.states()).toEqual(["accepted", "accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(10_001)));
  });

  test("asks when it is night where its people live, and goes out once after the click", async () => {
    const desk = await endedBetweenTheParts();
    desk.night = true;
    await desk.sending.start();
    await desk.pass(second);
    expect((await desk.details()).parts[1]).toMatchObject({ state: "planned", question: "restarted" });
    await desk.sending.answer("campaign-1", 1, "send");
    await desk.pass(second);
    expect(desk.texts()).toEqual(onceEach(people(10_001)));
  });

  test("asks when more than half an hour has gone by", async () => {
    const desk = await endedBetweenTheParts();
    desk.time.setWall(desk.time.now() + 31 * minute);
    await desk.sending.start();
    expect((await desk.details()).parts[1]).toMatchObject({ state: "planned", question: "restarted" });
    expect(desk.postOutcomes()).toHaveLength(1);
  });
});

describe("after a start of the program", () => {
  test("a planned campaign asks before it is sent, and is sent once after the click", async () => {
    const desk = await Desk.open();
    desk.client = null;
    await desk.confirm();
    await desk.settle();
    desk.crash();
    await desk.sending.start();
    await desk.pass(hour);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "restarted" });
    expect(desk.postOutcomes()).toEqual([]);
    await desk.sending.answer("campaign-1", 0, "send");
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("a campaign whose undo window was open asks, and Do not send it sends nothing", async () => {
    const desk = await Desk.open();
    await desk.confirm({}, 20);
    desk.crash();
    await desk.sending.start();
    await desk.pass(hour);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "restarted" });
    await desk.sending.answer("campaign-1", 0, "drop");
    await desk.pass(hour);
    expect(await desk.states()).toEqual(["cancelled"]);
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("a planned campaign that another computer sent is found, and not sent again", async () => {
    const desk = await Desk.open();
    desk.client = null;
    await desk.confirm();
    await desk.settle();
    const elsewhere = desk.backUp();
    desk.connect("live_demo_key_0001");
    desk.sending.hurry();
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    desk.note = null;
    desk.restore(elsewhere);
    await desk.sending.start();
    await desk.sending.answer("campaign-1", 0, "send");
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("nothing stays planned in a journal that was restored from a backup", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.client = null;
    await desk.confirm();
    await desk.settle();
    const backup = desk.backUp();
    desk.connect("live_demo_key_0001");
    desk.sending.hurry();
    await desk.pass(second);
    expect(await desk.states()).toEqual(["accepted"]);
    desk.restore(backup);
    await desk.sending.start();
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
  });
});

describe("quitting while a POST is under way", () => {
  /** The answer to it is kept back. */
  async function quitting() {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "before", times: 1 }] });
    await desk.confirm();
    await desk.until(() => desk.postOutcomes().length === 1);
    let over = false;
    const quit = desk.sending.quit().then(() => (over = true));
    // Nothing comes to rest while an answer is kept back.
    const pass = (ms: number) => desk.time.pass(ms, async () => {});
    return { desk, quit, pass, isOver: () => over };
  }

  test("waits for its answer", async () => {
    const { desk, quit, pass, isOver } = await quitting();
    await pass(4 * second);
    expect(isOver()).toBe(false);
    desk.service.release();
    await quit;
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("leaves it in doubt when that takes longer than five seconds, and finds it at the next start", async () => {
    const { desk, quit, pass } = await quitting();
    await pass(5 * second);
    await quit;
    expect(await desk.states()).toEqual(["in-doubt"]);
    desk.crash();
    await desk.sending.start();
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
  });
});
