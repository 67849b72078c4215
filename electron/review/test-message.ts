import { isSender } from "../../shared/account.ts";
import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import { serviceTimeAt } from "../../shared/campaign/service-zone.ts";
import type { TestMessage } from "../../shared/campaign/test-message.ts";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { contentDigest, createDigest } from "../../shared/message/digest.ts";
import { countParts } from "../../shared/message/parts.ts";
import type { Money } from "../../shared/money.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { nativeSha256 } from "../native-sha256.ts";
import { systemZone } from "../system-zone.ts";
import { comparePrice } from "./price.ts";
import type { ReviewPorts } from "./review.ts";
import { clockOfService } from "./service-clock.ts";

/** What one text to one's own number costs, or why it cannot be sent. */
export async function quoteTest(ports: ReviewPorts, message: TestMessage): Promise<Result<Money, AppError>> {
  const { client, database, prices } = ports;
  if (client === null) return err(appErrorOf("key.missing"));
  if (database.journalProblem !== null) return err(database.journalProblem);
  const { sender, tariffCode, number, text } = message;
  if (!isSender(sender)) return err(appErrorOf("review.sender", { sender }));
  const { parts, encoding, overLimit } = countParts(text);
  if (text.trim() === "") return err(appErrorOf("draft.empty-text", { people: 1 }));
  if (overLimit) return err(appErrorOf("draft.too-long", { people: 1 }));
  if ((await database.neverText.among([number])).length > 0)
    return err(appErrorOf("campaign.never-text", { people: 1 }));
  const price = await prices.quote(client, { sender, tariffCode }, [{ encoding, parts, text, numbers: [number] }]);
  if (!price.ok) return price;
  return price.value === null ? err(appErrorOf("review.no-price")) : ok(price.value);
}

/**
 * A test as a campaign of one person: it goes the way of every campaign, so it is never sent twice either.
 * @param message `later`: it is planned in 15 minutes, so that the service shows by which clock it reads planned times.
 * @param shown the price that the user saw; a higher one is refused.
 */
export async function testCampaign(
  ports: ReviewPorts,
  message: TestMessage & { title: string; later: boolean },
  shown: Money,
  ids: { campaignId: string; draftId: string },
): Promise<Result<ConfirmedCampaign, AppError>> {
  const price = await quoteTest(ports, message);
  if (!price.ok) return price;
  const higher = comparePrice(shown, price.value);
  if (higher !== null) return err(higher);
  const { client } = ports;
  if (client === null) return err(appErrorOf("key.missing"));
  const identity = await client.identity();
  if (!identity.ok) return identity;
  const { title, text, sender, tariffCode, number, later } = message;
  const digest = createDigest(nativeSha256);
  digest.add(number, text);
  return ok({
    ...ids,
    title,
    text,
    sender,
    tariffCode,
    validityHours: 72,
    start: later ? await startOfTest(ports) : null,
    recipients: [{ row: 0, number, name: "", text }],
    groups: [],
    priceShown: shown,
    base: client.base,
    identity: identity.value,
    digest: digest.hex(),
    content: contentDigest([{ number, text }], nativeSha256),
  });
}

const minute = 60_000;
/** Long enough to see that the service waits, short enough to wait for. */
const testAhead = 15 * minute;

/** A test is the one text that may be told by an offset which is only possible: if it begins on time, that is measured. */
async function startOfTest(ports: ReviewPorts): Promise<PlannedStart> {
  const instant = Math.ceil((ports.now() + testAhead) / minute) * minute;
  const { offset, candidate } = await clockOfService(ports, instant);
  const service = serviceTimeAt(instant, candidate ?? offset);
  return { utc: new Date(instant).toISOString(), service, zone: systemZone() };
}
