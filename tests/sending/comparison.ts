import { deepEqual, equal } from "node:assert/strict";
import type { PersonView } from "../../shared/campaign/view.ts";
import type { Recipient } from "../../shared/campaign/plan.ts";
import type { Desk } from "./desk.ts";

/** What the ledger of the service and the journal say against each other: a sentence for each person concerned. */
export type Verdict = { duplicates: string[]; lost: string[] };

export const noComplaints: Verdict = { duplicates: [], lost: [] };

/** The verdicts of several comparisons together. */
export function together(verdicts: readonly Verdict[]): Verdict {
  return {
    duplicates: verdicts.flatMap(({ duplicates }) => duplicates),
    lost: verdicts.flatMap(({ lost }) => lost),
  };
}

type Accepted = { phone: string; text: string; goes: boolean };

const gone: ReadonlySet<PersonView["state"]> = new Set(["delivered", "handed-over", "on-the-way"]);
const kept: ReadonlySet<PersonView["state"]> = new Set(["not-sent", "refused"]);

/** "meanwhile": whoever is waiting may be taken in at any moment; "settled": by then nobody waits any more. */
export type Moment = "meanwhile" | "settled";

/**
 * The ledger and the journal side by side. Duplicate: whoever was accepted twice. Lost: whoever the journal says
 * something of that is not so, or who got another text than was confirmed.
 * @param moment whether all has been read that there is to read
 * @param ledger what the service accepted for this campaign
 * @param claimed every person of the campaign as its page shows them
 */
export function compare(
  recipients: readonly Pick<Recipient, "number" | "text">[],
  ledger: readonly Accepted[],
  claimed: readonly Pick<PersonView, "number" | "state">[],
  moment: Moment,
): Verdict {
  const isHere = (state: PersonView["state"]) => kept.has(state) || (state === "waiting" && moment === "settled");
  const verdict: Verdict = { duplicates: [], lost: [] };
  const accepted = new Map<string, Accepted>();
  const texts = new Map(recipients.map(({ number, text }) => [number, text]));
  for (const message of ledger) {
    const { phone, text } = message;
    if (accepted.has(phone)) verdict.duplicates.push(`${phone} was accepted twice`);
    if (texts.get(phone) !== text) verdict.lost.push(`${phone} got another text`);
    accepted.set(phone, message);
  }
  const states = new Map(claimed.map(({ number, state }) => [number, state]));
  if (claimed.length !== recipients.length) verdict.lost.push(`${claimed.length} of ${recipients.length} are shown`);
  for (const { number } of recipients) {
    const state = states.get(number);
    const message = accepted.get(number);
    if (state === undefined) verdict.lost.push(`${number} is not shown`);
    else if (gone.has(state) && message === undefined) verdict.lost.push(`${number} is ${state}, and was not accepted`);
    else if (isHere(state) && message?.goes === true) verdict.lost.push(`${number} is ${state}, and goes out`);
  }
  return verdict;
}

/** Compares the one campaign of a desk, and its people in their buckets with the total. */
export async function compareDesk(
  desk: Desk,
  recipients: readonly Recipient[],
  moment: Moment = "settled",
): Promise<Verdict> {
  await addsUp(desk, recipients.length);
  const people = await desk.sending.people("campaign-1", { offset: 0, limit: recipients.length + 1 });
  return compare(recipients, desk.accepted(), people.rows, moment);
}

/** The same when everybody must have been texted by now: whoever was not is lost. */
export async function compareAllSent(desk: Desk, recipients: readonly Recipient[]): Promise<Verdict> {
  const verdict = await compareDesk(desk, recipients);
  const phones = new Set(desk.accepted().map(({ phone }) => phone));
  const never = recipients.filter(({ number }) => !phones.has(number));
  return together([verdict, { duplicates: [], lost: never.map(({ number }) => `${number} was never texted`) }]);
}

/** Every person is in exactly one bucket: the six add up to the confirmed total. */
export async function addsUp(desk: Desk, people: number): Promise<void> {
  const { counts, parts } = await desk.details();
  const { total, ...buckets } = counts;
  equal(total, people);
  equal(
    Object.values(buckets).reduce((sum, count) => sum + count, 0),
    total,
  );
  deepEqual(
    parts.map((part) => part.counts.total).reduce((sum, count) => sum + count, 0),
    total,
  );
}
