import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, minute, reads } from "./desk.ts";

describe("a refusal in the service's words", () => {
  test("is believed when a look finds nothing, and its people are not sent", async () => {
    const desk = await Desk.open();
    await desk.confirm({ sender: "Nobody" });
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "refused",
      reason: { code: "service.sender" },
      counts: { total: 3, notSent: 3 },
    });
    expect((await desk.details()).row.state).toBe("refused");
    expect(desk.postOutcomes()).toEqual(["422"]);
  });

  test("that every part shares pauses the parts behind it, which go out after a click", async () => {
    const desk = await Desk.open({ switches: { balance: 0 } });
    await desk.confirm({ recipients: people(10_001) });
    await desk.pass(minute);
    const { parts } = await desk.details();
    expect(parts.map(({ state, reason }) => [state, reason?.code])).toEqual([
      ["refused", "service.no-money"],
      ["paused", "service.no-money"],
    ]);
    desk.service.setSwitches({ balance: 1000 });
    await desk.sending.answer("campaign-1", 1, "send");
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["refused", "accepted"]);
    expect(desk.texts()).toHaveLength(1);
  });

  test("of a DEMO account says so", async () => {
    const desk = await Desk.open({ switches: { mode: "demo" } });
    await desk.confirm();
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "refused", reason: { code: "service.demo-mode" } });
  });

  test("is not final while nobody can look", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({
      faults: [{ ...reads, act: "answer", status: 500, body: { kind: "html" }, accepts: false }],
    });
    await desk.confirm({ sender: "Nobody" });
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["in-doubt"]);
    desk.service.setSwitches({ faults: [] });
    await desk.pass(6 * minute);
    expect(await desk.states()).toEqual(["refused"]);
  });
});
