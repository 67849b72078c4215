import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import {
  instantOfServiceTime,
  isContradicted,
  isSameClock,
  isWatched,
  leastOffset,
  readingOffset,
  startOffset,
  toldOffset,
} from "../../shared/campaign/service-zone.ts";
import { isBegun } from "../../shared/campaign/status.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import type { PostOutcome, ServiceDetail } from "../bsg/port.ts";
import { systemZone } from "../system-zone.ts";
import { isoNow, type Owner, type SendingDeps } from "./context.ts";
import type { OwnedCampaign } from "./journal-reads.ts";

/** What stands for "the same as before": it is not written again. */
const renewedAfter = 24 * 60 * 60_000;

/** Measures the zones of the service's times by what it says of campaigns of ours (`bsg-api.md`, "Time"). */
export type ServiceTimes = {
  /** A campaign was just created: when, by the service's own clock, against when it answered. */
  created(owner: Owner, outcome: PostOutcome): Promise<void>;
  /** A planned campaign was read: when it really began, against the time that the service was told. */
  read(owned: OwnedCampaign, start: PlannedStart, detail: ServiceDetail): Promise<void>;
};

export function createServiceTimes({ journal, clock }: Pick<SendingDeps, "journal" | "clock">): ServiceTimes {
  const keepReading = async (owner: Owner, offset: number): Promise<void> => {
    const known = (await journal.serviceZones(owner)).reading;
    const isNews = known === null || known.offset !== offset;
    if (!isNews && Math.abs(clock.now() - Date.parse(known.measuredAt)) < renewedAfter) return;
    await journal.recordZone(owner, "reading", { offset, measuredAt: isoNow(clock) });
  };

  return {
    async created(owner, outcome) {
      if (outcome.kind !== "answered" || outcome.date === null) return;
      const createdAt = createdAtOf(outcome.json);
      const offset = createdAt === null ? null : readingOffset(createdAt, outcome.date);
      if (offset !== null) await keepReading(owner, offset);
    },
    async read(owned, start, detail) {
      const { campaignId } = owned;
      const told = toldOffset(start);
      const userZone = systemZone();
      const planned = Date.parse(start.utc);
      if (isHeldUp(start, detail, clock.now())) {
        const seenAt = isoNow(clock);
        const heldUp = { campaignId, told, offset: undefined, least: told, watched: false, seenAt };
        await journal.recordStartSight(owned, heldUp);
        return;
      }
      const { actualStartAt, createdAt, status, statistics } = detail;
      // What has not begun may echo its planned time.
      if (actualStartAt === null || createdAt === null || !isBegun(status, statistics)) return;
      const { reading } = await journal.serviceZones(owned);
      if (reading === null) return;
      const [began, created] = [actualStartAt, createdAt].map((time) => instantOfServiceTime(time, reading.offset));
      if (began === undefined || began === null || created === undefined || created === null) return;
      // A change of summer time in between could look like another zone.
      const instants = [reading.measuredAt, created, began, start.utc].map((time) => Date.parse(time));
      if (reading.offset !== 0 && !isSameClock(userZone, zoneOffset, instants)) return;
      const waited = owned.reading?.status === "scheduled" && owned.readAt !== null ? Date.parse(owned.readAt) : null;
      if (isContradicted(Date.parse(began), waited)) return;
      const offset = startOffset(start, actualStartAt, createdAt, reading.offset);
      if (offset === undefined) return;
      const least = leastOffset(start, createdAt, reading.offset, offset);
      const watched = isWatched(planned, waited, clock.now());
      await journal.recordStartSight(owned, { campaignId, told, offset, least, watched, seenAt: began });
    },
  };
}

/** Moderation or an empty account hold a campaign up over its time: when it begins after that tells no zone. */
function isHeldUp(start: PlannedStart, { status }: ServiceDetail, now: number): boolean {
  return now >= Date.parse(start.utc) && (status === "moderation" || status === "paused");
}

/** Whether the service has begun with a campaign before its planned time. */
export function hasBegunEarly(start: PlannedStart | null, detail: ServiceDetail, now: number): boolean {
  return start !== null && now < Date.parse(start.utc) && isBegun(detail.status, detail.statistics);
}

function createdAtOf(json: unknown): string | null {
  if (typeof json !== "object" || json === null || !("data" in json)) return null;
  const { data } = json;
  if (typeof data !== "object" || data === null || !("created_at" in data)) return null;
  return typeof data.created_at === "string" ? data.created_at : null;
}
