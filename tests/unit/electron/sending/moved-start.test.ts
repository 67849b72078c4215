import { expect, test } from "vitest";
import type { PlannedStart } from "../../../../shared/campaign/schedule.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const handedOver = "2026-07-15T09:00:15.000Z";
const click = "2026-07-15T18:30:00.000Z";
const planned = at("2026-07-15T12:00:00.000Z");
const later = at("2026-07-16T06:00:00.000Z");
const latest = at("2026-07-17T06:00:00.000Z");

function at(utc: string): PlannedStart {
  return { utc, service: utc.slice(0, 19).replace("T", " "), zone: "Europe/Kyiv" };
}

/** A campaign in two parts, with the parts that went out as confirmed and those that a click gave another time. */
function startOf(start: PlannedStart | null, parts: ("as confirmed" | "asks" | "sent now" | PlannedStart)[]) {
  const { journal } = openJournal();
  journal.confirm(aCampaign({ start, recipients: people(10_001) }), { now, undoUntil: null });
  for (const [index, part] of parts.entries()) {
    const place = { campaignId: "campaign-1", index };
    const isTaken = (when: string) => {
      for (const event of [post, taken(`90${index}`)]) {
        expect(journal.apply({ ...place, event }, when)).not.toBeNull();
      }
    };
    if (part === "as confirmed") {
      isTaken(handedOver);
      continue;
    }
    const question = start === null ? "restarted" : "time-passed";
    expect(journal.apply({ ...place, event: { kind: "ask", question } }, now)).not.toBeNull();
    if (part === "asks") continue;
    if (part === "sent now") {
      expect(journal.apply({ ...place, event: { kind: "go-on" } }, click)).not.toBeNull();
      isTaken(click);
      continue;
    }
    expect(journal.apply({ ...place, event: { kind: "send-at", start: part } }, now)).not.toBeNull();
  }
  const details = journal.details("campaign-1");
  return { startAt: details?.startAt, at: details?.row.at };
}

test("a campaign of which a part went out as confirmed began then, whatever time a click gave another part", () => {
  expect(startOf(planned, ["as confirmed", later])).toEqual({ startAt: planned.utc, at: planned.utc });
  expect(startOf(null, ["as confirmed", later])).toEqual({ startAt: null, at: handedOver });
});

test("what a click sent now, be it hours later, began with the click", () => {
  expect(startOf(null, ["sent now", "asks"])).toEqual({ startAt: null, at: click });
  expect(startOf(planned, ["sent now", "asks"])).toEqual({ startAt: null, at: click });
  expect(startOf(planned, ["sent now", later])).toEqual({ startAt: null, at: click });
  expect(startOf(planned, ["as confirmed", "sent now"])).toEqual({ startAt: planned.utc, at: planned.utc });
});

test("a campaign of which nothing went out begins at the first of its new times", () => {
  expect(startOf(planned, [latest, later])).toEqual({ startAt: later.utc, at: later.utc });
  expect(startOf(planned, ["asks", later])).toEqual({ startAt: later.utc, at: later.utc });
});
