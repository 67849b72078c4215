import type { PartEvent } from "../../shared/campaign/part-event.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { nativeSha256 } from "../native-sha256.ts";
import type { PostOutcome } from "../bsg/port.ts";
import { refusalKind } from "../bsg/refusals.ts";

const evidenceLimit = 4000;

/** The raw evidence of what a POST brought back, for the journal. */
export function evidenceOf(outcome: PostOutcome): string {
  if (outcome.kind !== "answered") return JSON.stringify(outcome);
  const { status, date, text } = outcome;
  const hash = nativeSha256.ofText(text);
  return JSON.stringify({
    kind: "answered",
    status,
    date,
    text: text.slice(0, evidenceLimit),
    length: text.length,
    hash,
  });
}

/**
 * What the end of a POST means for its part (`send-protocol.md`, rows "in doubt").
 * @param withheldBecause why the gate said no, for an outcome "withheld"
 */
export function eventOfOutcome(attempt: number, outcome: PostOutcome, withheldBecause: AppError): PartEvent {
  switch (outcome.kind) {
    case "not-begun":
      return { kind: "not-begun", attempt, why: outcome.why };
    case "withheld":
      return { kind: "withheld", attempt, why: withheldBecause };
    case "broken":
      return { kind: "unclear", attempt, why: outcome.why };
    case "answered":
      return eventOfAnswer(attempt, outcome.status, outcome.json);
    default:
      return outcome satisfies never;
  }
}

function eventOfAnswer(attempt: number, status: number, json: unknown): PartEvent {
  if (status === 200) {
    const serviceId = campaignIdOf(json);
    if (serviceId !== null) return { kind: "taken", attempt, serviceId };
    return { kind: "unclear", attempt, why: appErrorOf("service.malformed", { status }) };
  }
  const refusal = refusalKind(status, json);
  switch (refusal.kind) {
    case "known":
      return { kind: "refused", attempt, reason: refusal.reason, shared: refusal.shared };
    case "key":
      return { kind: "key-refused", attempt, why: refusal.reason };
    case "unclear":
      return { kind: "unclear", attempt, why: refusal.reason };
    default:
      return refusal satisfies never;
  }
}

/** The campaign's id of a creation's answer; integers beyond 2^53 arrive as text (`electron/bsg/json.ts`). */
export function campaignIdOf(json: unknown): string | null {
  const data: unknown = isRecord(json) ? json["data"] : null;
  const id: unknown = isRecord(data) ? data["id"] : null;
  if (typeof id === "number" && Number.isSafeInteger(id) && id > 0) return String(id);
  return typeof id === "string" && /^[1-9]\d{0,23}$/.test(id) ? id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
