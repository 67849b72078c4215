import { randomBytes } from "node:crypto";
import type { KeyStore } from "../account/key-store.ts";
import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";

const note = "erasing-key";

/**
 * The key by which erased people are known again (256 bits, hexadecimal), in the keychain only: a data folder that was
 * copied says nothing of them. Null when it was never made. `keychain.unavailable` when it cannot be had.
 */
export async function readErasingKey(keyStore: KeyStore): Promise<Result<string | null, AppError>> {
  const kept = await keyStore.readNote(note);
  return kept.ok && kept.value !== null && !/^[0-9a-f]{64}$/.test(kept.value) ? ok(null) : kept;
}

/** Who asks while one is being made waits for that one: of two keys the first would be lost, and its marks with it. */
const making = new WeakMap<KeyStore, Promise<Result<string, AppError>>>();

/** The same, made now if there was none. */
export function erasingKey(keyStore: KeyStore): Promise<Result<string, AppError>> {
  const present = making.get(keyStore) ?? readOrMake(keyStore).finally(() => making.delete(keyStore));
  making.set(keyStore, present);
  return present;
}

async function readOrMake(keyStore: KeyStore): Promise<Result<string, AppError>> {
  const kept = await readErasingKey(keyStore);
  if (!kept.ok) return kept;
  if (kept.value !== null) return ok(kept.value);
  const made = randomBytes(32).toString("hex");
  const written = await keyStore.writeNote(note, made);
  return written.ok ? ok(made) : written;
}
