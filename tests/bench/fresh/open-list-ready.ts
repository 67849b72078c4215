import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import { rehearse, restOfWorker } from "../../../renderer/list-worker/rehearsal.ts";
import { openList } from "../open-list.ts";

/** What the list worker does while it waits for its first file. */
export const prepare = (): Promise<void> => rehearse(restOfWorker, new AbortController().signal);

/** Reads the list with ours. */
export const work = (bytes: Uint8Array): Promise<unknown> => openList(new ListEngine(() => {}), "list.csv", bytes);
