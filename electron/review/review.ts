import { isSender } from "../../shared/account.ts";
import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import { partsPerCampaign, peoplePerPart } from "../../shared/campaign/plan.ts";
import type { Preflight, ShownAtConfirmation } from "../../shared/campaign/preflight.ts";
import { instantOf, startProblem } from "../../shared/campaign/schedule.ts";
import { serviceTimeAt, zoneName } from "../../shared/campaign/service-zone.ts";
import type { StartClock } from "../../shared/campaign/start-clock.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { type ChosenGroup, type Draft, titleOfSource } from "../../shared/library/draft.ts";
import { writtenTemplate } from "../../shared/message/latin-template.ts";
import type { Money } from "../../shared/money.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { Database } from "../database/database.ts";
import type { RenderedDraft } from "../library/rendered-draft.ts";
import { chosenLists } from "./contact-lists.ts";
import { mustNotBeTexted, type StopList } from "./never-text.ts";
import { inconvenientHours, zonesOfCountry } from "./hours.ts";
import { clockOfService } from "./service-clock.ts";
import { comparePrice, type Prices } from "./price.ts";

/** People texted within this many days are pointed out, here and in the list. */
export const lately = 7;

/** The instants (ISO) between which somebody was texted lately; `now` in milliseconds. */
export function sinceLately(now: number): { since: string; now: string } {
  return { since: new Date(now - lately * 86_400_000).toISOString(), now: new Date(now).toISOString() };
}

export type ReviewPorts = {
  database: Database;
  /** Null while no account is connected. */
  client: BsgClient | null;
  prices: Prices;
  stopList: Pick<StopList, "read">;
  /** Why nobody can say who is never to be texted; null: everybody can be told. */
  sealed: () => Promise<AppError | null>;
  /** For whoever puts somebody on the never-text list; see `Sending`. */
  pastTheGate: () => Promise<void>;
  now: () => number;
  /** The never-text list changed: the window must judge its rows again. */
  stateChanged: () => void;
};

type Start = ConfirmedCampaign["start"];

/** Renders a draft from main's own copy and finds what the Review step shows and what stands in the way. */
export async function reviewDraft(ports: ReviewPorts, draftId: string): Promise<Result<Preflight, AppError>> {
  const looked = await look(ports, draftId);
  if (!looked.ok) return looked;
  const { draft, rendered, groups, start, clock, blockers } = looked.value;
  const { price, problem } = await priceOf(ports, looked.value);
  const balance = await ports.client?.balance();
  const numbers = rendered.buckets.flatMap((bucket) => bucket.numbers);
  const { journal, journalProblem } = ports.database;
  // Without a network the review still shows what can be known; the confirmation asks again, and insists.
  const stopList = ports.client === null ? null : await ports.stopList.read(ports.client, false);
  const never = await leftOut(ports, stopList?.ok === true ? stopList.value : null, numbers);
  const texted = journalProblem === null ? await journal.textedLately(numbers, sinceLately(ports.now())) : null;
  const same = journalProblem === null ? await journal.sameContent(rendered.content) : null;
  const instant = start === null ? ports.now() : Date.parse(start.utc);
  return ok({
    people: rendered.people,
    parts: rendered.parts,
    buckets: peopleByParts(rendered),
    route: draft.source?.kind === "groups" ? "send-groups" : rendered.commonText === null ? "send-individual" : "send",
    campaignParts: groups.length > 0 ? 1 : Math.max(1, Math.ceil(rendered.people / peoplePerPart)),
    price,
    priceProblem: problem,
    balance: balance?.ok === true ? balance.value : null,
    digest: rendered.digest,
    neverText: never.people,
    stopped: never.stopped,
    textedLately: texted === null ? null : await withRows(ports, draft, texted),
    sameAgain: same,
    hours: inconvenientHours(numbers, instant, zonesOfCountry, zoneOffset),
    serviceStart: start?.service ?? null,
    serviceZone: zoneName(clock.offset),
    zoneTrust: clock.trust,
    zoneAheadOf: clock.aheadOf === null ? null : zoneName(clock.aheadOf),
    zoneCandidate: clock.candidate === null ? null : zoneName(clock.candidate),
    zoneMeasuredAt: clock.measuredAt,
    blockers: journalProblem === null ? blockers : [journalProblem, ...blockers],
  });
}

/**
 * Everything that a confirmation writes into the journal, rendered once more. Refused when it differs from what was
 * shown, when the price rose or is unknown, or when anything of the draft stands in the way.
 */
export async function confirmedCampaign(
  ports: ReviewPorts,
  draftId: string,
  shown: ShownAtConfirmation,
): Promise<Result<ConfirmedCampaign, AppError>> {
  const { client, database } = ports;
  if (client === null) return err(appErrorOf("key.missing"));
  if (database.journalProblem !== null) return err(database.journalProblem);
  const looked = await look(ports, draftId);
  if (!looked.ok) return looked;
  const { draft, rendered, groups, start, blockers } = looked.value;
  const inTheWay = blockers[0] ?? (draft.review.consent ? null : appErrorOf("review.consent"));
  if (inTheWay !== null) return err(inTheWay);
  const difference = differenceOf(rendered, shown);
  if (difference !== null) return err(difference);
  const identity = await client.identity();
  if (!identity.ok) return identity;
  const numbers = rendered.buckets.flatMap((bucket) => bucket.numbers);
  const stopList = await ports.stopList.read(client, true);
  if (!stopList.ok) return stopList;
  const never = await leftOut(ports, stopList.value, numbers);
  if (never.people > 0) return err(appErrorOf("review.differs", { people: rendered.people - never.people }));
  const { price, problem } = await priceOf(ports, looked.value);
  const higher = problem ?? comparePrice(shown.price, price);
  if (higher !== null) return err(higher);
  const everybody =
    groups.length > 0 ? ok({ people: [], digest: rendered.digest }) : await database.renderer.everybody(draftId);
  if (!everybody.ok) return everybody;
  const { people, digest } = everybody.value;
  // The service was asked meanwhile, and the draft may have become another one.
  if (digest !== rendered.digest) return err(appErrorOf("review.differs", { people: people.length }));
  return ok({
    campaignId: draft.campaignId,
    draftId,
    title: draft.title.trim() || (draft.source === null ? "" : titleOfSource(draft.source)),
    text:
      groups.length > 0
        ? (rendered.commonText ?? draft.text)
        : writtenTemplate(draft.text, rendered.columns, draft.review.latinLetters),
    sender: draft.review.sender,
    tariffCode: draft.review.tariffCode,
    validityHours: draft.review.validityHours,
    start,
    recipients: people.map(({ row, number, cells, text }) => ({
      row,
      number,
      text,
      name: nameOf(rendered.columns, cells),
    })),
    groups,
    priceShown: shown.price,
    base: client.base,
    identity: identity.value,
    digest,
    content: rendered.content,
  });
}

/** Who must not be texted; the window is told when the stop list has brought somebody. */
async function leftOut(
  { database, now, pastTheGate, stateChanged }: ReviewPorts,
  stopList: ReadonlySet<string> | null,
  numbers: string[],
): Promise<{ people: number; stopped: number }> {
  // Then nothing can be confirmed anyway: see the blockers.
  if (await database.neverText.isSealed()) return { people: 0, stopped: 0 };
  const never = await mustNotBeTexted(
    database.neverText,
    stopList,
    numbers,
    new Date(now()).toISOString(),
    pastTheGate,
  );
  if (never.stopped + never.recognised > 0) stateChanged();
  return never;
}

/** With the rows of these people in the draft's source, so that they can be left out with one click. */
async function withRows(
  { database }: ReviewPorts,
  { id }: Draft,
  { numbers, ...texted }: { people: number; planned: number; title: string; at: string; numbers: string[] },
): Promise<NonNullable<Preflight["textedLately"]>> {
  return { ...texted, days: lately, rows: await database.drafts.rowsOf(id, numbers) };
}

/** `groups`: the Contact Book lists as they are now; none for people of a list of one's own. */
type Looked = {
  draft: Draft;
  rendered: RenderedDraft;
  groups: ChosenGroup[];
  start: Start;
  clock: StartClock;
  blockers: AppError[];
};

async function look(ports: ReviewPorts, draftId: string): Promise<Result<Looked, AppError>> {
  const opened = await ports.database.drafts.open(draftId);
  if (!opened.ok) return opened;
  const draft = opened.value;
  const found = await renderedOf(ports, draft);
  if (!found.ok) return found;
  const { rendered, groups } = found.value;
  const blockers = [...rendered.problems];
  const { sender, validityHours } = draft.review;
  if (!isSender(sender)) blockers.push(appErrorOf("review.sender", { sender }));
  if (validityHours < 1 || validityHours > 72) blockers.push(appErrorOf("review.validity"));
  // Nobody but the service could divide its own lists into parts.
  const most = peoplePerPart * (groups.length > 0 ? 1 : partsPerCampaign);
  if (rendered.people > most) blockers.push(appErrorOf("draft.too-many", { most }));
  const instant = instantFor(draft);
  // A change of summer time may lie between now and then.
  const clock = await clockOfService(ports, instant?.ok === true ? instant.value : ports.now());
  const start = startOf(draft, clock, ports.now());
  if (!start.ok) blockers.push(start.error);
  const sealed = await ports.sealed();
  if (sealed !== null) blockers.push(sealed);
  return ok({ draft, rendered, groups, start: start.ok ? start.value : null, clock, blockers });
}

async function renderedOf(
  { client, database }: ReviewPorts,
  { id, source, text }: Draft,
): Promise<Result<Pick<Looked, "rendered" | "groups">, AppError>> {
  if (source?.kind === "groups") return chosenLists(client, source.groups, text);
  const rendered = await database.renderer.summary(id);
  return rendered.ok ? ok({ rendered: rendered.value, groups: [] }) : rendered;
}

/** The planned instant; null for now. */
function instantFor({ review: { when } }: Draft): Result<number, AppError> | null {
  return when.kind === "now" ? null : instantOf(when.local, when.zone, zoneOffset);
}

function startOf(draft: Draft, clock: StartClock, now: number): Result<Start, AppError> {
  const { when } = draft.review;
  const instant = instantFor(draft);
  if (instant === null || when.kind === "now") return ok(null);
  if (!instant.ok) return instant;
  const problem = startProblem(instant.value, now);
  if (problem !== null) return err(problem);
  if (clock.trust === "at-once") return err(appErrorOf("review.never-waits"));
  const utc = new Date(instant.value).toISOString();
  return ok({ utc, service: serviceTimeAt(instant.value, clock.offset), zone: when.zone });
}

async function priceOf(
  { client, prices }: ReviewPorts,
  { draft, rendered, groups }: Looked,
): Promise<{ price: Money | null; problem: AppError | null }> {
  if (client === null) return { price: null, problem: appErrorOf("key.missing") };
  const { sender, tariffCode } = draft.review;
  if (!isSender(sender) || rendered.people === 0) return { price: null, problem: null };
  const ids = groups.map(({ id }) => id);
  const answer =
    ids.length > 0
      ? await client.price({ sender, tariffCode, text: rendered.commonText ?? draft.text, groups: ids })
      : await prices.quote(client, { sender, tariffCode }, rendered.buckets);
  if (!answer.ok) return { price: null, problem: { code: answer.error.code, params: answer.error.params } };
  return { price: answer.value, problem: answer.value === null ? appErrorOf("review.no-price") : null };
}

function peopleByParts({ buckets }: RenderedDraft): Preflight["buckets"] {
  const people = new Map<number, number>();
  for (const { parts, numbers } of buckets) people.set(parts, (people.get(parts) ?? 0) + numbers.length);
  return [...people].map(([parts, count]) => ({ parts, people: count })).toSorted((a, b) => a.parts - b.parts);
}

function differenceOf(rendered: RenderedDraft, shown: ShownAtConfirmation): AppError | null {
  const same = rendered.people === shown.people && rendered.parts === shown.parts && rendered.digest === shown.digest;
  return same ? null : appErrorOf("review.differs", { people: rendered.people, parts: rendered.parts });
}

/** What a person is called on the screen: the cell of the column that looks most like a name. */
function nameOf(columns: string[], cells: string[]): string {
  const column = columns.findIndex((name) => /name|ім.?я|имя|піб|фио|клієнт|клиент|imię|nombre/i.test(name));
  return cells[Math.max(column, 0)] ?? "";
}
