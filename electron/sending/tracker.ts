import { isEnding, isFinalRead, settledMessages } from "../../shared/campaign/status.ts";
import { absenceSpan } from "../../shared/campaign/votes.ts";
import type { AppError } from "../../shared/errors.ts";
import type { BsgClient, ListedCampaign, Page, ServiceDetail } from "../bsg/port.ts";
import { isoNow, plain, type SendingDeps, serviceInstant, tell, whyNotAsked } from "./context.ts";
import { figuresMove } from "./journal-ended.ts";
import type { OwnedCampaign } from "./journal-reads.ts";
import { lookFor } from "./look-up.ts";
import { nextOffset } from "./paging.ts";
import { nobodyRead, type PeopleRead, readPeople } from "./people-reader.ts";
import { createPoliteness } from "./politeness.ts";
import { createServiceTimes, hasBegunEarly } from "./service-times.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** Fast at first, slower while nothing changes; any change begins anew, with a large campaign less fast. */
const pauses = [2, 3, 5, 10, 20, 40, 60, 120, 300, 600, 900].map((seconds) => seconds * second);
/** While it cannot be read: ever more rarely too. */
const pausesWhileUnread = [10, 20, 40, 60, 120, 300].map((seconds) => seconds * second);
/** What can only be read when somebody has changed the account; `hurry` is called then. */
const pauseForAccount = 15 * minute;
const withoutAccount = 30 * second;
/** A campaign whose time is further off than this (ms) is looked at once an hour when nothing has changed for a while. */
const farOff = 2 * 60 * minute;
const quietWhileFarOff = 8;
/**
 * A planned campaign is looked at so long (ms) before and after its time, whatever else: too early is seen while it can
 * be stopped, and when it began tells the zone of the service.
 */
const aroundStart = [-5 * minute, 10 * second, minute, 4 * minute];
const pageSize = 500;
const listPages = 4;
/** The list names no figures: of campaigns made elsewhere so many are read one by one with each look. */
const figuresAtOnce = 20;

export type Tracker = {
  /** Reads what is due. @returns ms until the next read, null when everything is final. */
  turn: () => Promise<number | null>;
  /**
   * The account is there again, or another one: what could not be read is read at once. With a campaign: the service was
   * made to do something with it, and it is read at once.
   */
  hurry(campaignId?: string): void;
  /** Reads one campaign of ours again, or all that are not final; what is being read is waited for. Null: fine. */
  refresh(campaignId: string | null): Promise<AppError | null>;
  /** Reads the account's list of campaigns, whoever made them. */
  list: () => Promise<AppError | null>;
  elsewhere(serviceId: string): Promise<AppError | null>;
};

type Plan = {
  campaignId: string;
  quiet: number;
  due: number;
  people: PeopleRead;
  /** `total_messages` of the last read, and since when it has been that (monotonic ms). */
  total: number | null;
  since: number;
  /** Answers in a row that did not know the campaign, and since when (monotonic ms). */
  notShown: { looks: number; since: number } | null;
  /** Reads in a row that failed, and how the last one did. */
  unread: { times: number; why: AppError["code"] } | null;
  /** The read that is under way. */
  reading: Promise<AppError | null> | null;
};

/** Follows what the service does with campaigns of ours, politely, until every message has its outcome. */
export function createTracker(deps: SendingDeps, wakeOthers: () => void): Tracker {
  const { journal, clock } = deps;
  const plans = new Map<string, Plan>();
  const times = createServiceTimes(deps);
  const politeness = createPoliteness(clock);

  const planOf = ({ base, serviceId, campaignId }: OwnedCampaign): Plan => {
    const key = `${base} ${serviceId}`;
    const now = clock.monotonic();
    const plan = plans.get(key) ?? {
      campaignId,
      quiet: 0,
      due: now,
      people: nobodyRead(),
      total: null,
      since: now,
      notShown: null,
      unread: null,
      reading: null,
    };
    plans.set(key, plan);
    return plan;
  };

  const turn = async (): Promise<number | null> => {
    const client = deps.client();
    const dues: number[] = [];
    for (const owned of await journal.ownedCampaigns(null)) {
      const plan = planOf(owned);
      const isDue = plan.due <= clock.monotonic() && politeness.rest() === 0;
      if (isDue && client !== null) await track(client, owned, plan);
      dues.push(plan.due);
    }
    if (dues.length === 0) return null;
    if (client === null) return withoutAccount;
    return Math.max(second, politeness.rest(), Math.min(...dues) - clock.monotonic());
  };

  /** Reads one campaign, once for everybody who wants it meanwhile: an older answer would come behind a newer one. */
  const track = (client: BsgClient, owned: OwnedCampaign, plan: Plan): Promise<AppError | null> => {
    plan.reading ??= readAndPlan(client, owned, plan).finally(() => (plan.reading = null));
    return plan.reading;
  };

  /** Reads one campaign and plans the next read. @returns why it could not be read. */
  const readAndPlan = async (client: BsgClient, owned: OwnedCampaign, plan: Plan): Promise<AppError | null> => {
    const problem = (await whyNotAsked(client, owned)) ?? (await read(client, owned, plan));
    const isNews = problem === null || problem.code !== plan.unread?.why;
    plan.unread = problem === null ? null : { times: (plan.unread?.times ?? 0) + 1, why: problem.code };
    // What was asked in the name of an account that is not connected any more says nothing of the one that is.
    plan.due = clock.monotonic() + (deps.client() === client ? pauseOf(owned, plan) : 0);
    await journal.setRefreshProblem(owned.campaignId, problem);
    // Each word of a change has the window and the balance asked again.
    if (isNews) deps.changed([owned.campaignId]);
    return problem;
  };

  const read = async (client: BsgClient, owned: OwnedCampaign, plan: Plan): Promise<AppError | null> => {
    const detail = await client.detail(owned.serviceId);
    politeness.heard(client, detail.ok ? null : detail.error);
    if (!detail.ok) {
      if (detail.error.status === 404) await notShown(client, owned, plan);
      return plain(detail.error);
    }
    plan.notShown = null;
    const settled = settledMessages(detail.value.statistics);
    const before = JSON.stringify(owned.reading?.statistics ?? null);
    plan.quiet = before === JSON.stringify(detail.value.statistics) ? plan.quiet + 1 : leastQuiet(detail.value);
    // A stop leaves words behind that no count shows: its people are read once more.
    const counted = `${detail.value.status} ${settled}`;
    const isOver = isEnding(detail.value.status) || isFinalDetail(detail.value);
    if (counted !== plan.people.counted && (isOver || plan.people.due <= clock.monotonic())) {
      const problem = await readPeople(deps, client, owned, plan.people);
      politeness.heard(client, problem);
      if (problem !== null) return plain(problem);
      plan.people.counted = counted;
    }
    if (plan.total !== detail.value.totalMessages) {
      plan.total = detail.value.totalMessages;
      plan.since = clock.monotonic();
    }
    const stable = clock.monotonic() - plan.since >= absenceSpan;
    // Written last: only a campaign whose people were read as well may be called final.
    const behind = await journal.recordDetail(owned.campaignId, owned.base, detail.value, {
      now: isoNow(clock),
      peopleRead: counted === plan.people.counted,
      stable,
      early: hasBegunEarly(owned.start, detail.value, clock.now()),
    });
    if (behind) plan.people.counted = "";
    if (owned.start !== null) await times.read(owned, owned.start, detail.value);
    await lookForMissing(owned);
    return null;
  };

  /** People whom the campaigns of an accepted part do not name may be in another one, or nowhere: they are watched. */
  const lookForMissing = async ({ campaignId, index }: OwnedCampaign): Promise<void> => {
    const work = await journal.part(campaignId, index);
    if (work === null || work.part.state.name !== "accepted" || !work.part.withReferences) return;
    const missing = await journal.missingPeople(campaignId, index);
    if (missing === 0) return;
    await tell(deps, work, { kind: "incomplete", missing });
    wakeOthers();
  };

  /**
   * The service does not know the campaign that it named itself. Three such answers over ten minutes, with none of its
   * people found elsewhere, and nobody can say any more that it was handed over: it is watched.
   */
  const notShown = async (client: BsgClient, owned: OwnedCampaign, plan: Plan): Promise<void> => {
    plan.notShown ??= { looks: 0, since: clock.monotonic() };
    plan.notShown.looks += 1;
    if (plan.notShown.looks < 3 || clock.monotonic() - plan.notShown.since < absenceSpan) return;
    const work = await journal.part(owned.campaignId, owned.index);
    if (work === null || work.part.state.name !== "accepted") return;
    const sight = await lookFor({ client, journal, clock, random: Math.random }, work);
    if (sight.kind === "blind") return;
    if (sight.kind !== "none") await tell(deps, work, { kind: "found-all", serviceIds: sight.serviceIds });
    if (sight.kind !== "all") await tell(deps, work, { kind: "incomplete", missing: work.people - work.leftOut });
    wakeOthers();
  };

  const pauseOf = (owned: OwnedCampaign, { quiet, unread }: Plan): number => {
    if (unread?.why === "campaign.other-account") return pauseForAccount;
    // What goes out now has no time before and after which it must be looked at.
    const left = owned.start === null ? Number.NEGATIVE_INFINITY : Date.parse(owned.start.utc) - clock.now();
    const isFarOff = left > farOff && quiet >= quietWhileFarOff;
    const read = isFarOff ? 60 * minute : (pauses[Math.min(quiet, pauses.length - 1)] ?? minute);
    const pause = unread === null ? read : (pausesWhileUnread[unread.times - 1] ?? 5 * minute);
    const next = aroundStart.map((moment) => left + moment).find((ms) => ms > 0) ?? pause;
    return Math.min(pause, Math.max(next, second));
  };

  const hurry = (campaignId?: string) => {
    for (const plan of plans.values()) {
      if (plan.campaignId === campaignId) plan.quiet = 0;
      else if (plan.unread === null) continue;
      plan.due = clock.monotonic();
    }
  };

  const refresh = async (campaignId: string | null): Promise<AppError | null> => {
    const client = deps.client();
    if (client === null) return null;
    let problem: AppError | null = null;
    for (const owned of await journal.ownedCampaigns(campaignId)) {
      problem = (await track(client, owned, planOf(owned))) ?? problem;
    }
    return problem;
  };

  const list = async (): Promise<AppError | null> => {
    const client = deps.client();
    if (client === null) return null;
    const identity = await client.identity();
    if (!identity.ok) return identity.error;
    const account = { base: client.base, identity: identity.value };
    const from = serviceInstant(clock.now() - 55 * day);
    const to = serviceInstant(clock.now() + 30 * day);
    let before: Page<ListedCampaign> | null = null;
    for (let offset: number | null = 0, pages = 0; offset !== null && pages < listPages; pages++) {
      const page: Awaited<ReturnType<BsgClient["campaigns"]>> = await client.campaigns({
        offset,
        limit: pageSize,
        from,
        to,
      });
      politeness.heard(client, page.ok ? null : page.error);
      if (!page.ok) return plain(page.error);
      const named = page.value.rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ ...row, id }]));
      await journal.recordListed(account, named, isoNow(clock));
      offset = nextOffset(page.value, offset, before);
      before = page.value;
    }
    const since = new Date(clock.now() - figuresMove).toISOString();
    for (const id of await journal.unreadElsewhere(account, { limit: figuresAtOnce, since })) {
      const problem = await elsewhere(id);
      if (problem !== null) return problem;
    }
    deps.changed([]);
    return null;
  };

  const elsewhere = async (serviceId: string): Promise<AppError | null> => {
    const client = deps.client();
    if (client === null) return null;
    const detail = await client.detail(serviceId);
    if (!detail.ok) return plain(detail.error);
    await journal.recordElsewhereDetail(client.base, detail.value, isoNow(clock));
    return null;
  };

  return { turn, hurry, refresh, list, elsewhere };
}

/** Where a change takes the pauses back to: thousands of messages change from look to look, and nobody reads so fast. */
function leastQuiet({ totalMessages }: ServiceDetail): number {
  const messages = totalMessages ?? 0;
  return messages > 5000 ? 3 : messages > 500 ? 2 : 0;
}

/** Whether a detail leaves nothing to wait for. */
function isFinalDetail({ status, finishedAt, totalMessages, statistics }: ServiceDetail): boolean {
  return isFinalRead({ status, finishedAt, totalMessages, statistics });
}
