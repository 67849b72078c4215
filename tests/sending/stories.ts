import * as fc from "fast-check";
import type { SwitchesPatch } from "../../electron/practice/switches.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import { serviceTimeAt } from "../../shared/campaign/service-zone.ts";
import { people } from "./a-campaign.ts";
import { Acts } from "./acts.ts";
import { addsUp, compareDesk, together, type Verdict } from "./comparison.ts";
import { day, type Desk, hour, minute, posts, reads, second } from "./desk.ts";

const stops = { method: "PATCH", path: "/api/campaigns/*/stop" } as const;

type Fault = NonNullable<SwitchesPatch["faults"]>[number];

const refusals = ["Sender was not found", "Insufficient balance", "This reference_id was already used", "No"];
const message = fc.constantFrom(...refusals).map((words) => ({ message: words, errors: [] }));
/** Of a campaign that the service does not know afterwards. */
const unknownId = { data: { id: 77_000_000_001, status: "done" } };
const body = fc.oneof(
  fc.constantFrom("html", "empty", "malformed", "other-shape", "cut", "own").map((kind) => ({ kind })),
  message.map((value) => ({ kind: "json" as const, value })),
  fc.constant({ kind: "json" as const, value: unknownId }),
);

/** What may go wrong on the way of a POST, with the service having taken it or not. */
const postFault = fc.oneof(
  fc.record({ act: fc.constant("reset"), accepts: fc.boolean() }),
  fc.record({ act: fc.constant("cut-answer"), atByte: fc.nat({ max: 400 }) }),
  fc.record({ act: fc.constant("cut-request"), atByte: fc.nat({ max: 300 }) }),
  fc.record({ act: fc.constant("twice") }),
  fc.record({ act: fc.constant("refuse-token"), as: fc.constantFrom("missing", "invalid", "expired") }),
  fc.record({
    act: fc.constant("answer"),
    status: fc.constantFrom(200, 302, 400, 401, 403, 408, 422, 429, 500, 502),
    body,
    accepts: fc.boolean(),
  }),
);
const readFault = fc.record({
  act: fc.constant("answer"),
  status: fc.constantFrom(200, 401, 404, 429, 500),
  body: fc.constantFrom({ kind: "html" }, { kind: "empty" }, { kind: "other-shape" }),
  accepts: fc.constant(false),
});

const stopFault = fc.oneof(
  fc.record({ act: fc.constant("reset"), accepts: fc.boolean() }),
  fc.record({ act: fc.constant("answer"), status: fc.constantFrom(404, 422, 429, 503), body, accepts: fc.boolean() }),
);

/** Every way of the service that the documentation leaves open, but for one that does not refuse a used reference. */
const manners = fc.record({
  usedReference: fc.constantFrom("request", "message", "200-error", "200-empty", "200-first"),
  usedReferenceWords: fc.constantFrom("This reference_id was already used", "Sender was not found", "Not accepted"),
  unseenDuringModeration: fc.boolean(),
  readLagSeconds: fc.constantFrom(0, 20, 60),
  looksBeforeSeen: fc.constantFrom(0, 0, 3, 12),
  takenInPerSecond: fc.constantFrom(null, 1),
  createdAtZone: fc.constantFrom("UTC", "UTC", "Europe/Kyiv"),
  startAtZone: fc.constantFrom("UTC", "UTC", "Europe/Kyiv", "America/New_York"),
  pastStartAt: fc.constantFrom("send-now", "refuse"),
  pace: fc.record({ moderationSeconds: fc.constantFrom(1, 30, 900), messagesPerSecond: fc.constantFrom(0.02, 10) }),
});

const waits = fc.constantFrom(second, 10 * second, minute, 4 * minute, 12 * minute, 70 * minute);

/** What the user, the network and the computer do meanwhile. */
const usualAct = fc.oneof(
  { weight: 6, arbitrary: waits },
  fc.constantFrom("crash", "send", "send-at", "look", "drop", "never-text", "sleep"),
  { weight: 1, arbitrary: fc.constant("cancel") },
);

/** The same on a bad day: somebody sets the clock, changes the account or confirms again; the disk is full. */
const badDayAct = fc.oneof(
  { weight: 5, arbitrary: waits },
  fc.constantFrom("crash", "send", "send-at", "look", "never-text", "sleep", "confirm-again"),
  fc.constantFrom("clock+25h", "clock-25h", "other-account", "own-account", "disk-full", "read-only", "room"),
  { weight: 1, arbitrary: fc.constantFrom("cancel", "drop") },
);

/** The manners of the service, what goes wrong, and what is done meanwhile: a wait in ms, or an act by its name. */
export type Story = {
  manners: SwitchesPatch;
  /** In how many ms it is to go out; null: now. */
  startIn: number | null;
  postFaults: Omit<Fault, "path">[];
  readFaults: Omit<Fault, "path">[];
  /** What goes wrong with the first stops. */
  stopFaults: Omit<Fault, "path">[];
  acts: (number | string)[];
};

function storiesOf(act: fc.Arbitrary<number | string>): fc.Arbitrary<Story> {
  return fc.record({
    manners,
    startIn: fc.constantFrom(null, null, null, 5 * minute, 3 * hour),
    postFaults: fc.array(postFault, { maxLength: 3 }),
    readFaults: fc.array(readFault, { maxLength: 6 }),
    stopFaults: fc.array(fc.oneof(stopFault, readFault), { maxLength: 3 }),
    acts: fc.array(act, { minLength: 1, maxLength: 8 }),
  });
}

export const stories = storiesOf(usualAct);
/** For a desk that may fail. */
export const badDays = storiesOf(badDayAct);

/** Each with a cancel somewhere in between. */
export const cancelled: fc.Arbitrary<Story> = fc
  .tuple(stories, fc.nat({ max: 8 }))
  .map(([story, at]) => ({ ...story, acts: story.acts.toSpliced(at, 0, "cancel") }));

export const recipients = people(5).map((one, index) => ({
  ...one,
  text: index < 3 ? one.text : `For ${one.name}`,
}));
const barred = recipients[2]?.number ?? "";

/** Plays a story on a new desk and compares the ledger and the journal while and after it happens. Closes the desk. */
export async function told(desk: Desk, story: Story): Promise<Verdict> {
  const { manners, startIn, postFaults, readFaults, stopFaults, acts } = story;
  await desk.sendOneBefore();
  const faults = [
    ...postFaults.map((fault) => ({ ...fault, ...posts, times: 1 }) as Fault),
    ...stopFaults.map((fault) => ({ ...fault, ...stops, times: 2 }) as Fault),
    ...readFaults.map((fault) => ({ ...fault, ...reads, times: 3 }) as Fault),
  ];
  desk.service.setSwitches({ ...manners, duplicateSeconds: { campaigns: 0 }, faults });
  const start = startIn === null ? null : startAt(desk.time.now() + startIn);
  const confirm = () => desk.confirm({ recipients, start });
  await confirm();
  const doing = new Acts(desk, barred, confirm);
  for (const act of acts) {
    await (typeof act === "number" ? desk.pass(act) : doing.do(act));
    await addsUp(desk, recipients.length);
  }
  desk.service.setSwitches({ ...manners, faults: [] });
  await doing.putRight();
  await desk.pass(2 * hour);
  // What is planned for later rightly waits by then.
  const planned = startIn !== null || acts.includes("send-at");
  const soon = await compareDesk(desk, recipients, planned ? "meanwhile" : "settled");
  await desk.sleep(12 * day);
  const inTheEnd = await compareDesk(desk, recipients);
  await desk.close();
  return together([soon, inTheEnd]);
}

/** As Review plans it while no zone of the service was measured. */
function startAt(instant: number): PlannedStart {
  const utc = new Date(instant).toISOString();
  return { utc, service: serviceTimeAt(instant, 0), zone: "Europe/Kyiv" };
}
