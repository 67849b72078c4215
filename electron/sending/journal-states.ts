import type { DatabaseSync } from "node:sqlite";
import type { Part } from "../../shared/campaign/part-state.ts";
import { isHalted, personStateOf } from "../../shared/campaign/status.ts";
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
  return (row) => {
    if (row["left_out"] === 1) return "not-sent";
    const index = Number(row["part"]);
    return personState(textOrNull(row, "word"), parts[index]?.part, {
      final: !open.has(index),
      read: !unread.has(index),
      halted: (reads.get(index) ?? []).every(({ status }) => isHalted(status)),
    });
  };
}

/** @param reads whether every campaign of the part was read, and read to its end, and has been stopped */
function personState(
  word: string | null,
  part: Part | undefined,
  { final, read, halted }: { final: boolean; read: boolean; halted: boolean },
): PersonView["state"] {
  if (part === undefined) return "waiting";
  const seen = word === null ? null : personStateOf(word);
  // After a stop, what had not left yet never will; a word from before it tells nothing. One that came too late, when
  // the campaign was done, stopped nothing: the service's word stands.
  const isHere = seen === "waiting" || word === "accepted";
  if (part.state.name === "stopping" && (seen === null ? read : isHere)) return "being-cancelled";
  const notOut = part.state.name === "stopped" && isHere && halted;
  if (seen !== null && !notOut) return seen;
  if (notOut) return final ? "not-sent" : "not-certain";
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
