import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { people } from "./a-campaign.ts";
import { day, Desk, hour, minute, posts, reads, second } from "./desk.ts";

type Fault = NonNullable<SwitchesPatch["faults"]>[number];

const refusals = ["Sender was not found", "Insufficient balance", "This reference_id was already used", "No"];
const message = fc.constantFrom(...refusals).map((words) => ({ message: words, errors: [] }));
const body = fc.oneof(
  fc.constantFrom("html", "empty", "malformed", "other-shape", "cut", "own").map((kind) => ({ kind })),
  message.map((value) => ({ kind: "json" as const, value })),
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

/** Every way of the service that the documentation leaves open, but for one that does not refuse a used reference. */
const manners = fc.record({
  usedReference: fc.constantFrom("request", "message", "200-error", "200-empty", "200-first"),
  usedReferenceWords: fc.constantFrom("This reference_id was already used", "Sender was not found", "Not accepted"),
  unseenDuringModeration: fc.boolean(),
  readLagSeconds: fc.constantFrom(0, 20, 60),
  takenInPerSecond: fc.constantFrom(null, 1),
  pace: fc.record({ moderationSeconds: fc.constantFrom(1, 30, 900), messagesPerSecond: fc.constantFrom(0.02, 10) }),
});

/** What the user, the network and the computer do meanwhile. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(second, 10 * second, minute, 4 * minute, 12 * minute, 70 * minute) },
  fc.constantFrom("crash", "send", "look", "drop", "never-text", "sleep"),
  { weight: 1, arbitrary: fc.constant("cancel") },
);

type Story = {
  manners: SwitchesPatch;
  postFaults: Omit<Fault, "path">[];
  readFaults: Omit<Fault, "path">[];
  acts: (number | string)[];
};

const stories: fc.Arbitrary<Story> = fc.record({
  manners: manners,
  postFaults: fc.array(postFault, { maxLength: 3 }),
  readFaults: fc.array(readFault, { maxLength: 6 }),
  acts: fc.array(act, { minLength: 1, maxLength: 8 }),
});

const recipients = people(5).map((one, index) => ({ ...one, text: index < 3 ? one.text : `For ${one.name}` }));
const barred = recipients[2]?.number ?? "";

async function told({ manners, postFaults, readFaults, acts }: Story): Promise<void> {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  const faults = [
    ...postFaults.map((fault) => ({ ...fault, ...posts, times: 1 }) as Fault),
    ...readFaults.map((fault) => ({ ...fault, ...reads, times: 3 }) as Fault),
  ];
  desk.service.setSwitches({ ...manners, duplicateSeconds: { campaigns: 0 }, faults });
  await desk.confirm({ recipients });
  for (const act of acts) {
    await (typeof act === "number" ? desk.pass(act) : done(desk, act));
    await addsUp(desk);
  }
  desk.service.setSwitches({ ...manners, faults: [] });
  await desk.pass(2 * hour);
  await agrees(desk);
  await desk.sleep(12 * day);
  await agrees(desk);
  await desk.close();
}

async function done(desk: Desk, act: string): Promise<void> {
  switch (act) {
    case "crash":
      desk.crash();
      await desk.sending.start();
      return;
    case "sleep":
      await desk.sleep(hour);
      return;
    case "never-text":
      desk.neverText.add(barred);
      return;
    case "cancel": {
      const cancelled = await desk.sending.cancel("campaign-1");
      const before = desk.postOutcomes().length;
      await desk.pass(20 * minute);
      if (cancelled.ok) expect(desk.postOutcomes()).toHaveLength(before);
      return;
    }
    case "send":
    case "look":
    case "drop":
      await desk.sending.answer("campaign-1", 0, act);
      return;
    default:
      throw new Error(act);
  }
}

async function addsUp(desk: Desk): Promise<void> {
  const { total, ...buckets } = (await desk.details()).counts;
  expect(total).toBe(recipients.length);
  expect(Object.values(buckets).reduce((sum, count) => sum + count, 0)).toBe(total);
}

/** The ledger and the journal side by side: zero duplicates, zero lost, and nothing claimed that is not so. */
async function agrees(desk: Desk): Promise<void> {
  await addsUp(desk);
  const texts = desk.texts();
  expect(new Set(texts.map(([phone]) => phone)).size).toBe(texts.length);
  const right = new Map(recipients.map(({ number, text }) => [number, text]));
  for (const [phone, text] of texts) expect(text).toBe(right.get(phone));
  const out = new Set(desk.service.ledger().messages.flatMap(({ phone, goes }) => (goes ? [phone] : [])));
  const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 10 });
  for (const { number, state } of rows) {
    if (state === "not-sent" || state === "refused" || state === "waiting") expect(out).not.toContain(number);
    if (state === "delivered" || state === "handed-over" || state === "on-the-way") {
      expect(texts.map(([phone]) => phone)).toContain(number);
    }
  }
}

test("whatever happens, nobody is texted twice, nobody is lost, and what the pages say is so", async () => {
  await fc.assert(fc.asyncProperty(stories, told), {
    numRuns: 20,
    endOnFailure: true,
    // A slow computer tells fewer of them.
    interruptAfterTimeLimit: 8_000,
  });
});
