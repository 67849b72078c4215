import { ListEngine } from "../../../renderer/list-worker/list-engine.ts";
import { openList } from "../open-list.ts";

/** Reads the list with ours. */
export const work = (bytes: Uint8Array): Promise<unknown> => openList(new ListEngine(() => {}), "list.csv", bytes);
