import { stillMeasured } from "../../shared/campaign/service-zone.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { Database } from "../database/database.ts";

/** The offset from UTC (ms) by which the service is told planned times, and whether it was measured or is assumed. */
export type ServiceClock = { offset: number; measured: boolean };

type Ports = {
  database: Pick<Database, "journal" | "journalProblem">;
  client: BsgClient | null;
  now: () => number;
};

/** How the service reads a planned time, as far as that is known for the connected account: UTC until it was measured. */
export async function clockOfService({ database, client, now }: Ports): Promise<ServiceClock> {
  const assumed = { offset: 0, measured: false };
  if (client === null || database.journalProblem !== null) return assumed;
  const identity = await client.identity();
  if (!identity.ok) return assumed;
  const { start } = await database.journal.serviceZones({ base: client.base, identity: identity.value });
  const userZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const measured = stillMeasured(start, userZone, now(), zoneOffset);
  // What was true before a change of summer time is still the better guess.
  return { offset: start?.offset ?? 0, measured };
}
