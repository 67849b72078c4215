import { isAccepted } from "../../shared/campaign/part-state.ts";
import { isOfTexts } from "../../shared/campaign/status.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { BsgClient, ListedCampaign, Page, ServiceCampaign, ServiceMessage } from "../bsg/port.ts";
import type { Remote } from "../database/remote.ts";
import { type Clock, plain, serviceInstant, whyNotAsked } from "./context.ts";
import type { PartWork } from "./journal-rows.ts";
import type { Journal } from "./journal.ts";
import { nextOffset } from "./paging.ts";

/** What the service shows of a part. */
export type Sight =
  | { kind: "all"; serviceIds: string[] }
  | { kind: "some"; serviceIds: string[]; found: number }
  /** `authority`: a message known to be there was seen in the same look, so the empty answers mean something. */
  | { kind: "none"; authority: boolean; serviceDate: number | null }
  | { kind: "blind"; why: AppError };

export type Searcher = { client: BsgClient; journal: Remote<Journal>; clock: Clock; random: () => number };

type Person = { number: string; reference: string };

/** Up to so many people every id is looked up; beyond it five ids and the account's campaigns, message by message. */
const everyIdLimit = 20;
const pageSize = 500;
const day = 24 * 60 * 60_000;
/** More campaigns of one sender in a few days cannot be looked through; then an empty look is no vote. */
const candidateLimit = 100;

/** A read that could not be made ends the look: half a look is no vote. */
class Blind extends Error {
  override readonly name = "Blind";
  readonly why: AppError;
  constructor(why: AppError) {
    super(why.code);
    this.why = why;
  }
}

/** Looks for a part at the service: by its reference ids and through the account's campaigns. */
export async function lookFor(searcher: Searcher, work: PartWork): Promise<Sight> {
  const obstacle = await whyNotAsked(searcher.client, work);
  if (obstacle !== null) return { kind: "blind", why: obstacle };
  try {
    return await (work.part.withReferences ? byReferences(searcher, work) : byCampaign(searcher, work));
  } catch (error) {
    if (error instanceof Blind) return { kind: "blind", why: plain(error.why) };
    throw error;
  }
}

async function read<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: AppError }>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Blind(result.error);
  return result.value;
}

async function byReferences(searcher: Searcher, work: PartWork): Promise<Sight> {
  const people = await wantedOf(searcher, work);
  // All that were missing have turned up in its campaigns.
  if (people.length === 0) return { kind: "all", serviceIds: work.part.serviceIds };
  const wanted = new Map(people.map(({ reference, number }) => [reference, number]));
  const found = new Set<string>();
  const serviceIds = new Set<string>();
  const take = (messages: ServiceMessage[]): boolean => {
    const ours = messages.filter(({ referenceId, phone }) => referenceId !== null && wanted.get(referenceId) === phone);
    for (const { referenceId, campaignId } of ours) {
      if (referenceId !== null) found.add(referenceId);
      if (campaignId !== null) serviceIds.add(campaignId);
    }
    return ours.length > 0;
  };

  let serviceDate: number | null = null;
  for (const { reference } of sample(people, searcher.random)) {
    const page = await read(searcher.client.messages({ offset: 0, limit: 15, referenceId: reference }));
    serviceDate = dateOf(page) ?? serviceDate;
    take(page.rows);
  }
  let everywhere = true;
  let nameless = false;
  if (found.size < people.length) {
    const listed = await candidates(searcher, work);
    everywhere = listed.complete;
    nameless = listed.nameless;
    const ids = listed.campaigns.map(({ id }) => id);
    for (const id of new Set([...serviceIds, ...work.part.serviceIds, ...ids])) {
      await pageThrough(searcher.client, id, take);
      if (found.size === people.length) break;
    }
  }
  // A message without the id of its campaign proves that it is there, but leaves nothing to follow or to stop.
  if (serviceIds.size > 0 && found.size === people.length) return { kind: "all", serviceIds: [...serviceIds] };
  if (found.size > 0) return { kind: "some", serviceIds: [...serviceIds], found: found.size };
  if (nameless) return { kind: "blind", why: appErrorOf("service.malformed") };
  return { kind: "none", authority: everywhere && (await hasAuthority(searcher, work)), serviceDate };
}

/** Everybody of a part; of one that was accepted those whom its campaigns do not name. */
function wantedOf({ journal }: Searcher, { campaignId, index, part, people }: PartWork): Promise<Person[]> {
  return isAccepted(part) ? journal.unseenPeople(campaignId, index, people) : journal.partPeople(campaignId, index);
}

/** The first, the last and three at random; all of a small part. */
function sample(people: Person[], random: () => number): Person[] {
  if (people.length <= everyIdLimit) return people;
  const last = people.length - 1;
  const positions = new Set([0, last]);
  while (positions.size < 5) positions.add(Math.floor(random() * people.length));
  return [...positions].flatMap((position) => people[position] ?? []);
}

async function pageThrough(
  client: BsgClient,
  campaignId: string,
  take: (messages: ServiceMessage[]) => boolean,
): Promise<void> {
  let before: Page<ServiceMessage> | null = null;
  for (let offset: number | null = 0; offset !== null;) {
    const page: Page<ServiceMessage> = await read(client.messages({ offset, limit: pageSize, campaignId }));
    // Somebody else's campaign shows it on its first page.
    if (!take(page.rows)) return;
    offset = nextOffset(page, offset, before);
    before = page;
  }
}

/** `complete`: there are no more; `nameless`: one without an id may be the part too, and nobody can look into it. */
type Candidates = { campaigns: ServiceCampaign[]; complete: boolean; nameless: boolean };

/** Campaigns of the account that may be this part: same sender, made since the try, not known to be another part. */
async function candidates({ client, journal, clock }: Searcher, work: PartWork): Promise<Candidates> {
  const since = work.triedAt === null ? Date.parse(work.confirmedAt) : Date.parse(work.triedAt);
  // The zone of created_at is not documented and the clock here may be off: two days cover both.
  const from = Math.max(since - 2 * day, clock.now() - 55 * day);
  const query = { limit: pageSize, from: serviceInstant(from), to: serviceInstant(clock.now() + 30 * day) };
  const found: ListedCampaign[] = [];
  let before: Page<ListedCampaign> | null = null;
  for (let offset: number | null = 0; offset !== null;) {
    const page: Page<ListedCampaign> = await read(client.campaigns({ ...query, offset, sender: work.sender }));
    found.push(...page.rows);
    offset = nextOffset(page, offset, before);
    before = page;
  }
  const free: ServiceCampaign[] = [];
  let nameless = false;
  for (const { id, ...campaign } of found) {
    // A field that the service leaves out tells nothing against it.
    const another = campaign.sender !== "" && campaign.sender.toLowerCase() !== work.sender.toLowerCase();
    if (another || !isOfTexts(campaign.messageType)) continue;
    if (id === null) {
      nameless = true;
      continue;
    }
    const owner = await journal.ownerOf(work.base, id);
    const isOwned = owner !== null && (owner.campaignId !== work.campaignId || owner.index !== work.index);
    if (!isOwned) free.push({ ...campaign, id });
  }
  const newest = free.sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""));
  return { campaigns: newest.slice(0, candidateLimit), complete: newest.length <= candidateLimit, nameless };
}

/** Contact Book lists carry no references: a campaign is taken for the part only when nothing else can be meant. */
async function byCampaign(searcher: Searcher, work: PartWork): Promise<Sight> {
  const seenBefore = new Set(
    await searcher.journal.idsSeenBefore(work.base, { campaignId: work.campaignId, index: work.index }),
  );
  const { campaigns, complete, nameless } = await candidates(searcher, work);
  const fresh = campaigns.filter(({ id }) => !seenBefore.has(id));
  const matching: string[] = [];
  let isUnclear = nameless;
  let serviceDate: number | null = null;
  for (const { id } of fresh) {
    const page = await read(searcher.client.messages({ offset: 0, limit: 15, campaignId: id }));
    serviceDate = dateOf(page) ?? serviceDate;
    // It hides its messages during moderation: neither there nor absent.
    if (page.rows.length === 0) return { kind: "blind", why: appErrorOf("service.busy") };
    const detail = await read(searcher.client.detail(id));
    const likeness = likenessOf(work, page.rows, detail.totalMessages);
    if (likeness === "it") matching.push(id);
    if (likeness === "unclear") isUnclear = true;
  }
  if (matching.length === 1 && !isUnclear) return { kind: "all", serviceIds: matching };
  if (matching.length > 0 || isUnclear) return { kind: "blind", why: appErrorOf("service.malformed") };
  if (serviceDate === null) {
    serviceDate = dateOf(await read(searcher.client.messages({ offset: 0, limit: 15 })));
  }
  return { kind: "none", authority: complete && (await hasAuthority(searcher, work)), serviceDate };
}

/**
 * Whether a campaign that is new since the try is the part, by its texts and its size. The lists were counted together:
 * whoever is on two of them, and whom the stop list names, makes the campaign smaller than that, never larger.
 */
function likenessOf(work: PartWork, messages: ServiceMessage[], total: number | null): "it" | "another" | "unclear" {
  const texts = messages.flatMap(({ text }) => (text === null ? [] : [text]));
  const pieces = work.text.split(/\{\d+\}/).map(withoutSpace);
  if (texts.some((text) => !isFilled(pieces, withoutSpace(text)))) return "another";
  const people = work.people - work.leftOut;
  const isTold = texts.length === messages.length && pieces.join("") !== "";
  if (total === people && (isTold || pieces.length > 1)) return "it";
  return isTold && total !== null && total < people && total * 2 >= fewestOf(work) ? "it" : "unclear";
}

/** So many are on the largest of its lists at least: of a campaign with less than half of them nobody can say whose it is. */
function fewestOf({ people, leftOut, groups }: PartWork): number {
  return (people - leftOut) / Math.max(1, groups.length);
}

/** Services cut the ends of a text, and an empty field leaves two spaces or none. */
function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

/** Whether a text is these pieces with anything between them. */
function isFilled([first = "", ...others]: string[], text: string): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length >= at + last.length && text.endsWith(last);
}

/** Whether a reference known to be there is found with its own number: only then does an empty answer count. */
async function hasAuthority({ client, journal }: Searcher, work: PartWork): Promise<boolean> {
  const known = await journal.knownReference({ base: work.base, identity: work.identity });
  if (known === null) return false;
  const page = await read(client.messages({ offset: 0, limit: 15, referenceId: known.reference }));
  return page.rows.some(({ referenceId, phone }) => referenceId === known.reference && phone === known.number);
}

function dateOf(page: Page<unknown>): number | null {
  const date = page.date === null ? Number.NaN : Date.parse(page.date);
  return Number.isNaN(date) ? null : date;
}
