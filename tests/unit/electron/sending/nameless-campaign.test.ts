import { expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { Desk, hour, minute, posts } from "./desk.ts";

const named = { id: 900_001, name: "By hand", sender: "FloraKyiv", status: "done", message_type: "sms" };
const nameless = { ...named, id: null, name: "Nobody knows" };

type Fault = NonNullable<SwitchesPatch["faults"]>[number];

/** The service's list of campaigns has these. */
function listOf(...data: Record<string, string | number | null>[]): Fault {
  const value = { data, meta: { page: { total: data.length, limit: 500, offset: 0 } } };
  const body = { kind: "json", value } as const;
  return { method: "GET", path: "/api/campaigns", act: "answer", status: 200, accepts: true, body };
}

test("a campaign made elsewhere that the service lists without an id keeps nobody from seeing the others", async () => {
  const desk = await Desk.open();
  desk.service.setSwitches({ faults: [listOf(nameless, named)] });
  await desk.sending.refresh(null);
  const { rows } = await desk.sending.list({ search: "", filter: "all", offset: 0, limit: 10 });
  expect(rows.map(({ title }) => title)).toEqual(["By hand"]);
});

test("a stop is final also when the service does not name the campaign in its answer", async () => {
  const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.01 } } });
  await desk.confirm();
  await desk.pass(minute);
  const data = { status: "stopped" };
  const answer = { act: "answer", status: 200, accepts: true, body: { kind: "json", value: { data } } } as const;
  desk.service.setSwitches({ faults: [{ method: "PATCH", path: "/api/campaigns/*/stop", ...answer }] });
  await desk.sending.cancel("campaign-1");
  await desk.pass(minute);
  expect(await desk.states()).toEqual(["stopped"]);
});

test.each([
  ["of the same sender may be the part: nobody can say that it is absent", "FloraKyiv", "unchecked"],
  ["of another sender is not the part, which is absent", "Another", "absent"],
])("a campaign without an id %s", async (_, sender, because) => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  const lost: Fault = { ...posts, times: 1, act: "reset", accepts: false };
  desk.service.setSwitches({ faults: [listOf({ ...nameless, sender }), lost] });
  await desk.confirm();
  await desk.pass(because === "absent" ? 12 * minute : hour + 10 * minute);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "held", question: because });
});
