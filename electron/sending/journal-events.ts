import type { DatabaseSync } from "node:sqlite";

export type LogEntry = {
  at: string;
  campaignId: string;
  part: number | null;
  kind: string;
  /** The part's state afterwards. */
  state: string | null;
  data?: unknown;
};

/** Adds one line to the journal's log; its sequence number only ever grows. */
export function logEvent(database: DatabaseSync, entry: LogEntry): void {
  database
    .prepare("INSERT INTO event (at, campaign_id, part, kind, state, data) VALUES (?, ?, ?, ?, ?, ?)")
    .run(entry.at, entry.campaignId, entry.part, entry.kind, entry.state, JSON.stringify(entry.data ?? null));
}

/** The last sequence number ever given, also after lines were deleted; 0 for a new journal. */
export function lastSequence(database: DatabaseSync): bigint {
  const row = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'event'").get();
  return BigInt(Number(row?.["seq"] ?? 0));
}
