import { describe, expect, test } from "vitest";
import { nativeSha256 } from "../../../../electron/native-sha256.ts";
import type { Journal } from "../../../../electron/sending/journal.ts";
import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken, unclear } from "./a-part.ts";
import type { JournalFile } from "../../../sending/journal-file.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const undoUntil = "2026-07-15T09:00:20.000Z";
const later = "2026-07-15T10:00:00.000Z";

function opened(undo: string | null = null, changes: Parameters<typeof aCampaign>[0] = {}): JournalFile {
  const file = openJournal();
  const confirmed = file.journal.confirm(aCampaign(changes), { now, undoUntil: undo });
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  return file;
}

const stateOf = (journal: Journal, index = 0) => journal.part("campaign-1", index)?.part.state.name;

/** The six counts of what the campaign's page shows, and what they add up to. */
function countsOf(journal: Journal) {
  const { total, ...buckets } = journal.details("campaign-1")?.counts ?? { total: -1 };
  return { total, sum: Object.values(buckets).reduce((sum, count) => sum + count, 0) };
}

describe("confirming", () => {
  test("writes people, references, and the exact body with its hash", () => {
    const { journal, database } = opened();
    const body = journal.body("campaign-1", 0) ?? "";
    const phones = (JSON.parse(body) as { phones: { number: number; reference_id: string }[] }).phones;
    expect(journal.partPeople("campaign-1", 0)).toEqual(
      phones.map(({ number, reference_id }) => ({ number: String(number), reference: reference_id })),
    );
    expect(database.prepare("SELECT body_hash FROM part").all()).toEqual([{ body_hash: nativeSha256.ofText(body) }]);
    expect(journal.people("campaign-1", { offset: 0, limit: 10 }).rows).toMatchObject([
      { position: 0, name: "Customer 0", number: "380670000000", state: "waiting" },
      { position: 1 },
      { position: 2 },
    ]);
  });

  test("twice answers with the first campaign, and changes nothing", () => {
    const { journal } = opened(undoUntil);
    const before = journal.details("campaign-1");
    const sequence = journal.sequence();
    const second = journal.confirm(aCampaign({ text: "Another text", recipients: people(9) }), {
      now,
      undoUntil: null,
    });
    expect(second).toEqual({ ok: true, value: { campaignId: "campaign-1", undoUntil, again: true } });
    expect(journal.details("campaign-1")).toEqual(before);
    expect(journal.sequence()).toBe(sequence);
  });

  test("of nobody leaves nothing behind", () => {
    const { journal } = openJournal();
    const refused = journal.confirm(aCampaign({ recipients: [] }), { now, undoUntil: null });
    expect(refused).toMatchObject({ ok: false, error: { code: "draft.no-people" } });
    expect(journal.openParts()).toEqual([]);
  });

  test("is all or nothing: a number that comes twice leaves no campaign", () => {
    const { journal } = openJournal();
    const twice = aCampaign({ recipients: [...people(2), ...people(1)] });
    expect(() => journal.confirm(twice, { now, undoUntil: null })).toThrow(/UNIQUE/);
    expect(journal.details("campaign-1")).toBeNull();
  });

  test("is still there when the file is opened again", () => {
    const { journal, file, close } = opened();
    journal.apply({ campaignId: "campaign-1", index: 0, event: post }, now);
    const [before, sequence] = [journal.openParts(), journal.sequence()];
    close();
    const again = openJournal(file).journal;
    expect(again.openParts()).toEqual(before);
    expect(again.sequence()).toBe(sequence);
  });
});

describe("the undo window", () => {
  test("is undone once, and the campaign is gone from the list", () => {
    const { journal } = opened(undoUntil);
    expect(journal.details("campaign-1")).toMatchObject({ row: { state: "undo" }, undoUntil });
    expect(journal.undo("campaign-1", later)).toEqual({ ok: true, value: "campaign-1-draft" });
    expect(journal.list(null, { search: "", filter: "all", offset: 0, limit: 10 }).total).toBe(0);
    expect(journal.openParts()).toEqual([]);
    // Asked again, because the draft could not be brought back the first time: the same, and nothing more is written.
    const sequence = journal.sequence();
    expect(journal.undo("campaign-1", later)).toEqual({ ok: true, value: "campaign-1-draft" });
    expect(journal.sequence()).toBe(sequence);
  });

  test("closes once, and Undo is too late then", () => {
    const { journal } = opened(undoUntil);
    expect(journal.unreleased()).toEqual(["campaign-1"]);
    expect(journal.release("campaign-1", later)).toBe(true);
    expect(journal.release("campaign-1", later)).toBe(false);
    expect(journal.undo("campaign-1", later)).toMatchObject({ ok: false, error: { code: "campaign.undo-late" } });
    expect(stateOf(journal)).toBe("planned");
  });
});

describe("cancelling", () => {
  test("marks the campaign and steps every part in one commit", () => {
    const { journal } = opened(null, { recipients: people(20_001) });
    journal.apply({ campaignId: "campaign-1", index: 0, event: post }, now);
    journal.apply({ campaignId: "campaign-1", index: 0, event: taken() }, now);
    journal.apply({ campaignId: "campaign-1", index: 1, event: post }, now);
    expect([0, 1, 2].map((index) => journal.isCancelled("campaign-1", index))).toEqual([false, false, false]);
    expect(journal.cancel("campaign-1", later)).toEqual({ ok: true, value: null });
    expect([0, 1, 2].map((index) => stateOf(journal, index))).toEqual(["stopping", "in-doubt", "cancelled"]);
    expect([0, 1, 2].map((index) => journal.isCancelled("campaign-1", index))).toEqual([true, true, true]);
    expect(journal.details("campaign-1")).toMatchObject({ row: { state: "cancelling" }, canCancel: false });
    expect(countsOf(journal)).toEqual({ total: 20_001, sum: 20_001 });
  });

  test("again is fine, of what is over is refused, and a campaign that is not there is said to be", () => {
    const { journal } = opened();
    journal.cancel("campaign-1", later);
    expect(journal.cancel("campaign-1", later)).toEqual({ ok: true, value: null });
    expect(journal.cancel("campaign-2", later)).toMatchObject({ ok: false, error: { code: "campaign.missing" } });
    const dropped = opened().journal;
    dropped.apply({ campaignId: "campaign-1", index: 0, event: { kind: "drop" } }, now);
    expect(dropped.cancel("campaign-1", later)).toMatchObject({
      ok: false,
      error: { code: "campaign.not-cancellable" },
    });
  });

  test("of one part by the user holds at the gate as well", () => {
    const { journal } = opened();
    journal.apply({ campaignId: "campaign-1", index: 0, event: { kind: "drop" } }, now);
    expect(journal.isCancelled("campaign-1", 0)).toBe(true);
    expect(journal.isCancelled("campaign-2", 0)).toBe(true);
  });
});

describe("a part on disk", () => {
  test("takes no event that its state does not allow, and writes nothing then", () => {
    const { journal } = opened();
    const sequence = journal.sequence();
    expect(journal.apply({ campaignId: "campaign-1", index: 0, event: taken() }, now)).toBeNull();
    expect(journal.apply({ campaignId: "campaign-1", index: 7, event: post }, now)).toBeNull();
    expect(journal.sequence()).toBe(sequence);
  });

  test("loses its body when it is final, and keeps the hash", () => {
    const { journal, database } = opened();
    const hash = nativeSha256.ofText(journal.body("campaign-1", 0) ?? "");
    journal.apply({ campaignId: "campaign-1", index: 0, event: post }, now);
    journal.apply({ campaignId: "campaign-1", index: 0, event: taken() }, now);
    expect(journal.body("campaign-1", 0)).toBeNull();
    expect(database.prepare("SELECT body_hash FROM part").get()).toEqual({ body_hash: hash });
  });

  test("does not take an id that belongs to another part for proof that it was taken", () => {
    const { journal } = opened(null, { recipients: people(10_001) });
    for (const index of [0, 1]) {
      journal.apply({ campaignId: "campaign-1", index, event: post }, now);
      journal.apply({ campaignId: "campaign-1", index, event: taken("900") }, now);
    }
    expect([0, 1].map((index) => stateOf(journal, index))).toEqual(["accepted", "in-doubt"]);
    expect(journal.ownerOf("http://127.0.0.1:1", "900")).toEqual({ campaignId: "campaign-1", index: 0 });
  });

  test("keeps the sum of its people at the confirmed total through everything", () => {
    const { journal } = opened();
    const events: PartEvent[] = [
      post,
      unclear(),
      { kind: "found-some", serviceIds: ["900"], found: 1 },
      { kind: "taken-in", missing: 2 },
      { kind: "cancel" },
    ];
    for (const event of events) {
      expect(journal.apply({ campaignId: "campaign-1", index: 0, event }, now)).not.toBeNull();
      expect(countsOf(journal)).toEqual({ total: 3, sum: 3 });
    }
  });

  test("of a restored journal is known by its sequence number", () => {
    const { journal } = opened();
    const before = journal.sequence();
    journal.apply({ campaignId: "campaign-1", index: 0, event: post }, now);
    expect(journal.sequence()).toBeGreaterThan(before);
  });
});

test("what was confirmed again with the same content is known, in whatever order the people come", () => {
  const { journal } = opened();
  const { content } = aCampaign({ recipients: people(3).reverse() });
  expect(journal.sameContent(content)).toEqual({ title: "Autumn bulbs", at: now });
  expect(journal.sameContent(aCampaign({ recipients: people(3, "Another text") }).content)).toBeNull();
  journal.apply({ campaignId: "campaign-1", index: 0, event: { kind: "drop" } }, now);
  expect(journal.sameContent(content)).toBeNull();
});
