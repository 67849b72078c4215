import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import { readingOffset, startOffset, stillMeasured, toldOffset } from "../../shared/campaign/service-zone.ts";
import { isZoneTest } from "../../shared/campaign/start-clock.ts";
import { isBegun } from "../../shared/campaign/status.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import type { PostOutcome, ServiceDetail } from "../bsg/port.ts";
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
      const test = isZoneTest(owned.people, owned.confirmedAt, start.utc);
      const { campaignId } = owned;
      // What is seen days after it began is true of then: summer time may have changed since.
      const seenAt = new Date(Math.min(clock.now(), Date.parse(start.utc))).toISOString();
      const sight = { campaignId, test, told: toldOffset(start), seenAt };
      if (isHeldUp(start, detail, clock.now())) {
        await journal.recordStartSight(owned, { ...sight, offset: undefined }, start.zone);
        return;
      }
      if (detail.actualStartAt === null || detail.createdAt === null) return;
      const { reading } = await journal.serviceZones(owned);
      // A change of summer time since then could look like another zone.
      if (reading === null || !stillMeasured(reading, start.zone, Date.parse(start.utc), zoneOffset)) return;
      const offset = startOffset(start, detail.actualStartAt, detail.createdAt, reading.offset);
      if (offset !== undefined) await journal.recordStartSight(owned, { ...sight, offset }, start.zone);
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
