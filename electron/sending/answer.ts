import { instantOf, startProblem } from "../../shared/campaign/schedule.ts";
import { serviceTimeAt } from "../../shared/campaign/service-zone.ts";
import { startClock } from "../../shared/campaign/start-clock.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { systemZone } from "../system-zone.ts";
import { type SendingDeps, tell } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";
import { lookFor } from "./look-up.ts";

/** The user's answer to a part's question: Send it · Look again · Do not send it. */
export type Answer = "send" | "look" | "drop";

/** Carries out what the user decided about one part. Refused when there is nothing to decide any more. */
export async function answerPart(
  deps: SendingDeps,
  place: { campaignId: string; index: number },
  answer: Answer,
): Promise<Result<null, AppError>> {
  const work = await deps.journal.part(place.campaignId, place.index);
  if (work === null) return err(appErrorOf("campaign.missing"));
  if (answer === "drop") return told(await tell(deps, work, { kind: "drop" }));
  if (answer === "look") {
    const kind = work.part.state.name === "paused" ? "resume" : "look-again";
    return told(await tell(deps, work, { kind }));
  }
  switch (work.part.state.name) {
    case "planned":
      return told(await tell(deps, work, { kind: "go-on" }));
    case "held":
      return sendHeld(deps, work);
    case "paused":
      return told(await tell(deps, work, { kind: "resume" }));
    default:
      return err(appErrorOf("campaign.missing"));
  }
}

/** A time on the clocks of a zone (IANA): `local` is "yyyy-mm-ddThh:mm". */
export type WallTime = { local: string; zone: string };

/**
 * The user's Send at … to a part that waits for a click. Only its planned time changes: numbers, texts and ids stay as
 * they were confirmed, and the hashes of all its bodies are kept.
 * @returns refusals: `review.time-invalid`, `-past`, `-far`; `review.never-waits` where the service sends at once whatever
 * it is told; `campaign.missing` when it does not wait any more
 */
export async function sendPartAt(
  deps: SendingDeps,
  place: { campaignId: string; index: number },
  { local, zone }: WallTime,
): Promise<Result<null, AppError>> {
  const work = await deps.journal.part(place.campaignId, place.index);
  if (work === null) return err(appErrorOf("campaign.missing"));
  const instant = instantOf(local, zone, zoneOffset);
  if (!instant.ok) return instant;
  const problem = startProblem(instant.value, deps.clock.now());
  if (problem !== null) return err(problem);
  const clock = startClock(await deps.journal.startEvidence(work), systemZone(), instant.value, zoneOffset);
  if (clock.trust === "at-once") return err(appErrorOf("review.never-waits"));
  const start = {
    utc: new Date(instant.value).toISOString(),
    service: serviceTimeAt(instant.value, clock.offset),
    zone,
  };
  return told(await tell(deps, work, { kind: "send-at", start }));
}

function told(part: unknown): Result<null, AppError> {
  return part === null ? err(appErrorOf("campaign.missing")) : ok(null);
}

/** Every id is looked up once more before the click counts, and nobody of the never-text list may be in the part. */
async function sendHeld(deps: SendingDeps, work: PartWork): Promise<Result<null, AppError>> {
  const client = deps.client();
  if (client === null) return err(appErrorOf("key.missing"));
  const sealed = await deps.sealed();
  if (sealed !== null) return err(sealed);
  const never = await deps.neverTextIn(work);
  if (never.length > 0) return err(appErrorOf("campaign.never-text", { people: never.length }));
  const { journal, clock } = deps;
  const sight = await lookFor({ client, journal, clock, random: Math.random }, work);
  switch (sight.kind) {
    case "blind":
      return err(sight.why);
    case "all":
      return told(await tell(deps, work, { kind: "found-all", serviceIds: sight.serviceIds }));
    case "some":
      return told(await tell(deps, work, { ...sight, kind: "found-some" }));
    case "none":
      return told(await tell(deps, work, { kind: "send-again" }));
    default:
      return sight satisfies never;
  }
}
