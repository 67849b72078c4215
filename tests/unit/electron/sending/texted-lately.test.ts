import { describe, expect, test } from "vitest";
import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import type { ConfirmedCampaign } from "../../../../shared/campaign/plan.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const weekBefore = "2026-07-08T09:00:00.000Z";
const tenDaysBefore = "2026-07-05T09:00:00.000Z";
const yesterday = "2026-07-14T06:00:00.000Z";
const tomorrow = "2026-07-16T06:00:00.000Z";
const numbers = people(3).map(({ number }) => number);

const startAt = (utc: string): ConfirmedCampaign["start"] => ({
  utc,
  service: utc.slice(0, 19).replace("T", " "),
  zone: "Europe/Kyiv",
});

/** A campaign that was handed over ten days ago for another time, and what happened to it then. */
function planned(utc: string, ...events: PartEvent[]) {
  const { journal, database } = openJournal();
  journal.confirm(aCampaign({ start: startAt(utc) }), { now: tenDaysBefore, undoUntil: null });
  for (const event of [post, taken(), ...events]) {
    const part = journal.apply({ campaignId: "campaign-1", index: 0, event }, tenDaysBefore);
    if (part === null) throw new Error(`${event.kind} is not allowed`);
  }
  return {
    database,
    again: () =>
      journal.sameContent(String(database.prepare("SELECT content_digest FROM campaign").get()?.["content_digest"])),
    lately: () => journal.textedLately(numbers, { since: weekBefore, now }),
    everybody: () => journal.everybodyTextedSince({ since: weekBefore, now }),
  };
}

describe("a campaign that was handed over long before its time", () => {
  test("texted its people at its time: they were texted lately", () => {
    const { lately, everybody } = planned(yesterday);
    expect(lately()).toEqual({ people: 3, planned: 0, title: "Autumn bulbs", at: yesterday, numbers });
    expect(everybody()).toEqual({ numbers, at: [yesterday, yesterday, yesterday] });
  });

  test("has texted nobody before its time: its people are to get a text, and had none", () => {
    const { again, lately, everybody } = planned(tomorrow);
    expect(lately()).toMatchObject({ people: 0, planned: 3, at: tomorrow, numbers });
    expect(again()).toEqual({ title: "Autumn bulbs", at: tenDaysBefore });
    expect(everybody()).toEqual({ numbers, at: [tomorrow, tomorrow, tomorrow] });
  });

  test("has texted whom the service says so of, should it have begun too early", () => {
    const { database, lately, everybody } = planned(tomorrow);
    database.prepare("UPDATE person SET word = 'delivered' WHERE number = ?").run(String(numbers[1]));
    expect(lately()).toMatchObject({ people: 1, planned: 2, at: now });
    expect(everybody()).toEqual({ numbers, at: [tomorrow, now, tomorrow] });
  });

  test("texted nobody when it was stopped before its time, and nobody is to get it", () => {
    const stopped = [{ kind: "cancel" } as const, { kind: "stopped", missing: 0 } as const];
    const { database, again, lately, everybody } = planned(yesterday, ...stopped);
    // The service has named them, and says no more of them.
    database.exec("UPDATE person SET word = 'scheduled'; UPDATE owned SET final = 1");
    expect(lately()).toBeNull();
    expect(again()).toBeNull();
    expect(everybody()).toEqual({ numbers: [], at: [] });
    database.prepare("UPDATE person SET word = 'sent' WHERE number = ?").run(String(numbers[2]));
    expect(lately()).toMatchObject({ people: 1, planned: 0, numbers: [numbers[2]] });
    expect(everybody().numbers).toEqual([numbers[2]]);
  });
});
