import type { SwitchesPatch } from "../../electron/practice/switches.ts";
import { people } from "../sending/a-campaign.ts";
import type { Verdict } from "../sending/comparison.ts";
import { type Desk, firstKey, minute, posts, reads, second } from "../sending/desk.ts";
import { type FaultCampaign, playRuns } from "./campaign.ts";
import { withDesk } from "./one-desk.ts";
import { Survivor } from "./survivor.ts";

type Fault = NonNullable<SwitchesPatch["faults"]>[number];

const successes = [200, 201, 202, 203, 204, 205, 206, 207, 226];
const redirections = [300, 301, 302, 303, 304, 307, 308];
const refusals = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 413, 415, 418, 421, 422, 423, 425, 429, 451];
const troubles = [500, 502, 503, 504];
export const statuses = [...successes, ...redirections, ...refusals, ...troubles];

const bodies: readonly Extract<Fault, { act: "answer" }>["body"][] = [
  { kind: "json", value: { message: "Sender was not found", errors: [] } },
  { kind: "html" },
  { kind: "empty" },
  { kind: "cut" },
  { kind: "malformed" },
  { kind: "own" },
];

const stops = { method: "PATCH", path: "/api/campaigns/*/stop" } as const;
/** Where the answer is another one, and whether the service carried out the request all the same. */
const places = [
  { at: "post", target: { ...posts, times: 1 }, accepts: true },
  { at: "post", target: { ...posts, times: 1 }, accepts: false },
  { at: "reads", target: { ...reads, times: 12 }, accepts: false },
  { at: "reads", target: { ...reads, path: "/api/messages", times: 6 }, accepts: false },
  { at: "reads", target: { ...reads, path: "/api/campaigns", times: 6 }, accepts: false },
  { at: "reads", target: { ...reads, path: "/api/campaigns/*/detail", times: 6 }, accepts: false },
  { at: "login", target: { method: "POST", path: "/api/auth/*", times: 3 }, accepts: false },
  { at: "stop", target: { ...stops, times: 4 }, accepts: false },
  { at: "stop", target: { ...stops, times: 1 }, accepts: true },
] as const;

const combinations = places.flatMap((place) =>
  statuses.flatMap((status) => bodies.map((body) => ({ ...place, status, body }))),
);
type Combination = (typeof combinations)[number];

const recipients = people(3);

/** Has no divisor in common with the number of combinations. */
const step = 389;

/** Every status with every kind of body, for every endpoint that sending asks. */
export const answerCampaign: FaultCampaign = {
  name: "answers",
  runs: { quick: 60, full: combinations.length },
  about: `${statuses.length} statuses × ${bodies.length} bodies as the answer to the POST, to the login, to all reads and each kind of them, and to the stop`,
  play: (order) =>
    playRuns(order, async (seed) => {
      const combination = combinations[(seed * step) % combinations.length];
      if (combination === undefined) throw new Error("There is nothing to answer");
      const { at, status, body, accepts } = combination;
      const told = JSON.stringify({ at, status, body, accepts });
      return { ...(await withDesk({ journal: "memory" }, (desk) => answered(desk, combination))), told };
    }),
};

async function answered(desk: Desk, { at, target, status, body, accepts }: Combination): Promise<Verdict> {
  await desk.sendOneBefore();
  const fault: Fault = { ...target, act: "answer", status, body, accepts };
  const user = new Survivor(desk, recipients);
  if (at === "stop") {
    desk.service.setSwitches({ pace: { messagesPerSecond: 0.1 }, faults: [fault] });
    await user.confirm();
    await user.waits(10 * second);
    await user.cancel();
    return user.verdict(false);
  }
  const lost: Fault = { ...posts, times: 1, act: "reset", accepts: true };
  desk.service.setSwitches({ faults: at === "post" ? [fault] : [lost, fault] });
  // A program that was just started has to log in before it can do anything.
  if (at === "login") desk.connect(firstKey);
  await user.confirm();
  await user.waits(20 * minute);
  desk.service.setSwitches({ faults: [] });
  await user.sendsWhateverAsks();
  // A refusal in words that we know, of a request that was not carried out, is believed.
  const refused = (await desk.states()).every((state) => state === "refused");
  return user.verdict(!refused);
}
