import type { Part } from "./part-state.ts";
import type { CampaignState, PeopleCounts, PersonView } from "./view.ts";

/** Messages of one campaign of the service by what became of them: the detail's statistics. */
export type DeliveryStatistics = {
  delivered: number;
  sent: number;
  scheduled: number;
  moderation: number;
  accepted: number;
  sending: number;
  expired: number;
  failed: number;
  undelivered: number;
  unknown: number;
  read: number;
};

/**
 * The last read of one campaign of the service. `statistics` null: its detail was not read yet. `closed`: nothing more can
 * become of any text of it, and it is not read any more, whatever its figures say.
 */
export type CampaignRead = {
  status: string;
  finishedAt: string | null;
  totalMessages: number | null;
  statistics: DeliveryStatistics | null;
  closed?: boolean;
};

const endings: ReadonlySet<string> = new Set(["done", "stopped", "spam"]);

/** Whether a campaign is one of texts by the service's word for its kind; where it has none, texts were asked for. */
export function isOfTexts(messageType: string): boolean {
  return messageType === "" || messageType === "sms";
}

/** Whether the service's word says that nothing more of the campaign goes out. */
export function isEnding(word: string): boolean {
  return endings.has(word);
}

/** How many messages have an outcome that will not change. */
export function settledMessages(statistics: DeliveryStatistics): number {
  const { delivered, read, failed, undelivered, expired, unknown } = statistics;
  return delivered + read + failed + undelivered + expired + unknown;
}

/** How many messages the service has taken in that have not left. */
export function messagesTakenIn({ accepted, scheduled, moderation }: DeliveryStatistics): number {
  return accepted + scheduled + moderation;
}

/**
 * Whether the campaign is over and every message has its outcome: the statistics add up to `totalMessages`, and what
 * was stopped or not let through has nothing on its way. The word "done" alone proves nothing, before it is too late for
 * anything else.
 */
export function isFinalRead(read: CampaignRead): boolean {
  const { status, finishedAt, totalMessages, statistics, closed } = read;
  if (closed === true) return true;
  if (statistics === null) return false;
  if (isEverythingSettled(read)) return true;
  if (totalMessages === 0 && status === "done" && finishedAt !== null) return true;
  return isHalted(status) && statistics.sent + statistics.sending === 0;
}

/** Whether the figures say that every message has its outcome; of what was stopped some never get one. */
export function isEverythingSettled({ totalMessages, statistics }: CampaignRead): boolean {
  if (statistics === null || totalMessages === null || totalMessages <= 0) return false;
  return settledMessages(statistics) >= totalMessages;
}

/** Whether the service's word for one message is its outcome, which will not change any more. */
export function isSettledWord(word: string): boolean {
  return ["delivered", "failed", "expired", "unknown"].includes(personStateOf(word));
}

/** Whether anything of a campaign has left: its word alone may lag or be early ("done" proves nothing). */
export function isBegun(word: string, statistics: DeliveryStatistics): boolean {
  return word === "sending" || settledMessages(statistics) + statistics.sent + statistics.sending > 0;
}

/** Whether what has not left by now never will (`bsg-api.md`, "Cancel": "accepted" is not out yet). */
export function isHalted(word: string): boolean {
  return word === "stopped" || word === "spam";
}

/** How many of a part's people none of its campaigns names; null while one of them was not read. */
export function missingPeople(people: number, reads: CampaignRead[]): number | null {
  let named = 0;
  for (const { totalMessages } of reads) {
    if (totalMessages === null) return null;
    named += totalMessages;
  }
  return Math.max(0, people - named);
}

/** The service's status word as a state of ours. "done" is believed only with its proof. */
export function stateOfWord(read: CampaignRead): CampaignState {
  switch (read.status) {
    case "creation":
    case "sending":
      return isFinalRead(read) ? "finished" : "sending";
    case "done":
      return read.finishedAt !== null || isFinalRead(read) ? "finished" : "sending";
    case "moderation":
    case "scheduled":
    case "paused":
    case "spam":
      return read.status;
    case "stopped":
      return "cancelled";
    default:
      return "other";
  }
}

/** The service's word for one message as a state of a person. */
export function personStateOf(word: string): PersonView["state"] {
  switch (word) {
    case "delivered":
    case "read":
      return "delivered";
    case "failed":
    case "undelivered":
    case "not_service_user":
    case "not_viber_user":
    case "not_rcs_user":
      return "failed";
    case "expired":
    case "unknown":
      return word;
    case "scheduled":
    case "moderation":
      return "waiting";
    case "accepted":
      return "handed-over";
    default:
      return "on-the-way";
  }
}

/** Nobody counted. */
export const noCounts: PeopleCounts = {
  total: 0,
  delivered: 0,
  onTheWay: 0,
  failed: 0,
  notCertain: 0,
  waiting: 0,
  notSent: 0,
};

type Bucket = Exclude<keyof PeopleCounts, "total">;

/**
 * People of a part by what is known of them: from the service's statistics where there are any, else from the part's
 * state. The six always add up to `people`; whoever the statistics do not name is never lost.
 * @param leftOut people taken out before the part was posted
 */
export function countsOfPart(part: Part, people: number, leftOut: number, reads: CampaignRead[]): PeopleCounts {
  const counts = { ...noCounts, total: people, notSent: leftOut };
  let rest = people - leftOut;
  const put = (bucket: Bucket, messages: number) => {
    const taken = Math.min(rest, Math.max(0, messages));
    counts[bucket] += taken;
    rest -= taken;
  };
  for (const { statistics, status } of reads) {
    if (statistics === null) continue;
    // While another campaign of the part still has to be stopped, its people are being cancelled: nobody knows whose is whose.
    const halted = isHalted(status) && part.state.name !== "stopping";
    put("delivered", statistics.delivered + statistics.read);
    put("failed", statistics.failed + statistics.undelivered + statistics.expired);
    put("notCertain", statistics.unknown);
    put("onTheWay", statistics.sent + statistics.sending);
    // Taken in is not sent: a stop still reaches it (`bsg-api.md`, "Cancel").
    put(halted ? "notSent" : "waiting", messagesTakenIn(statistics));
  }
  // Contact Book lists were counted together: whoever is on two of them, or on the stop list, is in no text.
  const isOfLists = part.state.name === "accepted" && !part.withReferences;
  if (isOfLists && areFinal(reads)) put("notSent", missingPeople(people - leftOut, reads) ?? 0);
  // Until the service has answered to a stop it has those whom it named; who of them is out it says then.
  if (part.state.name === "stopping") put("waiting", rest - (missingPeople(people - leftOut, reads) ?? rest));
  put(bucketOfUnseen(part, reads), rest);
  return counts;
}

function areFinal(reads: CampaignRead[]): boolean {
  return reads.length > 0 && reads.every((read) => isFinalRead(read));
}

/** Where people of a part stand whom no statistics name. */
function bucketOfUnseen(part: Part, reads: CampaignRead[]): Bucket {
  const { state } = part;
  switch (state.name) {
    case "planned":
    case "paused":
      return part.attempts === 0 ? "waiting" : "notCertain";
    case "in-doubt":
    case "held":
      return "notCertain";
    case "accepted":
      return areFinal(reads) ? "notCertain" : "waiting";
    case "stopping":
      return "notCertain";
    case "refused":
    case "cancelled":
      return "notSent";
    case "stopped":
    case "accepted-with-exceptions":
    case "cancelled-by-absence":
      // What is paused may name them when it goes out.
      return state.watch === "over" && !reads.some(({ status }) => status === "paused") ? "notSent" : "notCertain";
    default:
      return state satisfies never;
  }
}

/** Adds the counts of parts. */
export function sumOfCounts(parts: PeopleCounts[]): PeopleCounts {
  return parts.reduce(
    (sum, part) => ({
      total: sum.total + part.total,
      delivered: sum.delivered + part.delivered,
      onTheWay: sum.onTheWay + part.onTheWay,
      failed: sum.failed + part.failed,
      notCertain: sum.notCertain + part.notCertain,
      waiting: sum.waiting + part.waiting,
      notSent: sum.notSent + part.notSent,
    }),
    noCounts,
  );
}
