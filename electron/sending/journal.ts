import type { DatabaseSync } from "node:sqlite";
import type { PartEvent } from "../../shared/campaign/part-event.ts";
import type { Part } from "../../shared/campaign/part-state.ts";
import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import type { MeasuredZone, ServiceZones } from "../../shared/campaign/service-zone.ts";
import type { StartEvidence } from "../../shared/campaign/start-clock.ts";
import type { CampaignDetails } from "../../shared/campaign/view.ts";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import { NumberMarks } from "../privacy/number-marks.ts";
import type { ServiceCampaign, ServiceDetail, ServiceMessage } from "../bsg/port.ts";
import type { Confirmation } from "./journal-confirm.ts";
import { insertCampaign } from "./journal-confirm.ts";
import { lastSequence, logEvent } from "./journal-events.ts";
import { type CampaignList, listCampaigns, type ListQuery } from "./journal-list.ts";
import { recordMessages } from "./journal-messages.ts";
import { applyEvent, type Happening, leaveOut, rewriteOverview } from "./journal-parts.ts";
import * as cancelling from "./journal-cancel.ts";
import * as drafts from "./journal-drafts.ts";
import * as reads from "./journal-reads.ts";
import * as repeats from "./journal-repeats.ts";
import { jsonColumn, type PartWork, text } from "./journal-rows.ts";
import * as undoing from "./journal-undo.ts";
import * as views from "./journal-views.ts";
import { bodyOf } from "./journal-body.ts";
import * as work from "./journal-work.ts";
import * as zones from "./journal-zones.ts";
import { PeopleOfJournal } from "./people-of-journal.ts";

export type Account = { base: string; identity: string };

/**
 * What was confirmed and what became of it, on disk before it is believed. Plain synchronous code over one open
 * database (`synchronous=FULL`); every change is one transaction. Times that come in are ISO 8601 UTC.
 */
export class Journal extends PeopleOfJournal {
  private readonly marks: NumberMarks;

  /** @param marks by which erased people are known again */
  constructor(database: DatabaseSync, marks: NumberMarks = new NumberMarks()) {
    super(database);
    this.marks = marks;
  }

  /**
   * Writes a confirmed campaign with its people, references and exact bodies, or answers with the first confirmation
   * of the same id. `undoUntil` null: the first request may leave at once.
   */
  confirm(
    campaign: ConfirmedCampaign,
    when: { now: string; undoUntil: string | null },
  ): Result<Confirmation, AppError> {
    return transaction(this.database, () => insertCampaign(this.database, campaign, when));
  }

  /** The campaign that a draft has become, unless it was taken back. */
  confirmationOf(draftId: string): { campaignId: string; undoUntil: string | null } | null {
    return drafts.confirmationOf(this.database, draftId);
  }

  /** The draft that a campaign of ours came from. */
  draftOf(campaignId: string): string | null {
    return drafts.draftOf(this.database, campaignId);
  }

  /** Drafts that have become campaigns: `undone` those that were taken back again. */
  draftsOf(which: "confirmed" | "undone"): string[] {
    return drafts.draftsOf(this.database, which);
  }

  /** The one account that was ever seen at this service, for lists before a login; null where there are several. */
  onlyIdentity(base: string): string | null {
    const rows = this.database
      .prepare("SELECT identity FROM elsewhere WHERE base = ?1 UNION SELECT identity FROM campaign WHERE base = ?1")
      .all(base);
    const [row] = rows;
    return row === undefined || rows.length > 1 ? null : text(row, "identity");
  }

  /** Ends the undo window. @returns whether it was open. */
  release(campaignId: string, now: string): boolean {
    return this.change(campaignId, () => undoing.release(this.database, campaignId, now));
  }

  /** Gives an open undo window another end. @returns whether it is open. */
  renew(campaignId: string, undoUntil: string, now: string): boolean {
    return this.change(campaignId, () => undoing.renew(this.database, campaignId, undoUntil, now));
  }

  /** Campaigns whose undo window is open. */
  unreleased(): string[] {
    return undoing.unreleased(this.database);
  }

  /** Takes a campaign back while its undo window is open; it disappears from lists. @returns its draft's id. */
  undo(campaignId: string, now: string): Result<string, AppError> {
    return this.change(campaignId, () => undoing.undo(this.database, campaignId, now));
  }

  /** Marks a campaign as cancelled and steps each of its parts. From this commit on no POST of it begins. */
  cancel(campaignId: string, now: string): Result<null, AppError> {
    return this.change(campaignId, () => cancelling.cancel(this.database, campaignId, now));
  }

  /** Whether nothing of the part may go out any more. Asked at the boundary, before the first byte. */
  isCancelled(campaignId: string, index: number): boolean {
    return cancelling.isCancelled(this.database, campaignId, index);
  }

  /**
   * The compare-and-set of the protocol: applies an event to a part as it is on disk.
   * @returns the part afterwards, or null when its state does not allow the event
   */
  apply(happening: Happening, now: string): Part | null {
    return this.change(happening.campaignId, () =>
      applyEvent(this.database, { ...happening, event: this.checked(happening) }, now),
    );
  }

  /** A campaign id that was seen before is no proof that this POST was taken. */
  private checked({ campaignId, index, event }: Happening): PartEvent {
    if (event.kind !== "taken") return event;
    const part = this.part(campaignId, index);
    if (part === null) return event;
    const seen =
      reads.ownerOf(this.database, part.base, event.serviceId) !== null ||
      reads.idsSeenBefore(this.database, part.base, part, "last").includes(event.serviceId);
    if (!seen) return event;
    return { kind: "unclear", attempt: event.attempt, why: appErrorOf("service.malformed") };
  }

  /** Parts to which something may still happen, in the order in which they were confirmed. */
  openParts(): PartWork[] {
    return work.openParts(this.database);
  }

  part(campaignId: string, index: number): PartWork | null {
    return work.part(this.database, campaignId, index);
  }

  /** All parts of one campaign, also the closed ones. */
  parts(campaignId: string): PartWork[] {
    return work.parts(this.database, campaignId);
  }

  accountOf(id: string): Account | null {
    return work.accountOf(this.database, id);
  }

  /** The exact body of a part; null once it was deleted. */
  body(campaignId: string, index: number): string | null {
    return bodyOf(this.database, campaignId, index);
  }

  /** Numbers of those who are in a part's body, in its order. */
  partNumbers(campaignId: string, index: number): string[] {
    return work.partNumbers(this.database, campaignId, index);
  }

  /** Numbers and references of those who are in a part's body, in its order. */
  partPeople(campaignId: string, index: number): work.Referenced[] {
    return work.partPeople(this.database, campaignId, index);
  }

  /** See {@link leaveOut}. */
  leaveOut(campaignId: string, index: number, numbers: string[], now: string): number | null {
    return this.change(campaignId, () => {
      const left = leaveOut(this.database, campaignId, index, numbers);
      if (left === null) return null;
      const data = { people: numbers.length };
      logEvent(this.database, { at: now, campaignId, part: index, kind: "left-out", state: "planned", data });
      if (left === 0) applyEvent(this.database, { campaignId, index, event: { kind: "drop" } }, now);
      return left;
    });
  }

  /** Grows with everything that is written; a smaller one than was seen before means an older copy of the file. */
  sequence(): bigint {
    return lastSequence(this.database);
  }

  ownedCampaigns(of: string | null): reads.OwnedCampaign[] {
    return reads.ownedCampaigns(this.database, of);
  }

  ownerOf(base: string, serviceId: string): { campaignId: string; index: number } | null {
    return reads.ownerOf(this.database, base, serviceId);
  }

  /** Campaigns made elsewhere that were known before the first POST of the part. */
  idsSeenBefore(base: string, place: { campaignId: string; index: number }): string[] {
    return reads.idsSeenBefore(this.database, base, place, "first");
  }

  knownReference({ base, identity }: Account): reads.KnownReference | null {
    return reads.knownReference(this.database, base, identity);
  }

  /** See `journal-reads.ts`. */
  recordDetail(campaignId: string, base: string, detail: ServiceDetail, read: reads.DetailRead): boolean {
    return this.change(campaignId, () => reads.recordDetail(this.database, base, detail, read));
  }

  /**
   * How many people of a part are missing for good at the service: all its campaigns are over and read, and none names
   * them. 0 while that is not so.
   */
  missingPeople(campaignId: string, index: number): number {
    const owned = reads.ownedCampaigns(this.database, campaignId).filter((each) => each.index === index);
    return owned.every(({ final }) => final) ? (reads.missingOf(this.database, { campaignId, index }) ?? 0) : 0;
  }

  recordMessages(account: Account, messages: ServiceMessage[]): number {
    return transaction(this.database, () => recordMessages(this.database, account, messages));
  }

  serviceZones(account: Account): ServiceZones {
    return zones.serviceZones(this.database, account);
  }

  recordZone(account: Account, field: keyof ServiceZones, measured: MeasuredZone): void {
    zones.recordZone(this.database, account, field, measured);
  }

  startEvidence(account: Account): StartEvidence {
    return zones.startEvidence(this.database, account);
  }

  recordStartSight(account: Account, sight: zones.NewSight): void {
    transaction(this.database, () => {
      zones.recordStartSight(this.database, account, sight);
    });
  }

  recordListed(account: Account, campaigns: ServiceCampaign[], now: string): void {
    transaction(this.database, () => {
      reads.recordListed(this.database, account, campaigns, now);
    });
  }

  unreadElsewhere(account: Account, wanted: { limit: number; since: string }): string[] {
    return reads.unreadElsewhere(this.database, account, wanted);
  }

  recordElsewhereDetail(base: string, detail: ServiceDetail, now: string): void {
    reads.recordElsewhereDetail(this.database, base, detail, now);
  }

  /** References of a part that the service never showed, at most `limit`. */
  unseenPeople(campaignId: string, index: number, limit: number): work.Referenced[] {
    return work.unseenPeople(this.database, campaignId, index, limit);
  }

  setRefreshProblem(campaignId: string, problem: AppError | null): void {
    this.database.prepare("UPDATE campaign SET refresh_problem = ? WHERE id = ?").run(jsonColumn(problem), campaignId);
  }

  list(account: Account | null, query: ListQuery): CampaignList & { checkedAt: string | null } {
    return { ...listCampaigns(this.database, account, query), checkedAt: reads.lastChecked(this.database) };
  }

  details(id: string): CampaignDetails | null {
    const elsewhere = id.startsWith(views.elsewherePrefix);
    return elsewhere ? views.elsewhereDetailsOf(this.database, id) : views.campaignDetailsOf(this.database, id);
  }

  /** Who of these numbers was texted lately or is to be by a plan, and by which campaign last. Null when nobody was. */
  textedLately(numbers: string[], lately: repeats.Lately): ReturnType<typeof repeats.textedLately> {
    return repeats.textedLately(this.database, this.marks, numbers, lately);
  }

  /** Everybody who was texted lately, with the last instant of each. */
  everybodyTextedSince(lately: repeats.Lately): ReturnType<typeof repeats.everybodyTextedSince> {
    return repeats.everybodyTextedSince(this.database, lately);
  }

  /** The last campaign that carried the same content to the same people; `content` as it was confirmed. */
  sameContent(content: string): { title: string; at: string } | null {
    return repeats.sameContent(this.database, [content, this.marks.ofDigest(content)]);
  }

  private change<T>(campaignId: string, act: () => T): T {
    return transaction(this.database, () => {
      const answer = act();
      rewriteOverview(this.database, campaignId);
      return answer;
    });
  }
}
