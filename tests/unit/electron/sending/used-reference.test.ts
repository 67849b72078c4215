import { describe, expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach, posts, second } from "./desk.ts";

/** The campaign is taken, and shows only half an hour later. */
async function unseenAtFirst(switches: SwitchesPatch): Promise<Desk> {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({
    unseenDuringModeration: true,
    pace: { moderationSeconds: 30 * 60 },
    duplicateSeconds: { campaigns: 0 },
    ...switches,
  });
  await desk.confirm();
  return desk;
}

describe("a refusal because of a used reference", () => {
  const semantics = ["request", "message", "200-error", "200-empty", "200-first"] as const;

  test.each(semantics)(
    "after a first try that got through (%s) never leads to a second text",
    async (usedReference) => {
      const desk = await Desk.open({ switches: { usedReference, unseenDuringModeration: true } });
      await desk.sendOneBefore();
      desk.service.setSwitches({
        pace: { moderationSeconds: 30 * 60 },
        faults: [{ ...posts, act: "reset", accepts: true, times: 1 }],
      });
      await desk.confirm();
      await desk.pass(11 * minute);
      expect(await desk.states()).toEqual(["held"]);
      await desk.sending.answer("campaign-1", 0, "send");
      await desk.pass(2 * hour);
      expect(desk.texts()).toEqual(onceEach(people(3)));
      expect(desk.postOutcomes()).toHaveLength(2);
      const { counts, row } = await desk.details();
      expect(counts.total).toBe(3);
      expect(counts.notSent).toBe(0);
      expect(row.state).not.toBe("refused");
    },
  );

  test.each(["request", "message"] as const)(
    "of a request that was delivered twice (%s) is no refusal",
    async (usedReference) => {
      const desk = await Desk.open({ switches: { usedReference } });
      await desk.sendOneBefore();
      desk.service.setSwitches({
        duplicateSeconds: { campaigns: 0 },
        faults: [{ ...posts, act: "twice", times: 1 }],
      });
      await desk.confirm();
      await desk.pass(hour);
      expect(await desk.states()).toEqual(["accepted"]);
      expect(desk.texts()).toEqual(onceEach(people(3)));
      expect((await desk.details()).counts.notSent).toBe(0);
    },
  );

  test.each(["This reference_id was already used", "Not accepted"])(
    "in the words “%s” to a second copy is no refusal, even while the first copy does not show",
    async (usedReferenceWords) => {
      const faults = [{ ...posts, act: "twice", times: 1 } as const];
      const desk = await unseenAtFirst({ usedReference: "request", usedReferenceWords, faults });
      await desk.pass(9 * minute);
      expect(await desk.states()).toEqual(["in-doubt"]);
      await desk.pass(2 * hour);
      expect(await desk.states()).toEqual(["accepted"]);
      expect(desk.texts()).toEqual(onceEach(people(3)));
    },
  );

  test("in the words of another reason is taken back when the first copy turns up", async () => {
    const value = { message: "Sender was not found", errors: [] };
    const desk = await unseenAtFirst({
      usedReference: "request",
      faults: [{ ...posts, act: "answer", status: 422, body: { kind: "json", value }, accepts: true, times: 1 }],
    });
    await desk.pass(9 * minute);
    expect(await desk.states()).toEqual(["refused"]);
    await desk.pass(2 * hour);
    expect(await desk.states()).toEqual(["accepted"]);
    expect((await desk.details()).counts.notSent).toBe(0);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("of a request that was delivered twice does not hide the first copy from Cancel", async () => {
    const desk = await Desk.open({ switches: { usedReference: "message" } });
    await desk.sendOneBefore();
    desk.service.setSwitches({
      duplicateSeconds: { campaigns: 0 },
      pace: { messagesPerSecond: 0.001 },
      faults: [{ ...posts, act: "twice", times: 1 }],
    });
    await desk.confirm();
    await desk.pass(20 * second);
    await desk.sending.cancel("campaign-1");
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["stopped"]);
    const [first] = desk.service.ledger().campaigns.filter(({ messages }) => messages === 3);
    expect(first).toMatchObject({ haltStatus: "stopped" });
  });
});
