import type { DatabaseSync } from "node:sqlite";
import type { Part } from "../../shared/campaign/part-state.ts";
import {
  type CampaignRead,
  isHalted,
  messagesTakenIn,
  missingPeople,
  personStateOf,
} from "../../shared/campaign/status.ts";
import type { PersonView } from "../../shared/campaign/view.ts";
import { partsOf } from "./journal-parts.ts";
import { readsByPart, type Row, textOrNull } from "./journal-rows.ts";

export type StateOf = (row: Row) => PersonView["state"];

/** Says the state of a row of `person` by its columns part, word and left_out. */
export function statesOf(database: DatabaseSync, id: string): StateOf {
  const parts = partsOf(database, id);
  const open = new Set(
    database
      .prepare("SELECT part FROM owned WHERE campaign_id = ? AND final = 0")
      .all(id)
      .map((row) => Number(row["part"])),
  );
  const unread = new Set(
    database
      .prepare("SELECT part FROM owned WHERE campaign_id = ? AND reading IS NULL")
      .all(id)
      .map((row) => Number(row["part"])),
  );
  const reads = readsByPart(database, id);
  const unseen = database.prepare(
    "SELECT count(*) AS n FROM person WHERE campaign_id = ? AND part = ? AND left_out = 0 AND word IS NULL",
  );
  // As in the counts: when the people were read, whom no campaign names is not among those who are being cancelled.
  const strays = new Set(
    parts.flatMap(({ index, part, people, leftOut }) => {
      if (part.state.name !== "stopping") return [];
      const missing = missingPeople(people - leftOut, reads.get(index) ?? []) ?? 0;
      return missing > 0 && Number(unseen.get(id, index)?.["n"]) <= missing ? [index] : [];
    }),
  );
  const remaining = new Set(
    parts.flatMap(({ index, part }) => {
      if (part.state.name !== "stopped" || !open.has(index)) return [];
      return isEverybodyHalted(database, { id, index }, reads.get(index) ?? []) ? [index] : [];
    }),
  );
  return (row) => {
    if (row["left_out"] === 1) return "not-sent";
    const index = Number(row["part"]);
    return personState(textOrNull(row, "word"), parts[index]?.part, {
      final: !open.has(index),
      remaining: remaining.has(index),
      named: !unread.has(index) && !strays.has(index),
      halted: reads.get(index)?.every(({ status }) => isHalted(status)) === true,
    });
  };
}

/**
 * Whether those of a stopped part who have not left by their words, older ones than the figures, are as many as the figures
 * say were stopped: then they are the same people, as nobody comes back.
 */
function isEverybodyHalted(
  database: DatabaseSync,
  { id, index }: { id: string; index: number },
  reads: CampaignRead[],
): boolean {
  let halted = 0;
  for (const { status, statistics } of reads) {
    if (statistics === null || !isHalted(status)) return false;
    halted += messagesTakenIn(statistics);
  }
  const notLeft = database
    .prepare(
      `SELECT word, count(*) AS people FROM person
       WHERE campaign_id = ? AND part = ? AND left_out = 0 GROUP BY word`,
    )
    .all(id, index)
    .filter((row) => hasNotLeft(textOrNull(row, "word")))
    .reduce((sum, row) => sum + Number(row["people"]), 0);
  return halted > 0 && notLeft === halted;
}

function hasNotLeft(word: string | null): boolean {
  return word === null || word === "accepted" || personStateOf(word) === "waiting";
}

/**
 * @param reads of the campaigns of the part: whether every one was read to its end; whether those who have not left by
 * their words are known to be the ones who were stopped; whether they name whoever has no word yet; whether every one has
 * been stopped
 */
function personState(
  word: string | null,
  part: Part | undefined,
  { final, remaining, named, halted }: { final: boolean; remaining: boolean; named: boolean; halted: boolean },
): PersonView["state"] {
  if (part === undefined) return "waiting";
  const seen = word === null ? null : personStateOf(word);
  const isHere = word !== null && hasNotLeft(word);
  if (part.state.name === "stopping" && (seen === null ? named : isHere)) return "being-cancelled";
  // After a stop, what had not left yet never will; a word from before it tells nothing. A stop that came too late, when
  // the campaign was done, has stopped nothing: the service's word stands.
  if (part.state.name === "stopped" && remaining && hasNotLeft(word)) return "not-sent";
  if (part.state.name === "stopped" && isHere && !final) return "not-certain";
  if (part.state.name === "stopped" && isHere && halted) return "not-sent";
  if (seen !== null) return seen;
  const { state } = part;
  switch (state.name) {
    case "planned":
    case "paused":
      return part.attempts === 0 ? "waiting" : "not-certain";
    case "accepted":
      return "handed-over";
    case "refused":
      return "refused";
    case "cancelled":
      return "not-sent";
    case "stopped":
    case "accepted-with-exceptions":
    case "cancelled-by-absence":
      return state.watch === "over" && final ? "not-sent" : "not-certain";
    default:
      return "not-certain";
  }
}
