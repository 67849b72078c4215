import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { MatchingStore } from "../../../../electron/library/matchings.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { key, noon, Side } from "./a-side.ts";

const olena = "380670000001";
const taras = "380670000002";
const listed = [
  { number: olena, cells: ["Olena Tkachenko-Canary", "050 111 22 33"] },
  { number: taras, cells: ["Taras", "+38 (067) 000-00-01"] },
];
const later = "2026-08-15T12:00:00.000Z";
const both = { keepOut: false, deleteDrafts: [] };

function aSide(withKey = true): Side {
  const side = new Side();
  if (withKey) side.privacy.useKey(key);
  return side;
}

describe("erasing one person", () => {
  test("leaves no byte of number, name or text in either file, and everybody else as they were", () => {
    const side = aSide();
    side.draft("sent", listed);
    side.draft("other", listed);
    side.lists.saveDraft("list", "Regulars", "other", noon);
    side.lists.saveDraft("named", `With +${olena}`, "other", noon);
    side.settings.change({ testNumber: "+38 067 000 00 01" });
    side.over({
      draftId: "sent",
      recipients: people(2, "x", Number(olena)).map((person, index) => ({
        ...person,
        name: listed[index]?.cells[0] ?? "",
        text: index === 0 ? "Dear Olena-Canary" : "Dear Taras",
      })),
    });
    expect(side.inBytes(olena, "Tkachenko-Canary")).toEqual([olena, "Tkachenko-Canary"]);

    expect(side.privacy.erase(olena, both, noon)).toBeNull();
    expect(side.inBytes(olena, "Tkachenko-Canary", "Olena-Canary", "067 000 00 01", "(067) 000-00-01")).toEqual([]);
    expect(side.settings.read().testNumber).toBe("");
    expect(side.lists.all().map(({ name, people }) => [name, people])).toEqual([
      ["Regulars", 1],
      ["With name", 1],
    ]);
    const list = side.lists.asCsv("list");
    expect(list.ok && Buffer.from(list.value.bytes).toString("utf8")).toBe(
      `Phone,Name,Second phone\r\n+${taras},Taras,`,
    );
    expect(side.journal.people("campaign-1", { offset: 0, limit: 9 }).rows).toMatchObject([
      { number: "", name: "", state: "handed-over" },
      { number: taras, name: "Taras", state: "handed-over" },
    ]);
    expect(side.journal.details("campaign-1")?.counts).toMatchObject({ total: 2 });
    // The report counts on the places of people: Taras's cells are still beside him.
    expect(side.drafts.cellsAt("sent", { offset: 1, limit: 1 })).toEqual([["Taras", ""]]);
    expect(side.privacy.trace(olena, Date.parse(noon))).toEqual({
      campaigns: [],
      lists: [],
      drafts: [],
      neverTextSince: null,
      ownTestNumber: false,
    });
  });

  test("finds the number in names of campaigns, however it is written, and in headings of files and lists", () => {
    const side = aSide();
    const head = ["Name", "+38 067 000-00-01"];
    side.draft("open", listed);
    side.library.prepare("UPDATE draft SET columns = ?").run(JSON.stringify(head));
    side.lists.saveDraft("list", "Regulars", "open", noon);
    const matchings = new MatchingStore(side.library);
    matchings.remember({ fingerprint: JSON.stringify(head), columns: [{ kind: "field", name: "+38 067 000-00-01" }] });
    matchings.remember({ fingerprint: JSON.stringify(["name", "phone"]), columns: [{ kind: "unused" }] });
    side.over({ title: "Reminder for +38 067 000 00 01" });
    const elsewhere = { id: "77", name: "067 000 00 01", sender: "Flora", status: "done", messageType: "sms" };
    const noDates = { startAt: null, realStartAt: null, finishedAt: null, createdAt: null, calculatedPrice: null };
    side.journal.recordListed({ base: "b", identity: "i" }, [{ ...elsewhere, ...noDates }], noon);
    side.privacy.erase(olena, both, noon);
    expect(side.inBytes("067 000 00 01", "067 000-00-01", olena)).toEqual([]);
    expect(side.journal.details("campaign-1")?.row.title).toBe("Reminder for");
    expect(matchings.all()).toHaveLength(1);
  });

  test("leaves nobody's mark among the numbers that were texted lately", () => {
    const side = aSide();
    side.over();
    side.privacy.erase(olena, both, noon);
    const { numbers } = side.journal.everybodyTextedSince({ since: "2026-07-14T12:00:00.000Z", now: noon });
    expect(numbers).toEqual(["380670000000", taras]);
  });

  test("still tells who was texted lately, and that the same text goes to the same people", () => {
    const side = aSide();
    const lately = { since: "2026-07-10T00:00:00.000Z", now: noon };
    side.over();
    const digest = String(side.journalFile.prepare("SELECT content_digest FROM campaign").get()?.["content_digest"]);
    side.privacy.erase(olena, both, noon);
    expect(side.journal.textedLately([olena, "380679999999"], lately)).toMatchObject({
      people: 1,
      numbers: [olena],
    });
    expect(side.journal.sameContent(digest)).toMatchObject({ title: "Autumn bulbs" });
    expect(side.inBytes(digest)).toEqual([]);
    side.privacy.useKey(null);
    expect(side.journal.textedLately([olena], lately)).toBeNull();
  });

  test("waits for a campaign that is not over, leaves its body as it is, and is done by itself afterwards", () => {
    const side = aSide();
    side.draft("sent", listed);
    side.posted({ draftId: "sent", title: "Spring sale" });
    const body = side.journal.body("campaign-1", 0);
    expect(side.privacy.erase(olena, both, noon)).toEqual({
      number: olena,
      askedAt: noon,
      campaigns: ["Spring sale"],
      until: "2026-07-25T12:00:00.000Z",
    });
    expect(side.journal.body("campaign-1", 0)).toBe(body);
    expect(side.sourceOf("sent")).toContain(olena);
    expect(side.privacy.waiting(Date.parse(noon))).toMatchObject([{ number: olena, campaigns: ["Spring sale"] }]);
    expect(side.privacy.sweep(noon, null)).toMatchObject({ people: 0 });

    side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" }, noon, `accepted +${olena}`);
    expect(side.privacy.sweep(noon, null)).toMatchObject({ people: 0 });
    side.journalFile.exec("UPDATE owned SET final = 1");
    expect(side.privacy.sweep(noon, null)).toMatchObject({ people: 1 });
    expect(side.privacy.waiting(Date.parse(noon))).toEqual([]);
    expect(side.inBytes(olena, "Olena")).toEqual([]);
  });

  test("does not wait for ever where nobody could read the end: after the watch no word can change", () => {
    const side = aSide();
    side.posted();
    side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" });
    expect(side.privacy.erase(olena, both, noon)).not.toBeNull();
    expect(side.privacy.sweep(later, null)).toMatchObject({ people: 1 });
    expect(side.inBytes(olena)).toEqual([]);
  });

  test("of the never-text list keeps a mark where it is wished, by which the person is never texted again", () => {
    const side = aSide();
    side.neverText.add([olena, taras], noon);
    side.privacy.erase(olena, { keepOut: true, deleteDrafts: [] }, later);
    side.privacy.erase(taras, { keepOut: false, deleteDrafts: [] }, later);
    expect(side.inBytes(olena, taras)).toEqual([]);
    expect(side.neverText.page({ search: "", offset: 0, limit: 9 })).toEqual({ total: 0, rows: [], erased: 1 });
    expect(side.neverText.among([olena, taras])).toEqual([olena]);
    // A spreadsheet brings the number again: its row says why it is left out.
    expect(side.neverText.recognise([taras, olena])).toBe(1);
    expect(side.neverText.everything()).toEqual({ numbers: [olena], since: [noon] });
  });

  test("is no way around the never-text list: without the key nothing can be said, so nothing goes out", () => {
    const side = aSide();
    side.privacy.erase(olena, { keepOut: true, deleteDrafts: [] }, noon);
    side.privacy.useKey(null);
    expect(side.neverText.isSealed()).toBe(true);
    expect(side.privacy.needsKey()).toBe(true);
    expect(() => side.neverText.among([taras])).toThrow("without their key");
  });

  test("who is to stay out is left out of a campaign that is still planned, and one who was on the list stays on it", () => {
    const side = aSide();
    side.journal.confirm(aCampaign({ campaignId: "planned" }), { now: noon, undoUntil: null });
    side.neverText.add([taras], noon);
    side.privacy.erase(olena, { keepOut: true, deleteDrafts: [] }, noon);
    side.privacy.erase(taras, both, noon);
    expect(side.neverText.among([olena, taras])).toEqual([olena, taras]);
    side.happens("planned", { kind: "cancel" });
    side.privacy.sweep(noon, null);
    expect(side.neverText.everything().numbers).toEqual([]);
    expect(side.neverText.among([olena, taras])).toEqual([olena]);
  });

  test("whose bytes cannot go while somebody reads the file is erased all the same, and the next sweep wipes them", () => {
    const side = aSide();
    side.draft("open", listed);
    const reader = new DatabaseSync(join(side.folder, "library.sqlite"));
    reader.exec("BEGIN; SELECT count(*) FROM draft");
    expect(side.privacy.erase(olena, both, noon)).toBeNull();
    expect(side.privacy.trace(olena, 0).drafts).toEqual([]);
    expect(side.inBytes("Tkachenko-Canary")).toEqual(["Tkachenko-Canary"]);
    expect(side.privacy.hasToSweep(noon, null)).toBe(true);
    reader.close();
    side.privacy.sweep(noon, null);
    expect(side.inBytes("Tkachenko-Canary")).toEqual([]);
    expect(side.privacy.hasToSweep(noon, null)).toBe(false);
  });

  test("leaves the rest of the session as it was: lists can still be edited", () => {
    const side = aSide();
    side.draft("open", listed);
    side.lists.saveDraft("list", "Regulars", "open", noon);
    side.privacy.erase(olena, both, noon);
    expect(side.lists.steps.last("list")).toBeNull();
    expect(side.lists.steps.begin("list", "updated")).toBeGreaterThan(0);
  });

  test("without a key leaves nothing that leads back to the person", () => {
    const side = aSide(false);
    side.over();
    side.privacy.erase(olena, both, noon);
    expect(side.inBytes(olena)).toEqual([]);
    expect(side.journal.people("campaign-1", { offset: 1, limit: 1 }).rows).toMatchObject([{ number: "" }]);
  });
});

describe("a campaign in preparation", () => {
  test("whose list was accepted goes on with the list without the person in the place of the spreadsheet", () => {
    const side = aSide();
    side.draft("open", listed);
    expect(side.privacy.trace(olena, 0).drafts).toEqual([{ id: "open", title: "open", how: "rewritten" }]);
    side.privacy.erase(olena, both, noon);
    expect(side.sourceOf("open")).toBe(`Phone,Name,Second phone\r\n+${taras},Taras,`);
    const draft = side.drafts.open("open");
    expect(draft.ok && draft.value).toMatchObject({ acceptedPeople: 1, edits: [], source: { name: "Customers.csv" } });
    expect([...side.drafts.people("open")].map(({ number }) => number)).toEqual([taras]);
  });

  test("whose list was not accepted yet is deleted, for nothing less could take the person out of its spreadsheet", () => {
    const side = aSide();
    side.draft("unread", listed, { accepted: false });
    side.draft("unconcerned", [{ number: "48601234567", cells: ["Anna", ""] }], { accepted: false });
    expect(side.privacy.trace(olena, 0).drafts).toEqual([{ id: "unread", title: "unread", how: "deleted" }]);
    side.privacy.erase(olena, both, noon);
    expect(side.drafts.summaries().map(({ id }) => id)).toEqual(["unconcerned"]);
    expect(side.inBytes("Olena")).toEqual([]);
  });

  test("with a spreadsheet that nobody can look into is named, and deleted only when that is wished", () => {
    const side = aSide();
    const locked = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600, 7)]);
    side.draft("locked", listed, { accepted: false, file: locked });
    expect(side.privacy.trace(olena, 0).drafts).toMatchObject([{ id: "locked", how: "unsearched" }]);
    side.privacy.erase(olena, both, noon);
    expect(side.drafts.summaries()).toHaveLength(1);
    side.privacy.erase(olena, { keepOut: false, deleteDrafts: ["locked"] }, noon);
    expect(side.drafts.summaries()).toEqual([]);
  });

  test("that is prepared again from a campaign has nobody in the empty places", () => {
    const side = aSide();
    side.draft("sent", listed);
    side.over({ draftId: "sent" });
    side.privacy.erase(olena, both, noon);
    side.drafts.copy("sent", { id: "again", campaignId: "again-1" }, noon);
    expect([...side.drafts.people("again")].map(({ number }) => number)).toEqual([taras]);
    expect(side.drafts.open("again")).toMatchObject({ value: { acceptedPeople: 1 } });
  });
});

test("what is known of a person names every campaign with the very text, every list with its cells, and the rest", () => {
  const side = aSide();
  side.draft("sent", listed);
  side.draft("open", listed);
  side.lists.saveDraft("list", "Regulars", "open", noon);
  side.neverText.add([olena], noon);
  side.over({
    draftId: "sent",
    text: "Dear {Name}, your second phone is {Second phone}",
    recipients: people(2, "x", Number(olena)),
  });
  expect(side.privacy.trace(olena, Date.parse(noon))).toEqual({
    campaigns: [
      {
        title: "Autumn bulbs",
        sender: "FloraKyiv",
        confirmedAt: noon,
        name: "Customer 0",
        text: "Dear Olena Tkachenko-Canary, your second phone is 050 111 22 33",
        state: "handed-over",
        at: null,
        over: true,
      },
    ],
    lists: [
      {
        name: "Regulars",
        fields: [
          { name: "Name", value: "Olena Tkachenko-Canary" },
          { name: "Second phone", value: "050 111 22 33" },
        ],
      },
    ],
    drafts: [{ id: "open", title: "open", how: "rewritten" }],
    neverTextSince: noon,
    ownTestNumber: false,
  });
});
