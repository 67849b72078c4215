import { describe, expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, minute, onceEach, posts } from "./desk.ts";

type Fault = NonNullable<SwitchesPatch["faults"]>[number];
const once = { ...posts, times: 1 } as const;
const instead = { ...once, act: "answer", accepts: true } as const;

const takenButUnknown: [string, Fault][] = [
  ["cut before its first byte", { ...once, act: "cut-answer", atByte: 0 }],
  ["cut in its head", { ...once, act: "cut-answer", atByte: 40 }],
  ["cut in its body", { ...once, act: "cut-answer", atByte: 260 }],
  ["a reset", { ...once, act: "reset", accepts: true }],
  ["a page of a proxy", { ...instead, status: 502, body: { kind: "html" } }],
  ["a 200 of a proxy", { ...instead, status: 200, body: { kind: "html" } }],
  ["a 200 with nothing in it", { ...instead, status: 200, body: { kind: "empty" } }],
  ["a 200 with broken JSON", { ...instead, status: 200, body: { kind: "malformed" } }],
  ["a 200 of another shape", { ...instead, status: 200, body: { kind: "other-shape" } }],
  ["a redirect", { ...instead, status: 302, body: { kind: "empty" }, headers: { location: "/api/campaigns" } }],
  ["too many requests", { ...instead, status: 429, body: { kind: "json", value: { message: "Slow down" } } }],
  [
    "too many duplicate requests",
    { ...instead, status: 429, body: { kind: "json", value: { message: "Too many duplicate request detected" } } },
  ],
  ["a failure of the service", { ...instead, status: 500, body: { kind: "json", value: { message: "Oops" } } }],
  ["a 401", { ...instead, status: 401, body: { kind: "json", value: { message: "Expired JWT Token" } } }],
  [
    "a refusal in known words",
    { ...instead, status: 422, body: { kind: "json", value: { message: "Sender was not found", errors: [] } } },
  ],
  [
    "a refusal in words that nobody knows",
    { ...instead, status: 422, body: { kind: "json", value: { message: "Nope", errors: [] } } },
  ],
  ["a request that a proxy delivered twice", { ...once, act: "twice" }],
];

describe("when the service took the campaign and the answer is", () => {
  test.each(takenButUnknown)("%s, it is found, accepted, and not posted again", async (_name, fault) => {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [fault] });
    await desk.confirm();
    await desk.pass(20 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.postOutcomes()).toHaveLength(fault.act === "twice" ? 2 : 1);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect((await desk.details()).row.state).toBe("finished");
  });

  test("never given, it is in doubt when the time is up, and found", async () => {
    const desk = await Desk.open({ limits: { total: 150, idle: 150 } });
    desk.service.setSwitches({ faults: [{ ...once, act: "hold", accepts: "before" }] });
    await desk.confirm();
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
  });

  test("lost, a part too large to look up one by one is found through the account's campaigns", async () => {
    const desk = await Desk.open();
    const recipients = people(700);
    desk.service.setSwitches({ faults: [{ ...once, act: "reset", accepts: true }] });
    await desk.confirm({ recipients });
    await desk.pass(0);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(recipients));
  });
});
