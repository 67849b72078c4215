import { isSettledWord } from "../../shared/campaign/status.ts";
import type { BsgClient, Page, Refusal, ServiceMessage } from "../bsg/port.ts";
import type { SendingDeps } from "./context.ts";
import type { OwnedCampaign } from "./journal-reads.ts";
import { nextOffset } from "./paging.ts";

const pageSize = 500;
/** So long (ms) for each page that was read until the pages are read again while the campaign goes on. */
const pausePerPage = 3000;

/** What was read of the people of one campaign of the service. */
export type PeopleRead = {
  /** Status and settled messages for which the people were read. */
  counted: string;
  /** Pages on which every message has its outcome, by offset, with where the next one begins. */
  settled: Map<number, number>;
  /** Not again before (monotonic ms). */
  due: number;
};

export function nobodyRead(): PeopleRead {
  return { counted: "", settled: new Map(), due: 0 };
}

/**
 * Reads the people of a campaign page by page into the journal, but for pages that cannot change any more.
 * @returns why not all of them could be read
 */
export async function readPeople(
  { journal, clock }: Pick<SendingDeps, "journal" | "clock">,
  client: BsgClient,
  owned: OwnedCampaign,
  read: PeopleRead,
): Promise<Refusal | null> {
  let pages = 0;
  let before: Page<ServiceMessage> | null = null;
  for (let offset: number | null = 0; offset !== null;) {
    const known = read.settled.get(offset);
    if (known !== undefined) {
      offset = known;
      before = null;
      continue;
    }
    const page = await client.messages({ offset, limit: pageSize, campaignId: owned.serviceId });
    if (!page.ok) return page.error;
    pages += 1;
    const { rows } = page.value;
    await journal.recordMessages(owned, rows);
    const next = nextOffset(page.value, offset, before);
    before = page.value;
    // The last page may still grow.
    if (next !== null && rows.every(({ status }) => isSettledWord(status))) read.settled.set(offset, next);
    offset = next;
  }
  read.due = clock.monotonic() + pages * pausePerPage;
  return null;
}
