import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";

/** One message that was accepted over the API, ready for comparison. `price` in millionths, `acceptedAt` in ms. */
export type LedgerMessage = {
  account: number;
  campaign: number;
  row: number;
  phone: string;
  text: string;
  sender: string;
  reference: string | null;
  parts: number;
  price: number;
  acceptedAt: number;
  /** False when a stop, a pause or spam kept it from being sent. */
  goes: boolean;
};

export type LedgerCampaign = {
  account: number;
  id: number;
  kind: string;
  sender: string;
  startAt: string | null;
  createdAt: number;
  haltAt: number | null;
  haltStatus: string | null;
  messages: number;
};

/** One request that reached the service. `outcome`: the status, or what was done to it instead. */
export type LedgerRequest = { at: number; method: string; path: string; bodyHash: string; outcome: string };

export type Ledger = { messages: LedgerMessage[]; campaigns: LedgerCampaign[]; requests: LedgerRequest[] };

/** Everything that the service accepted over the API and every request that reached it, in order. */
export function ledgerOf(db: DatabaseSync): Ledger {
  return {
    messages: db
      .prepare(
        `SELECT c.account, m.campaign_id AS campaign, m.row, m.phone, m.text, m.sender, m.reference_id AS reference,
           m.parts, m.price, c.created_at AS acceptedAt, (c.halt_at IS NULL OR m.going_at < c.halt_at) AS goes
         FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE c.origin = 'api' ORDER BY m.id`,
      )
      .all()
      .map((row) => ({ ...row, goes: row["goes"] === 1 }) as LedgerMessage),
    campaigns: db
      .prepare(
        `SELECT account, id, kind, sender, start_text AS startAt, created_at AS createdAt, halt_at AS haltAt,
           halt_status AS haltStatus, total AS messages FROM campaign WHERE origin = 'api' ORDER BY id`,
      )
      .all()
      .map((row) => ({ ...row }) as LedgerCampaign),
    requests: db
      .prepare("SELECT at, method, path, body_hash AS bodyHash, outcome FROM request ORDER BY id")
      .all()
      .map((row) => ({ ...row }) as LedgerRequest),
  };
}

/** The ledger of a state file, from any process, while the service runs or after it. */
export function readLedger(stateFile: string): Ledger {
  const db = new DatabaseSync(stateFile, { readOnly: true });
  try {
    return ledgerOf(db);
  } finally {
    db.close();
  }
}

/** SHA-256 of a body, hexadecimal, as the ledger keeps it. */
export function hashOf(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}
