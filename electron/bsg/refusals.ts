import { appErrorOf, type AppError, type ErrorCode } from "../../shared/errors.ts";
import type { HttpAnswer } from "./http.ts";
import type { Refusal } from "./port.ts";
import { readRefusal, type ServiceRefusal } from "./refusal-words.ts";

/** Which of our codes a refusal's field or words stand for. Earlier rows win where a refusal names several things. */
const byWords: readonly { code: ErrorCode; words: RegExp; field?: RegExp }[] = [
  { code: "service.demo-mode", words: /\bdemo\b.{0,20}\b(mode|account)\b|\b(mode|account)\b.{0,20}\bdemo\b/i },
  {
    code: "service.test-mode",
    words: /\btest\b.{0,20}\bmode\b|\bmode\b.{0,20}\btest\b|\bnot (found )?in (the |your )?contact book|\bverified\b/i,
  },
  // As wide as can be: a word too many here costs a look-up, a word too few could text somebody twice.
  { code: "service.duplicate-request", words: /duplicat|unique|referenc|already|\bused\b/i },
  { code: "service.no-money", words: /\bbalance\b|insufficient|not enough|\bfunds\b|\bcredit\b|\bmoney\b|\btop up\b/i },
  { code: "service.status", words: /\bcampaign status\b/i },
  { code: "service.sender", field: /sender$/i, words: /\bsender\b|\balpha ?name\b|\boriginator\b/i },
  { code: "service.tariff", field: /tariff(_code)?$/i, words: /\btariff\b/i },
  { code: "service.time", field: /start_?at$|validity$/i, words: /\bstart_at\b|\bstart (date|time)\b|\bvalidity\b/i },
  { code: "service.text", field: /text$/i, words: /\btext\b|\bmessage (body|is too long)\b/i },
  {
    code: "service.number",
    field: /^phones?\d*$|phone$|number$/i,
    words: /\bphones?\b|\bphone number\b|\bmsisdn\b|\brecipients?\b/i,
  },
];

/** What the send protocol may believe on a first attempt, once a look-up of every id is empty as well. */
const believed: ReadonlySet<ErrorCode> = new Set([
  "service.demo-mode",
  "service.test-mode",
  "service.no-money",
  "service.sender",
  "service.tariff",
  "service.time",
  "service.text",
  "service.number",
]);
const believedStatuses: ReadonlySet<number> = new Set([400, 403, 404, 405, 413, 415, 422]);

/** Reasons that hold for every part of a campaign alike. */
const sharedByAll: ReadonlySet<ErrorCode> = new Set([
  "service.demo-mode",
  "service.test-mode",
  "service.no-money",
  "service.sender",
  "service.tariff",
  "service.time",
]);

/** What an answer to a campaign POST, other than 200, says; see `send-protocol.md`, "A part's states". */
export type RefusalKind =
  /** The service's own words name sender, text, tariff, time, number, money or the account's mode. */
  | { kind: "known"; reason: AppError; shared: boolean }
  /** 401 in the service's words: log in again, then look. */
  | { kind: "key"; reason: AppError }
  /** Anything else proves nothing; so does a mention of a reference or duplicate: a copy may have got through. */
  | { kind: "unclear"; reason: AppError };

/**
 * Judges the answer to a campaign POST. Never says "known" where the words leave room for an accepted copy; even a
 * known reason is to be believed only of a first attempt, with a look-up of every id empty.
 * @param json the parsed body, null unless it was JSON.
 */
export function refusalKind(status: number, json: unknown): RefusalKind {
  const words = readRefusal(json);
  const reason = errorOf(status, json, words);
  if (words === null) return { kind: "unclear", reason };
  if (status === 401) return { kind: "key", reason };
  const copyPossible = codesOf(words).includes("service.duplicate-request");
  if (copyPossible || !believedStatuses.has(status) || !believed.has(reason.code)) return { kind: "unclear", reason };
  return { kind: "known", reason, shared: sharedByAll.has(reason.code) || isTheOneText(reason, words) };
}

/** One text for all is refused under `text`, a text each under its row. */
function isTheOneText(reason: AppError, { fields }: ServiceRefusal): boolean {
  return reason.code === "service.text" && !fields.some((field) => /\d/.test(field));
}

/**
 * The typed error for an answer that is not what was asked for: any status but 2xx, or a 2xx without JSON.
 * A 2xx with JSON is "malformed": whoever calls has found its shape wrong.
 */
export function refusalOf({ status, json }: Pick<HttpAnswer, "status" | "json">): Refusal {
  return { ...errorOf(status, json, readRefusal(json)), status };
}

function errorOf(status: number, json: unknown, words: ServiceRefusal | null): AppError {
  if (status >= 500 || status === 408) return appErrorOf("service.unavailable", { status });
  if (json === undefined || json === null) {
    // 429 says the same with and without words; anything else without JSON came from something in between.
    return appErrorOf(status === 429 ? "service.busy" : "service.not-json", { status });
  }
  if (status < 300 || words === null)
    return appErrorOf(status === 429 ? "service.busy" : "service.malformed", { status });
  return appErrorOf(codeOf(status, words), { status, reason: words.reason });
}

function codeOf(status: number, words: ServiceRefusal): ErrorCode {
  const [named] = codesOf(words);
  if (status === 401) return "key.refused";
  if (status === 429) return named === "service.duplicate-request" ? named : "service.busy";
  if (named !== undefined) return named;
  if (status === 402) return "service.no-money";
  return status === 404 ? "service.not-found" : "service.refused";
}

/** Everything that a refusal names, most telling first. A field's name says more than the sentence under it. */
function codesOf({ sentences, fields }: ServiceRefusal): ErrorCode[] {
  const text = [...sentences, ...fields].join("\n");
  const certain = byWords.filter(({ field, words }) => field === undefined && words.test(text));
  const byField = byWords.filter(({ field }) => field !== undefined && fields.some((name) => field.test(name)));
  const bySentence = byWords.filter(({ field, words }) => field !== undefined && words.test(sentences.join("\n")));
  return [...certain, ...byField, ...bySentence].map(({ code }) => code);
}
