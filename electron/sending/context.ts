import type { PartEvent } from "../../shared/campaign/part-event.ts";
import type { Part } from "../../shared/campaign/part-state.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { BsgClient } from "../bsg/port.ts";
import type { Remote } from "../database/remote.ts";
import type { LogPlace } from "../log.ts";
import type { PartWork } from "./journal-rows.ts";
import type { Journal } from "./journal.ts";
import type { Timers } from "./lane.ts";

/** Two clocks, both in ms: the wall's, which anybody may change, and one that only goes forward. */
export type Clock = { now(): number; monotonic(): number };

/** What sending needs of the rest of the program. */
export type SendingDeps = {
  journal: Remote<Journal>;
  /** Null while there is no account. */
  client: () => BsgClient | null;
  /** The account as far as it is known without asking the network, null otherwise. */
  identity?: () => string | null;
  clock: Clock;
  timers: Timers;
  /** Which of these numbers are on the never-text list now. */
  neverText: (numbers: string[]) => Promise<string[]>;
  /** Which people of a part's body are on it now; nobody where the service alone knows who they are. */
  neverTextIn: (place: { campaignId: string; index: number }) => Promise<string[]>;
  /** Why nobody can say who is on it: the key of erased people is locked or lost. Then nothing goes out. */
  sealed: () => Promise<AppError | null>;
  /** The journal's sequence number kept beside the key; null when there is none or no keychain. */
  sequenceNote: { read(): Promise<bigint | null>; write(sequence: bigint): Promise<void> };
  /** Whether it is night now where any of these people live; then nothing goes on by itself after a restart. */
  isNight: (numbers: string[]) => Promise<boolean>;
  /** Something about these campaigns changed. */
  changed: (campaignIds: string[]) => void;
  failed: (place: LogPlace, error: unknown) => void;
};

/** The wall clock as the journal writes it. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

/** Writes an event and tells whoever watches. @returns the part afterwards, null when the event was not allowed. */
export async function tell(
  deps: Pick<SendingDeps, "journal" | "clock" | "changed">,
  work: { campaignId: string; index: number },
  event: PartEvent,
  evidence?: string,
): Promise<Part | null> {
  const { campaignId, index } = work;
  const happening = evidence === undefined ? { campaignId, index, event } : { campaignId, index, event, evidence };
  const part = await deps.journal.apply(happening, isoNow(deps.clock));
  if (part !== null) deps.changed([campaignId]);
  return part;
}

/** A name for a part in the tables of the lanes. */
export function keyOf({ campaignId, index }: { campaignId: string; index: number }): string {
  return `${campaignId}#${index}`;
}

const hour = 60 * 60_000;

/** Until when a copy of the part may still turn up: planned time + validity + 7 days (wall ms). */
export function watchUntilOf(work: PartWork, now: number): number {
  const planned = work.start === null ? now : Math.max(now, Date.parse(work.start.utc));
  return planned + work.validityHours * hour + 7 * 24 * hour;
}

/** Whose a part or a campaign is: the service and the account's `id` claim. */
export type Owner = { base: string; identity: string };

/** The accounts that clients were seen to speak for. */
const identities = new WeakMap<BsgClient, string>();

/** Why what belongs to an account cannot be asked for now: no login, or another account. Null: it can. */
export async function whyNotAsked(client: BsgClient, owner: Owner): Promise<AppError | null> {
  if (client.base !== owner.base) return belongsTo(owner);
  const identity = await client.identity();
  if (!identity.ok) return plain(identity.error);
  identities.set(client, identity.value);
  return identity.value === owner.identity ? null : belongsTo(owner);
}

/** Whether it is known, without asking the network, that another account than this client's owns it. */
export function isOfAnother(client: BsgClient, owner: Owner): boolean {
  const known = identities.get(client) ?? owner.identity;
  return client.base !== owner.base || known !== owner.identity;
}

/** "Belongs to the account …". */
export function belongsTo({ identity }: Owner): AppError {
  return appErrorOf("campaign.other-account", { account: identity });
}

/** Without the status, which is no part of an error as the window and the journal know it. */
export function plain({ code, params }: AppError): AppError {
  return { code, params };
}

/** An instant as the service's filters take it, "yyyy-mm-dd hh:mm:ss" in UTC. */
export function serviceInstant(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
