import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import type { Watcher } from "../../../sending/activity.ts";
import { Desk, hour, minute, onceEach, posts, second } from "./desk.ts";

/** The n-th write of this name is on disk, and ends with an error all the same; or, `when` before, is not on disk. */
function failing(name: string, when: "before" | "after", nth = 1): Watcher {
  let seen = 0;
  return (step, moment) => {
    if (step.name !== name || moment !== when) return "goes-on";
    seen += 1;
    return seen === nth ? "fails" : "goes-on";
  };
}

describe("a write that ends with an error", () => {
  test("of the confirmation, although it is on disk: whoever confirms again sends it, once", async () => {
    const desk = await Desk.open({ watcher: failing("confirm", "after"), mayFail: true });
    await expect(desk.confirm()).rejects.toThrow("full");
    await desk.confirm();
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("of a confirmation with an undo window: confirmed again, it goes out when the window closes", async () => {
    const desk = await Desk.open({ watcher: failing("confirm", "after"), mayFail: true });
    await expect(desk.confirm({}, 20)).rejects.toThrow("full");
    await desk.confirm({}, 20);
    await desk.settle();
    expect(desk.postOutcomes()).toEqual([]);
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("of a confirmation with an undo window: whoever confirms again has all of the window, however late that is", async () => {
    const desk = await Desk.open({ watcher: failing("confirm", "after"), mayFail: true });
    await expect(desk.confirm({}, 20)).rejects.toThrow("full");
    await desk.pass(hour);
    const again = await desk.sending.confirmedBefore("campaign-1-draft", 20);
    expect(again).toEqual({
      campaignId: "campaign-1",
      undoUntil: new Date(desk.time.now() + 20 * second).toISOString(),
    });
    expect((await desk.details()).undoUntil).toBe(again?.undoUntil);
    await desk.pass(19 * second);
    expect(desk.postOutcomes()).toEqual([]);
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("of a confirmation without an undo window: asked for again, it goes out, once", async () => {
    const desk = await Desk.open({ watcher: failing("confirm", "after"), mayFail: true });
    await expect(desk.confirm()).rejects.toThrow("full");
    expect(await desk.sending.confirmedBefore("campaign-1-draft", 20)).toEqual({
      campaignId: "campaign-1",
      undoUntil: null,
    });
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test.each(["before", "after"] as const)("%s the end of the undo window is written is tried again", async (when) => {
    const desk = await Desk.open({ watcher: failing("release", when), mayFail: true });
    await desk.confirm({}, 20);
    await desk.pass(2 * minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test.each(["before", "after"] as const)(
    "%s a part is in doubt on disk: nothing was sent yet, and it is tried again",
    async (when) => {
      const desk = await Desk.open({ watcher: failing("apply", when), mayFail: true });
      await desk.confirm();
      await desk.pass(2 * minute);
      expect(desk.texts()).toEqual(onceEach(people(3)));
      expect(desk.postOutcomes()).toEqual(["200"]);
    },
  );

  test("of the step into doubt, although it is on disk, and again of taking it back: it is sent all the same", async () => {
    let writes = 0;
    const twice: Watcher = (step, when) => {
      if (step.name !== "apply") return "goes-on";
      if (when === "before") writes += 1;
      return (writes === 1 && when === "after") || (writes === 2 && when === "before") ? "fails" : "goes-on";
    };
    const desk = await Desk.open({ watcher: twice, mayFail: true });
    await desk.confirm();
    await desk.pass(5 * minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toEqual(["200"]);
  });
});

test("a disk that takes nothing before a POST keeps the computer from nothing: it sleeps, wakes up and sends", async () => {
  const desk = await Desk.open({ mayFail: true });
  desk.journalFile.database.exec("PRAGMA query_only = ON");
  await expect(desk.confirm()).rejects.toThrow("readonly");
  desk.journalFile.database.exec("PRAGMA query_only = OFF");
  await desk.confirm();
  desk.journalFile.database.exec("PRAGMA query_only = ON");
  await desk.pass(minute);
  await desk.sleep(10 * minute);
  desk.journalFile.database.exec("PRAGMA query_only = OFF");
  await desk.pass(2 * minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

test("what became of a POST is written as long as the program runs, and no longer", async () => {
  let writes = 0;
  // The step into doubt is taken, and nothing after it.
  const full: Watcher = (step, when) => {
    if (step.name !== "apply" || when !== "before") return "goes-on";
    writes += 1;
    return writes > 1 ? "fails" : "goes-on";
  };
  const desk = await Desk.open({ watcher: full, mayFail: true });
  await desk.confirm();
  await desk.pass(minute);
  expect(writes).toBeGreaterThan(10);
  const ended = desk.sending.quit();
  await desk.pass(minute);
  await ended;
  const atTheEnd = writes;
  await desk.pass(10 * minute);
  expect(writes).toBe(atTheEnd);
});

describe("a start of the program on a disk that takes nothing", () => {
  /** A part in doubt, a crash, and a start that cannot write what it found. */
  async function startedInVain(): Promise<Desk> {
    const desk = await Desk.open({ mayFail: true });
    desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "before", times: 1 }] });
    await desk.confirm();
    await desk.until(() => desk.postOutcomes().length === 1);
    desk.crash();
    desk.journalFile.database.exec("PRAGMA query_only = ON");
    await desk.sending.start();
    await desk.pass(5 * minute);
    return desk;
  }

  test("goes on by itself as soon as there is room", async () => {
    const desk = await startedInVain();
    expect(await desk.states()).toEqual(["in-doubt"]);
    desk.journalFile.database.exec("PRAGMA query_only = OFF");
    await desk.pass(2 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("does not begin half by sleeping and waking up: what was planned asks first", async () => {
    const desk = await Desk.open({ mayFail: true });
    desk.client = null;
    await desk.confirm();
    await desk.settle();
    desk.crash();
    desk.journalFile.database.exec("PRAGMA query_only = ON");
    await desk.sending.start();
    desk.journalFile.database.exec("PRAGMA query_only = OFF");
    await desk.sending.suspend();
    await desk.sending.resume();
    await desk.pass(2 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "restarted" });
    expect(desk.postOutcomes()).toEqual([]);
  });
});
