import type { AppError } from "../../shared/errors.ts";
import { type CommandName, commands } from "../../shared/ipc/contract.ts";
import { err } from "../../shared/result.ts";
import { accountHandlers } from "./account-handlers.ts";
import { campaignHandlers } from "./campaign-handlers.ts";
import { draftHandlers } from "./draft-handlers.ts";
import { libraryHandlers } from "./library-handlers.ts";
import { listHandlers } from "./list-handlers.ts";
import type { Ports } from "./ports.ts";
import { privacyHandlers } from "./privacy-handlers.ts";
import type { Handlers } from "./serve.ts";

/** Every command of the window and the service that it is for. */
export function createHandlers(ports: Ports): Handlers {
  return {
    ...accountHandlers(ports),
    ...draftHandlers(ports),
    ...campaignHandlers(ports),
    ...libraryHandlers(ports),
    ...privacyHandlers(ports),
    ...listHandlers(ports),
  };
}

/** While the program's own files cannot be opened, every command is refused with the reason. */
export function refuseEverything(reason: AppError): Handlers {
  const names = Object.keys(commands) as CommandName[];
  const refuse = () => err(reason);
  return Object.fromEntries(names.map((name) => [name, refuse])) as Record<CommandName, typeof refuse>;
}
