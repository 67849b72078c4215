import {
  type MeasuredZone,
  readingOffset,
  type ServiceZones,
  startOffset,
  stillMeasured,
} from "../../shared/campaign/service-zone.ts";
import type { PlannedStart } from "../../shared/campaign/schedule.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import { isBegun } from "../../shared/campaign/status.ts";
import type { PostOutcome, ServiceDetail } from "../bsg/port.ts";
import { isoNow, type Owner, type SendingDeps } from "./context.ts";

/** What stands for "the same as before": it is not written again. */
const renewedAfter = 24 * 60 * 60_000;

/** Measures the zones of the service's times by what it says of campaigns of ours (`bsg-api.md`, "Time"). */
export type ServiceTimes = {
  /** A campaign was just created: when, by the service's own clock, against when it answered. */
  created(owner: Owner, outcome: PostOutcome): Promise<void>;
  /** A planned campaign was read: when it really began, against the time that the service was told. */
  read(owner: Owner, start: PlannedStart, detail: ServiceDetail): Promise<void>;
};

export function createServiceTimes({ journal, clock }: Pick<SendingDeps, "journal" | "clock">): ServiceTimes {
  const keep = async (owner: Owner, field: keyof ServiceZones, offset: number | null): Promise<void> => {
    const known: MeasuredZone | null = (await journal.serviceZones(owner))[field];
    const isNews = known === null || known.offset !== offset;
    if (!isNews && Math.abs(clock.now() - Date.parse(known.measuredAt)) < renewedAfter) return;
    await journal.recordZone(owner, field, { offset, measuredAt: isoNow(clock) });
  };

  /** Moderation or an empty account holds a campaign up: beginning later than measured before, it tells no new zone. */
  const isOnlyLate = (offset: number | null, known: MeasuredZone | null, zone: string): boolean =>
    offset !== null && stillMeasured(known, zone, clock.now(), zoneOffset) && offset < (known?.offset ?? offset);

  return {
    async created(owner, outcome) {
      if (outcome.kind !== "answered" || outcome.date === null) return;
      const createdAt = createdAtOf(outcome.json);
      const offset = createdAt === null ? null : readingOffset(createdAt, outcome.date);
      if (offset !== null) await keep(owner, "reading", offset);
    },
    async read(owner, start, detail) {
      if (detail.actualStartAt === null || detail.createdAt === null) return;
      const known = await journal.serviceZones(owner);
      const reading = known.reading?.offset ?? null;
      // A change of summer time since then could look like another zone.
      if (reading === null || !stillMeasured(known.reading, start.zone, Date.parse(start.utc), zoneOffset)) return;
      const offset = startOffset(start.service, detail.actualStartAt, detail.createdAt, reading);
      if (offset === undefined || isOnlyLate(offset, known.start, start.zone)) return;
      await keep(owner, "start", offset);
    },
  };
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
