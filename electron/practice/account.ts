import { z } from "zod";
import { ok, refusal, Refused, unauthorized, type Answer } from "./answer.ts";
import { issueToken, readToken } from "./auth.ts";
import { checked, listed } from "./checking.ts";
import { pageOf } from "./paging.ts";
import type { Call, Practice } from "./practice.ts";
import { currency, moneyNumber } from "./prices.ts";
import { makeOlderCampaigns } from "./older-campaigns.ts";
import { writeTime } from "./zone.ts";

/** The key of practice mode. It opens nothing but the practice service. */
export const practiceKey = "test_practice_0000000000000001";

/** Keys known from the start and the account that each belongs to. */
export const firstKeys: Readonly<Record<string, number>> = {
  [practiceKey]: 7_100_001,
  live_demo_key_0001: 7_100_002,
  live_demo_key_0002: 7_100_003,
};

const senders = [
  { id: 51_001, name: "FloraKyiv", status: "active", country: null, isDefault: true },
  { id: 51_002, name: "Flora Shop", status: "active", country: "UA", isDefault: false },
  { id: 51_003, name: "380443930000", status: "active", country: "UA", isDefault: false },
  { id: 51_004, name: "FLORA-SALE", status: "blocked", country: "UA", isDefault: false },
  { id: 51_005, name: "FloraPL", status: "registering", country: "PL", isDefault: false },
] as const;

export const tariffs = [
  { id: 61_000, name: "direct", code: 0, isActive: true, isDefault: true },
  { id: 61_001, name: "economy", code: 1, isActive: true, isDefault: false },
  { id: 61_005, name: "old direct", code: 5, isActive: false, isDefault: false },
] as const;

export function isActiveSender(name: string): boolean {
  return senders.some((sender) => sender.name === name && sender.status === "active");
}

export function isActiveTariff(code: number): boolean {
  return tariffs.some((tariff) => tariff.code === code && tariff.isActive);
}

/** `POST /api/auth/login`: a key for a JWT. */
export function logIn(practice: Practice, body: unknown): Answer {
  const { api_key: key } = checked(z.object({ api_key: z.string().min(1) }), body);
  const known = practice.store.db.prepare("SELECT account FROM api_key WHERE key = ?").get(key)?.["account"];
  if (typeof known !== "number" || practice.switches().refuseKeys) return unauthorized("API Key not found");
  if (openAccount(practice, known) && practice.past) makeOlderCampaigns(practice, known);
  return ok({ bearer: bearerOf(practice, known) });
}

/** `POST /api/auth/refresh`: a fresh JWT for one that still lives. */
export function refreshToken({ practice, account }: Call): Answer {
  if (practice.switches().refuseKeys) return unauthorized("API Key not found");
  return ok({ bearer: bearerOf(practice, account) });
}

/** Opens an account with the first login; false when it was open already. */
function openAccount(practice: Practice, account: number): boolean {
  const opened = practice.store.db
    .prepare("INSERT OR IGNORE INTO account (id, opening) VALUES (?, ?)")
    .run(account, Math.round(practice.switches().balance * 1e6));
  return opened.changes === 1;
}

function bearerOf(practice: Practice, account: number): string {
  return issueToken(practice.store.secret(), account, practice.now(), practice.switches().tokenSeconds);
}

/** The account that an `Authorization` header speaks for; ends the request with 401 otherwise. */
export function accountOf(practice: Practice, authorization: string | undefined): number {
  const read = readToken(practice.store.secret(), authorization, practice.now());
  if ("refused" in read) throw new Refused(unauthorized(read.refused));
  return read.account;
}

/** Balance in millionths: what is left of the opening sum after everything that went out or still will. */
export function balanceOf(practice: Practice, account: number): number {
  const row = practice.store.db
    .prepare(
      `SELECT opening - coalesce((
         SELECT sum(CASE WHEN halt_at IS NULL THEN price ELSE coalesce((
           SELECT sum(m.price) FROM message m WHERE m.campaign_id = c.id AND m.going_at < c.halt_at), 0) END)
         FROM campaign c WHERE c.account = a.id AND c.origin = 'api'), 0) AS balance
       FROM account a WHERE id = ?`,
    )
    .get(account);
  return Number(row?.["balance"] ?? 0);
}

/** Makes `euros` the balance now, of every account. */
export function setBalance(practice: Practice, euros: number): void {
  const accounts = practice.store.db.prepare("SELECT id FROM account").all();
  const change = practice.store.db.prepare("UPDATE account SET opening = opening + ? WHERE id = ?");
  for (const { id } of accounts) {
    change.run(Math.round(euros * 1e6) - balanceOf(practice, Number(id)), id ?? null);
  }
}

/** `GET /api/accounts/balance` */
export function showBalance({ practice, account }: Call): Answer {
  return ok({ data: { balance: moneyNumber(balanceOf(practice, account)), currency, credit: 0 } });
}

/** `GET /api/senders?type=sms` */
export function listSenders({ practice, query }: Call): Answer {
  const type = query.get("type");
  if (type === null) return refusal(422, "Validation failed", { type: ["This value should not be blank."] });
  const rows = type === "sms" ? senders : [];
  const createdAt = writeTime(Date.UTC(2025, 2, 3, 8, 15), practice.switches().createdAtZone);
  return ok({
    data: rows.map(({ id, name, status, country, isDefault }) => ({
      id,
      status,
      country,
      sender: name,
      created_at: createdAt,
      is_default: isDefault,
    })),
    total: rows.length,
  });
}

/** `GET /api/accounts/tariff` */
export function listTariffs({ query }: Call): Answer {
  const rows = tariffs.map(({ isActive, isDefault, ...rest }) => ({
    ...rest,
    is_active: isActive,
    is_default: isDefault,
  }));
  return listed(rows, pageOf(query, { least: 15, usual: 50 }));
}
