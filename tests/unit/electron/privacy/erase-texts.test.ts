import { describe, expect, test } from "vitest";
import { reviewSettings } from "../../../../shared/library/draft.ts";
import { people } from "../../../sending/a-campaign.ts";
import { key, noon, Side } from "./a-side.ts";

const olena = "380670000001";
const taras = "380670000002";
const listed = [
  { number: olena, cells: ["Olena", "050 111 22 33"] },
  { number: taras, cells: ["Taras", "+38 (067) 000-00-01"] },
];
const both = { keepOut: false, deleteDrafts: [] };

function aSide(): Side {
  const side = new Side();
  side.privacy.useKey(key);
  return side;
}

describe("a campaign whose message holds the number of somebody who is not in it", () => {
  const others = { draftId: "sent", title: "Ask Olena", recipients: people(2, "x", 48_601_234_567) };
  const text = "Ask Olena, 067 000 00 01";

  test("has dots in its place when nothing can happen to it any more, in its record as in its draft", () => {
    const side = aSide();
    side.draft("sent", [{ number: "48601234567", cells: ["Anna", ""] }]);
    side.drafts.save("sent", { text }, noon);
    side.over({ ...others, text });
    expect(side.privacy.erase(olena, both, noon)).toBeNull();
    expect(side.journal.details("campaign-1")?.text).toBe("Ask Olena, ...");
    expect(side.drafts.open("sent")).toMatchObject({ value: { text: "Ask Olena, ..." } });
    expect(side.inBytes("067 000 00 01", olena)).toEqual([]);
  });

  test("is waited for while something can: no byte of what is confirmed changes", () => {
    const side = aSide();
    side.draft("sent", [{ number: "48601234567", cells: ["Anna", ""] }]);
    side.drafts.save("sent", { text }, noon);
    side.posted({ ...others, text });
    const until = "2026-07-25T12:00:00.000Z";
    const waiting = { number: olena, askedAt: noon, campaigns: ["Ask Olena"], until };
    expect(side.privacy.erase(olena, both, noon)).toEqual(waiting);
    expect(side.journal.details("campaign-1")?.text).toBe(text);
    expect(side.privacy.waiting(Date.parse(noon))).toEqual([waiting]);
    expect(side.privacy.sweep(noon, null)).toMatchObject({ people: 0 });
    side.happens("campaign-1", { kind: "taken", attempt: 1, serviceId: "900" }, noon);
    side.journalFile.exec("UPDATE owned SET final = 1");
    expect(side.privacy.sweep(noon, null)).toMatchObject({ people: 1 });
    expect(side.privacy.waiting(Date.parse(noon))).toEqual([]);
    expect(side.inBytes("067 000 00 01", olena)).toEqual([]);
  });
});

test("a campaign in preparation whose message holds the number is named for it, and has dots in its place", () => {
  const side = aSide();
  side.draft("others", [{ number: "48601234567", cells: ["Anna", ""] }]);
  side.draft("unread", listed, { accepted: false });
  for (const id of ["others", "unread"]) {
    side.drafts.save(id, { text: "Ask Olena, +38 (067) 000-00-01, about it" }, noon);
  }
  expect(side.privacy.trace(olena, 0).drafts).toEqual([
    { id: "others", title: "others", how: "text" },
    { id: "unread", title: "unread", how: "deleted" },
  ]);
  side.privacy.erase(olena, both, noon);
  expect(side.drafts.summaries()).toMatchObject([{ id: "others", text: "Ask Olena, ..., about it", people: 1 }]);
  expect(side.inBytes("000-00-01")).toEqual([]);
  // The window may have it open as it was.
  const typed = side.drafts.save("others", { text: "Ask Olena, +38 (067) 000-00-01, about them" }, noon);
  expect(typed).toMatchObject({ error: { code: "draft.rewritten" } });
  expect(side.drafts.save("others", { title: "Spring" }, noon)).toMatchObject({ ok: true });
  side.drafts.openInWindow("others");
  expect(side.drafts.save("others", { text: "Ask us" }, noon)).toMatchObject({ ok: true });
});

test("what the window says beside such a message is kept, and the consent to it is asked anew", () => {
  const side = aSide();
  const text = "Ask Olena, 067 000 00 01";
  side.draft("others", [{ number: "48601234567", cells: ["Anna", ""] }]);
  const review = reviewSettings.parse({ sender: "Flora", validityHours: 24, consent: true });
  side.drafts.save("others", { text, review }, noon);
  side.privacy.erase(olena, both, noon);
  expect(side.drafts.open("others")).toMatchObject({ value: { review: { ...review, consent: false } } });
  // What was refused once goes with whatever is said next.
  const said = { text: `${text}!`, title: "Spring", review: { ...review, sender: "Shop", consent: false } };
  expect(side.drafts.save("others", said, noon)).toMatchObject({ error: { code: "draft.rewritten" } });
  expect(side.drafts.open("others")).toMatchObject({ value: { title: "Spring", review: said.review } });
  expect(side.inBytes("067 000 00 01")).toEqual([]);
});
