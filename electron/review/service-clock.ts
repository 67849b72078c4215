import { type StartClock, startClock } from "../../shared/campaign/start-clock.ts";
import { zoneOffset } from "../../shared/campaign/zone-offset.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { Database } from "../database/database.ts";
import { systemZone } from "../system-zone.ts";

type Ports = {
  database: Pick<Database, "journal" | "journalProblem">;
  client: BsgClient | null;
};

/**
 * How the service reads a time planned for `instant` (ms since 1970), as far as that is known for the connected account:
 * UTC until something is.
 */
export async function clockOfService({ database, client }: Ports, instant: number): Promise<StartClock> {
  const assumed = { offset: 0, trust: "assumed", aheadOf: null, candidate: null, measuredAt: null } as const;
  if (client === null || database.journalProblem !== null) return assumed;
  const identity = await client.identity();
  if (!identity.ok) return assumed;
  const evidence = await database.journal.startEvidence({ base: client.base, identity: identity.value });
  return startClock(evidence, systemZone(), instant, zoneOffset);
}
