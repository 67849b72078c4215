import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { diskFull } from "../database/remote.ts";

/** What an exception of a command means for the user. `where` is the command's name. */
export function failureOf(error: unknown, where: string): AppError {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return code === diskFull || code === "ENOSPC" ? appErrorOf("disk.full") : appErrorOf("internal", { where });
}
