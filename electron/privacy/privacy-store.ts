import type { DatabaseSync } from "node:sqlite";
import type { PersonTrace, WaitingErasure } from "../../shared/privacy.ts";
import { transaction } from "../database/transaction.ts";
import type { DraftStore } from "../library/drafts.ts";
import {
  draftsWith,
  emptyDraft,
  eraseFromLists,
  eraseFromMatchings,
  eraseFromText,
  listsWith,
  rewriteDraft,
} from "../library/erasing.ts";
import type { NeverTextStore } from "../library/never-text.ts";
import type { SettingsStore } from "../library/settings.ts";
import type { Holding } from "../sending/journal-ended.ts";
import * as erasing from "../sending/journal-erasing.ts";
import { draftsOf } from "../sending/journal-drafts.ts";
import type { NumberMarks } from "./number-marks.ts";
import { searchFor } from "./number-search.ts";
import { campaignsOf } from "./person-trace.ts";
import type { PracticeRecords } from "./practice-records.ts";
import { compact } from "./wiped-file.ts";

export type PrivacyParts = {
  library: DatabaseSync;
  /** Null while the journal cannot be used; then nothing of it can be erased either. */
  journal: DatabaseSync | null;
  drafts: DraftStore;
  neverText: NeverTextStore;
  settings: SettingsStore;
  marks: NumberMarks;
  /** The records of the practice service, for practice mode. */
  practice: PracticeRecords | null;
};

/** What a sweep did. */
export type Swept = { campaigns: number; people: number; draftsChanged: boolean };

/**
 * Erasing over both databases of a side: one person everywhere, people and texts that were kept long enough, and what
 * is known of one person. Plain synchronous code; the journal comes first, so that a crash in between leaves nothing
 * that the next sweep does not find.
 */
export class PrivacyStore {
  private readonly parts: PrivacyParts;

  constructor(parts: PrivacyParts) {
    this.parts = parts;
  }

  /**
   * Takes the key of the marks; null: there is none. Another key than that of the never-text list's marks (a keychain
   * that was emptied, a data folder from another computer) is not taken: those people would be texted again.
   * @returns whether it was taken
   */
  useKey(key: string | null): boolean {
    const { library, marks, neverText } = this.parts;
    marks.use(null);
    const holdsMarks = neverText.isSealed();
    marks.use(key);
    if (key === null) return true;
    const sign = marks.ofDigest("the key of the marks");
    const known = library.prepare("SELECT value FROM setting WHERE name = 'marks_key'").get()?.["value"];
    if (holdsMarks && known !== undefined && known !== JSON.stringify(sign)) {
      marks.use(null);
      return false;
    }
    library.prepare("INSERT OR REPLACE INTO setting VALUES ('marks_key', ?)").run(JSON.stringify(sign));
    return true;
  }

  /** How many erased people who are never to be texted nobody can recognise, for want of the key. */
  sealedMarks(): number {
    return this.parts.neverText.sealed();
  }

  /** The key is gone for good: the marks that only it could tell go, and the next key is a new one. */
  forgetMarks(): void {
    const { library, neverText } = this.parts;
    transaction(library, () => {
      neverText.forgetMarks();
      library.exec("DELETE FROM setting WHERE name = 'marks_key'");
    });
  }

  /** Whether anything was erased that only the key knows again. */
  needsKey(): boolean {
    const { journal, neverText } = this.parts;
    return neverText.isSealed() || (journal !== null && erasing.hasMarks(journal));
  }

  /** Everything that is known of a number. */
  trace(number: string, now: number): PersonTrace {
    const { library, journal, drafts, neverText, settings } = this.parts;
    const hidden = this.confirmedDrafts();
    const search = searchFor(number);
    return {
      campaigns: journal === null ? [] : campaignsOf(journal, drafts, number, now),
      lists: listsWith(library, number),
      drafts: draftsWith(library, number, search, hidden),
      neverTextSince: neverText.since(number),
      ownTestNumber: search.inText(settings.read().testNumber),
    };
  }

  /**
   * Erases a number everywhere but in campaigns that are not over; those are left to {@link sweep}.
   * @param keepOut on the never-text list a mark stays, so that the person is never texted again; needs the key
   * @param deleteDrafts drafts that cannot be searched and that the user wants deleted
   * @returns what is waited for, null when nothing
   */
  erase(number: string, choice: { keepOut: boolean; deleteDrafts: string[] }, now: string): WaitingErasure | null {
    const listedSince = this.parts.neverText.since(number);
    this.setCompacted(false);
    const holdings = this.carryOut({ number, askedAt: now, listedSince, ...choice }, now, "asked");
    try {
      this.compactAll();
    } catch {
      // Erased it is; that its bytes go as well is written down, and the next sweep does it or says why not.
    }
    return holdings.length === 0 ? null : waitingFor(number, now, holdings);
  }

  /**
   * While a campaign with the person is not over, the never-text list stays as it is or gets the number: a part of it
   * may still be planned. That comes first, so that a crash on the way leaves nobody to be texted who is to stay out;
   * the order is taken off last, so that it is left to the next sweep. `swept`: drafts that have brought the number since
   * then are emptied, not deleted, as nobody was told of them.
   */
  private carryOut(order: erasing.ErasingOrder, now: string, when: "asked" | "swept"): Holding[] {
    const { journal, neverText, marks } = this.parts;
    const { number, keepOut, deleteDrafts } = order;
    if (keepOut && neverText.among([number]).length === 0) neverText.add([number], now);
    const holdings =
      journal === null
        ? []
        : transaction(journal, () => {
            erasing.setWaiting(journal, order);
            return erasing.erasePerson(journal, number, marks, Date.parse(now));
          });
    this.eraseFromLibrary(number, new Set(holdings.map(({ draftId }) => draftId)), { deleteDrafts, when });
    if (holdings.length === 0) {
      this.parts.practice?.erasePerson(number);
      neverText.erase(number, keepOut, now);
      if (journal !== null) erasing.setErased(journal, number);
    }
    return holdings;
  }

  private eraseFromLibrary(
    number: string,
    waitingDrafts: ReadonlySet<string>,
    { deleteDrafts, when }: { deleteDrafts: string[]; when: "asked" | "swept" },
  ): void {
    const { library, drafts, settings } = this.parts;
    const search = searchFor(number);
    const confirmed = this.confirmedDrafts();
    transaction(library, () => {
      eraseFromLists(library, number, search);
      eraseFromMatchings(library, search);
      for (const { id, how } of draftsWith(library, number, search, waitingDrafts)) {
        const keepPlace = confirmed.has(id);
        if (deleteDrafts.includes(id) || (how === "deleted" && when === "asked")) drafts.delete(id);
        else if (how === "deleted") emptyDraft(library, drafts, id, search);
        else if (how === "text") eraseFromText(library, drafts, id, search);
        else if (how === "rewritten" || keepPlace) rewriteDraft(library, drafts, { id, number, search, keepPlace });
      }
      if (search.inText(settings.read().testNumber)) settings.change({ testNumber: "" });
    });
  }

  /** Numbers whose erasing waits, with the campaigns that it waits for. */
  waiting(now: number): WaitingErasure[] {
    const { journal } = this.parts;
    if (journal === null) return [];
    return erasing
      .waitingToBeErased(journal)
      .map(({ number, askedAt }) => waitingFor(number, askedAt, erasing.waitedFor(journal, number, now)));
  }

  /** Whether {@link sweep} would find anything. */
  hasToSweep(now: string, before: string | null): boolean {
    const { journal, drafts } = this.parts;
    if (journal === null) return false;
    return (
      !this.isCompacted() ||
      this.readyOrders(journal, now).length > 0 ||
      (before !== null && erasing.keptLongEnough(journal, before, Date.parse(now)).length > 0) ||
      erasing.draftsOfErased(journal).some((id) => drafts.open(id).ok)
    );
  }

  /**
   * Erases what has been waiting and can go now, and people and texts of campaigns that are over since before an
   * instant (ISO); null: those are kept for ever.
   */
  sweep(now: string, before: string | null): Swept {
    const { journal, library, drafts, neverText, marks } = this.parts;
    const swept: Swept = { campaigns: 0, people: 0, draftsChanged: false };
    if (journal === null) return swept;
    if (this.hasToSweep(now, before)) this.setCompacted(false);
    for (const order of this.readyOrders(journal, now)) {
      // Whoever was put on the never-text list since then is to stay out, whatever was wished before. The clock may
      // have been set back meanwhile: another entry than the one of then tells it.
      const listed = neverText.since(order.number);
      const keepOut = order.keepOut || (listed !== null && !wasListed(order, listed));
      // What makes a mark waits for the key.
      if (keepOut && !marks.known) continue;
      this.carryOut({ ...order, keepOut }, now, "swept");
      swept.people += 1;
    }
    for (const id of before === null ? [] : erasing.keptLongEnough(journal, before, Date.parse(now))) {
      this.parts.practice?.eraseCampaigns(erasing.serviceIdsOf(journal, id));
      transaction(journal, () => erasing.eraseCampaign(journal, id, marks, now));
      swept.campaigns += 1;
    }
    const gone = erasing.draftsOfErased(journal).filter((id) => drafts.open(id).ok);
    transaction(library, () => gone.forEach((id) => drafts.delete(id)));
    swept.draftsChanged = gone.length > 0 || swept.people > 0;
    if (!this.isCompacted()) this.compactAll();
    return swept;
  }

  /** Orders that can be carried out: no campaign is waited for. */
  private readyOrders(journal: DatabaseSync, now: string): erasing.ErasingOrder[] {
    return erasing
      .waitingToBeErased(journal)
      .filter(({ number }) => erasing.waitedFor(journal, number, Date.parse(now)).length === 0);
  }

  /** Campaigns to which something may still happen; null when nobody can say. */
  campaignsNotOver(): number | null {
    return this.parts.journal === null ? null : erasing.campaignsNotOver(this.parts.journal);
  }

  private confirmedDrafts(): ReadonlySet<string> {
    return new Set(this.parts.journal === null ? [] : draftsOf(this.parts.journal, "confirmed"));
  }

  private compactAll(): void {
    const { library, journal } = this.parts;
    for (const database of [library, ...(journal === null ? [] : [journal])]) compact(database);
    this.setCompacted(true);
  }

  /** Whether nothing erased is left in the bytes of the files: a full disk or a crash may have come in between. */
  private isCompacted(): boolean {
    return this.parts.library.prepare("SELECT 1 FROM setting WHERE name = 'uncompacted'").get() === undefined;
  }

  private setCompacted(done: boolean): void {
    const sql = done
      ? "DELETE FROM setting WHERE name = 'uncompacted'"
      : "INSERT INTO setting VALUES ('uncompacted', 'true') ON CONFLICT DO NOTHING";
    this.parts.library.exec(sql);
  }
}

/** Whether an entry of the never-text list is the one that was there when erasing was asked for. */
function wasListed({ listedSince, askedAt }: erasing.ErasingOrder, listed: string): boolean {
  return listedSince === erasing.notNoted ? listed <= askedAt : listed === listedSince;
}

function waitingFor(
  number: string,
  askedAt: string,
  campaigns: { title: string; until: number | null }[],
): WaitingErasure {
  const ends = campaigns.map(({ until }) => until);
  const last = ends.some((until) => until === null) ? null : Math.max(...ends.map(Number));
  return {
    number,
    askedAt,
    campaigns: campaigns.map(({ title }) => title),
    until: last === null || campaigns.length === 0 ? null : new Date(last).toISOString(),
  };
}
