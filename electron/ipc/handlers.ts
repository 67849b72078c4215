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
