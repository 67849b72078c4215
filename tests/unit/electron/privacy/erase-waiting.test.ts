import { expect, test } from "vitest";
import { ownReading } from "../../../../shared/library/own-table.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { aCampaign } from "../../../sending/a-campaign.ts";
import { key, noon, Side } from "./a-side.ts";

const olena = "380670000001";
const listed = [{ number: olena, cells: ["Olena", ""] }];
const later = "2026-08-15T12:00:00.000Z";
const both = { keepOut: false, deleteDrafts: [] };
const never = { startedAt: null, actualStartAt: null, sentAt: null, createdAt: null, country: null };
const delivered = (phone: string, referenceId: string) => ({
  ...never,
  id: referenceId,
  campaignId: "900",
  referenceId,
  phone,
  status: "delivered",
  text: null,
  price: null,
  deliveredAt: null,
  parts: 1,
});
const nothing = {
  sent: 0,
  scheduled: 0,
  moderation: 0,
  accepted: 0,
  sending: 0,
  expired: 0,
  failed: 0,
  undelivered: 0,
  unknown: 0,
  read: 0,
};
const allDelivered = (id: string, people: number) => ({
  ...never,
  id,
  status: "done",
  finishedAt: null,
  statistics: { ...nothing, delivered: people },
  totalMessages: people,
  totalPrice: null,
});

function aSide(): Side {
  const side = new Side();
  side.privacy.useKey(key);
  return side;
}

test("an erased person who is to stay out is on the never-text list before anything else, should the program end in the middle", () => {
  const side = aSide();
  side.journal.confirm(aCampaign({ campaignId: "planned" }), { now: noon, undoUntil: null });
  side.draft("open", listed);
  side.lists.saveDraft("list", "Regulars", "open", noon);
  side.library.exec("CREATE TRIGGER ended BEFORE DELETE ON list_person BEGIN SELECT raise(ABORT, 'ended'); END");
  expect(() => side.privacy.erase(olena, { keepOut: true, deleteDrafts: [] }, noon)).toThrow("ended");
  expect(side.neverText.among([olena])).toEqual([olena]);
});

test("an erased person who is put on the never-text list while the erasing waits stays out", () => {
  const side = aSide();
  side.posted();
  expect(side.privacy.erase(olena, both, noon)).not.toBeNull();
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  side.neverText.add([olena], later);
  expect(side.privacy.sweep(later, null)).toMatchObject({ people: 1 });
  expect(side.inBytes(olena)).toEqual([]);
  expect(side.neverText.among([olena])).toEqual([olena]);
});

test("who is put on the never-text list while the erasing waits stays out although the clock was set back", () => {
  const side = aSide();
  side.posted();
  side.privacy.erase(olena, both, noon);
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  side.neverText.add([olena], "2026-07-01T12:00:00.000Z");
  side.privacy.sweep(later, null);
  expect(side.neverText.among([olena])).toEqual([olena]);
});

test("who was on the never-text list before and need not stay out comes off it when the erasing is done", () => {
  const side = aSide();
  side.neverText.add([olena], noon);
  side.posted();
  side.privacy.erase(olena, both, noon);
  expect(side.neverText.among([olena])).toEqual([olena]);
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  side.privacy.sweep(later, null);
  expect(side.neverText.among([olena])).toEqual([]);
});

test("an order from before the update leaves no mark of who was on the never-text list already, and of who came since", () => {
  const side = aSide();
  const ihor = "380670000002";
  side.posted();
  side.neverText.add([olena], "2026-07-01T12:00:00.000Z");
  side.privacy.erase(olena, both, noon);
  side.privacy.erase(ihor, both, noon);
  side.neverText.add([ihor], later);
  // As the update found them: nobody had noted how they stood on the list.
  side.journalFile.exec("UPDATE erasing SET listed_since = ''");
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  expect(side.privacy.sweep(later, null)).toMatchObject({ people: 2 });
  expect(side.neverText.among([olena, ihor])).toEqual([ihor]);
});

test("a spreadsheet that the user wants deleted goes although the program ended in the middle of erasing", () => {
  const side = aSide();
  const oldWorkbook = new Uint8Array(Buffer.from("d0cf11e0a1b11ae1", "hex"));
  side.draft("old", [], { accepted: false, file: oldWorkbook });
  side.draft("open", listed);
  side.lists.saveDraft("list", "Regulars", "open", noon);
  side.library.exec("CREATE TRIGGER ended BEFORE DELETE ON list_person BEGIN SELECT raise(ABORT, 'ended'); END");
  expect(() => side.privacy.erase(olena, { keepOut: false, deleteDrafts: ["old"] }, noon)).toThrow("ended");
  expect(side.drafts.open("old").ok).toBe(true);
  side.library.exec("DROP TRIGGER ended");
  side.privacy.sweep(later, null);
  expect(side.drafts.open("old")).toMatchObject({ error: { code: "draft.missing" } });
});

test("a draft that brought the number again while the erasing waited loses its spreadsheet, not what was typed", () => {
  const side = aSide();
  side.posted();
  side.privacy.erase(olena, both, noon);
  side.draft("new", listed, { accepted: false });
  side.drafts.save("new", { title: `Spring ${olena}`, text: "Tulips are here" }, noon);
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  side.privacy.sweep(later, null);
  expect(side.drafts.open("new")).toMatchObject({ value: { source: null, edits: [], text: "Tulips are here" } });
  expect(side.inBytes(olena)).toEqual([]);
});

test("edits and people of rows that an erasing has replaced are refused until the draft is opened anew; its text is not", () => {
  const side = aSide();
  side.posted();
  side.privacy.erase(olena, both, noon);
  side.draft("new", [...listed, { number: "380670000002", cells: ["Ihor", ""] }]);
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  side.privacy.sweep(later, null);
  const edit = { kind: "answer", question: "country", choice: "UA" } as const;
  const people = { draftId: "new", offset: 0, last: true, columns: [], numbers: [olena], rows: [2], cells: [] };
  const refused = { error: { code: "draft.rewritten" } };
  expect(side.drafts.writeEdit("new", { place: 0, edit }, later)).toMatchObject(refused);
  expect(side.drafts.writePeople(people, later)).toMatchObject(refused);
  const reading = { ...guessedReading, headerRow: 3 };
  expect(side.drafts.save("new", { text: "Tulips", reading }, later)).toMatchObject({ ok: true });
  expect(side.inBytes(olena)).toEqual([]);
  // A field called "Second phone" is no number of theirs.
  const written = ownReading(["Name", "Second phone"], null);
  expect(side.drafts.openInWindow("new")).toMatchObject({ value: { text: "Tulips", reading: written } });
  expect(side.drafts.writeEdit("new", { place: 0, edit }, later)).toMatchObject({ ok: true });
});

test("an erased person whose outcome was never read is not told to be missing at the service when the others are read", () => {
  const side = aSide();
  side.posted();
  side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
  side.privacy.erase(olena, both, noon);
  side.privacy.sweep(later, null);
  const account = { base: aCampaign().base, identity: aCampaign().identity };
  const rest = side.journal.partPeople("campaign-1", 0).filter(({ number }) => !number.startsWith("#"));
  side.journal.recordMessages(
    account,
    rest.map(({ number, reference }) => delivered(number, reference)),
  );
  const read = { now: later, peopleRead: true, stable: true, early: false };
  side.journal.recordDetail("campaign-1", account.base, allDelivered("900", rest.length + 1), read);
  expect(side.journal.missingPeople("campaign-1", 0)).toBe(0);
});
