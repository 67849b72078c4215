import { appErrorOf, type AppError } from "../../shared/errors.ts";
import type { ContactFields } from "../../shared/account.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { Database } from "../database/database.ts";
import type { Account } from "./account.ts";

type Side = { account: Pick<Account, "client" | "state" | "kept">; database: Pick<Database, "contactFields"> };

/**
 * The fields of the account's Contact Book, from the service and kept; without the service those kept last, with their
 * time. A key that the service does not take gets nothing of what was kept.
 */
export async function contactFieldsOf(side: Side, now: () => string): Promise<Result<ContactFields, AppError>> {
  const client = side.account.client();
  if (!client.ok) return client;
  const asked = await client.value.contactFields();
  const name = await accountName(side.account, client.value);
  if (asked.ok) {
    if (name !== null) await side.database.contactFields.keep(name, { fields: asked.value, readAt: now() });
    return ok({ fields: asked.value, keptSince: null });
  }
  const { code, params } = asked.error;
  const kept = name === null || code.startsWith("key.") ? null : await side.database.contactFields.read(name);
  return kept === null ? err(appErrorOf(code, params)) : ok({ fields: kept.fields, keptSince: kept.readAt });
}

/**
 * The own number of the account that `asked` speaks for; before the service has said it in this run, by the key that the
 * keychain has for it. Null when another account was chosen meanwhile.
 */
async function accountName(account: Side["account"], asked: BsgClient): Promise<string | null> {
  const present = account.client();
  if (!present.ok || present.value !== asked) return null;
  const state = account.state();
  if (state.mode === "none") return null;
  if (state.mode === "practice") return "practice";
  if (state.identity !== "") return state.identity;
  const known = await account.kept();
  return known.find(({ keyHint }) => keyHint === state.keyHint)?.identity ?? null;
}
