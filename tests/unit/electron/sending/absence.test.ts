import { describe, expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach, posts, reads, second } from "./desk.ts";

type Fault = NonNullable<SwitchesPatch["faults"]>[number];
const once = { ...posts, times: 1 } as const;

describe("when reads lag behind", () => {
  test("a part that shows late is waited for, and accepted without a second POST", async () => {
    const desk = await Desk.open({ switches: { unseenDuringModeration: true, pace: { moderationSeconds: 200 } } });
    await desk.sendOneBefore();
    await desk.pass(10 * minute);
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: true }] });
    await desk.confirm();
    await desk.pass(3 * minute);
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.pass(7 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("a part that is being taken in is in doubt until all of it is there", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({ takenInPerSecond: 1, faults: [{ ...once, act: "reset", accepts: true }] });
    const recipients = people(18);
    await desk.confirm({ recipients });
    await desk.pass(8 * second);
    expect(await desk.states()).toEqual(["in-doubt"]);
    expect((await desk.details()).parts[0]?.serviceIds).toHaveLength(1);
    await desk.pass(5 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(recipients));
  });
});

describe("when nothing was taken and the answer is lost", () => {
  const lost: Fault = { ...once, act: "reset", accepts: false };

  test("three empty looks over ten minutes hold the part, and it is not posted without a click", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [lost] });
    await desk.confirm();
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.pass(minute);
    const [part] = (await desk.details()).parts;
    expect(part).toMatchObject({ state: "held", question: "absent", counts: { notCertain: 3 } });
    expect(part?.looks).toBeGreaterThanOrEqual(3);
    expect(part?.lookedForMinutes).toBeGreaterThanOrEqual(10);
    await desk.pass(3 * hour);
    expect(desk.postOutcomes()).toHaveLength(1);
    expect(desk.texts()).toEqual([]);
  });

  test("Send it sends it once, with every byte as it was confirmed", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [lost] });
    await desk.confirm();
    await desk.pass(11 * minute);
    expect(await desk.sending.answer("campaign-1", 0, "send")).toEqual({ ok: true, value: null });
    await desk.pass(5 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    const { database } = desk.journalFile;
    const confirmed = database.prepare("SELECT body_hash AS hash FROM part WHERE campaign_id = 'campaign-1'").get();
    expect(desk.posted().map(({ bodyHash }) => bodyHash)).toEqual([confirmed?.["hash"], confirmed?.["hash"]]);
  });

  test("a look that cannot be made is no vote", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({
      faults: [lost, { ...reads, act: "answer", status: 503, body: { kind: "html" }, accepts: false }],
    });
    await desk.confirm();
    await desk.pass(30 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "in-doubt", looks: 0 });
  });

  test("an account without a known reference cannot vote: after an hour it was not checked", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [lost] });
    await desk.confirm();
    await desk.pass(59 * minute);
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.pass(7 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "held",
      question: "unchecked",
      lookedForMinutes: 60,
    });
  });

  test("Look again looks again, and Do not send it leaves the people not certain while it is watched", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [lost] });
    await desk.confirm();
    await desk.pass(11 * minute);
    await desk.sending.answer("campaign-1", 0, "look");
    await desk.settle();
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.pass(11 * minute);
    await desk.sending.answer("campaign-1", 0, "drop");
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "cancelled-by-absence",
      counts: { total: 3, notCertain: 3 },
    });
    expect(desk.postOutcomes()).toHaveLength(1);
  });
});
