import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type AppError, appErrorOf } from "../shared/errors.ts";
import type { Result } from "../shared/result.ts";
import { err, ok } from "../shared/result.ts";
import { logFailure } from "./log.ts";

/** Characters that a file name may not have on one of the three systems, and those that show it in another order. */
// oxlint-disable-next-line no-control-regex -- control characters are among what Windows forbids
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Writes a file where the user wants it, whole or not at all: one that is there is replaced when the new one is written.
 * The window names it, but only as a name: no part of a path survives.
 * @param ask the path that the user chose, null when they decided otherwise.
 */
export async function saveFile(
  name: string,
  bytes: Uint8Array,
  ask: (name: string) => Promise<string | null>,
): Promise<Result<{ saved: boolean; name: string }, AppError>> {
  const path = await ask(name.replaceAll(forbidden, "-"));
  if (path === null) return ok({ saved: false, name });
  // Short: a name that is as long as the disk takes has no room for more.
  const beside = join(dirname(path), `${randomUUID()}.part`);
  try {
    // On the disk before it takes the place of the old one: a cut of the power would leave an empty file.
    await writeFile(beside, bytes, { flush: true });
    await rename(beside, path);
  } catch (error) {
    logFailure("saving a file", error);
    await rm(beside, { force: true }).catch((left: unknown) => logFailure("saving a file", left));
    return err(appErrorOf("export.failed"));
  }
  return ok({ saved: true, name: basename(path) });
}
