import { describe, expect, test } from "vitest";
import { nativeSha256 } from "../../../../electron/native-sha256.ts";
import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { absence, notBegun, post, refused, taken, unclear, empty, watchUntil } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const dayBefore = { since: "2026-07-14T09:00:00.000Z", now: "2026-07-17T09:00:00.000Z" };
const dayAfter = { ...dayBefore, since: "2026-07-16T09:00:00.000Z" };
const number = (row: number) => String(380_670_000_000 + row);

function opened(recipients = people(3)) {
  const file = openJournal();
  const { journal } = file;
  const confirmed = journal.confirm(aCampaign({ recipients }), { now, undoUntil: null });
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  const happens = (...events: PartEvent[]) => {
    for (const event of events) {
      const part = journal.apply({ campaignId: "campaign-1", index: 0, event }, now);
      if (part === null) throw new Error(`${event.kind} is not allowed`);
    }
  };
  return { ...file, happens };
}

describe("leaving people out of a part", () => {
  test("takes them out of the body, marks their rows, and keeps the former hash", () => {
    const { journal, database } = opened();
    const former = nativeSha256.ofText(journal.body("campaign-1", 0) ?? "");
    expect(journal.leaveOut("campaign-1", 0, [number(1)], now)).toBe(2);
    const body = journal.body("campaign-1", 0) ?? "";
    expect(body).not.toContain(number(1));
    expect(journal.partPeople("campaign-1", 0).map(({ number }) => number)).toEqual([number(0), number(2)]);
    expect(database.prepare("SELECT body_hash, former_hashes FROM part").get()).toEqual({
      body_hash: nativeSha256.ofText(body),
      former_hashes: JSON.stringify([former]),
    });
    expect(journal.people("campaign-1", { offset: 1, limit: 1 }).rows).toMatchObject([{ state: "not-sent" }]);
    expect(journal.details("campaign-1")?.counts).toMatchObject({ total: 3, waiting: 2, notSent: 1 });
  });

  test("adds up when it happens twice, and numbers of nobody change nothing", () => {
    const { journal } = opened();
    journal.leaveOut("campaign-1", 0, [number(1)], now);
    expect(journal.leaveOut("campaign-1", 0, [number(1), number(2), number(77)], now)).toBe(1);
    expect(journal.details("campaign-1")?.counts).toMatchObject({ total: 3, waiting: 1, notSent: 2 });
  });

  test("of everybody cancels the part", () => {
    const { journal } = opened();
    expect(
      journal.leaveOut(
        "campaign-1",
        0,
        people(3).map(({ number }) => number),
        now,
      ),
    ).toBe(0);
    expect(journal.part("campaign-1", 0)?.part.state.name).toBe("cancelled");
    expect(journal.details("campaign-1")?.counts).toMatchObject({ total: 3, notSent: 3 });
  });

  test("is refused once the part was posted, even when it is planned again", () => {
    const { journal, happens } = opened();
    const body = journal.body("campaign-1", 0);
    happens(post, unclear(), ...absence());
    expect(journal.leaveOut("campaign-1", 0, [number(1)], now)).toBeNull();
    happens({ kind: "send-again" });
    expect(journal.leaveOut("campaign-1", 0, [number(1)], now)).toBeNull();
    expect(journal.body("campaign-1", 0)).toBe(body);
  });

  test("is possible after a try that ended before the boundary", () => {
    const { journal, happens } = opened();
    happens(post, notBegun());
    expect(journal.leaveOut("campaign-1", 0, [number(1)], now)).toBe(2);
  });
});

describe("who was texted lately", () => {
  const asked = [number(0), number(2), number(50)];

  test("is everybody of a posted part, by the campaign's title", () => {
    const { journal, happens } = opened();
    expect(journal.textedLately(asked, dayBefore)).toBeNull();
    happens(post, taken());
    expect(journal.textedLately(asked, dayBefore)).toEqual({
      people: 2,
      planned: 0,
      numbers: [number(0), number(2)],
      title: "Autumn bulbs",
      at: now,
    });
    expect(journal.textedLately(asked, dayAfter)).toBeNull();
    expect(journal.textedLately([number(50)], dayBefore)).toBeNull();
  });

  test("counts whoever may have been texted: in doubt, held, and held that is to be sent again", () => {
    const { journal, happens } = opened();
    for (const events of [[post], [unclear(), ...absence()], [{ kind: "send-again" } as const]]) {
      happens(...events);
      expect(journal.textedLately(asked, dayBefore)).toMatchObject({ people: 2 });
    }
  });

  test("counts what another computer posted", () => {
    const { journal, happens } = opened();
    happens({ kind: "found-before-posting", watchUntil });
    expect(journal.textedLately(asked, dayBefore)).toMatchObject({ people: 2 });
  });

  test("does not count the refused, the left out, and tries that never reached the service", () => {
    const notReached = opened();
    notReached.happens(post, notBegun());
    expect(notReached.journal.textedLately(asked, dayBefore)).toBeNull();

    const denied = opened();
    denied.happens(post, refused(), empty(0));
    expect(denied.journal.textedLately(asked, dayBefore)).toBeNull();

    const without = opened();
    without.journal.leaveOut("campaign-1", 0, [number(2)], now);
    without.happens(post, taken());
    expect(without.journal.textedLately(asked, dayBefore)).toMatchObject({ people: 1 });
  });
});

describe("everybody texted since an instant", () => {
  test("is named once, with the last instant, but for the refused, the left out and whoever was not reached", () => {
    const { journal, happens } = opened();
    expect(journal.everybodyTextedSince(dayBefore)).toEqual({ numbers: [], at: [] });
    journal.leaveOut("campaign-1", 0, [number(1)], now);
    happens(post, taken());
    const texted = { numbers: [number(0), number(2)], at: [now, now] };
    expect(journal.everybodyTextedSince(dayBefore)).toEqual(texted);
    expect(journal.everybodyTextedSince(dayAfter)).toEqual({ numbers: [], at: [] });

    const again = journal.confirm(
      { ...aCampaign({ recipients: people(1) }), campaignId: "campaign-2" },
      { now, undoUntil: null },
    );
    expect(again.ok).toBe(true);
    const later = "2026-07-15T10:00:00.000Z";
    for (const event of [post, taken()]) journal.apply({ campaignId: "campaign-2", index: 0, event }, later);
    expect(journal.everybodyTextedSince(dayBefore)).toEqual({ ...texted, at: [later, now] });

    const denied = opened();
    denied.happens(post, refused(), empty(0));
    expect(denied.journal.everybodyTextedSince(dayBefore).numbers).toEqual([]);
  });
});

describe("a passed time", () => {
  test("goes out of the body by the click, with the former hash kept and everything else as it was", () => {
    const { journal, database } = openJournal();
    const start = { utc: "2026-07-15T08:00:00.000Z", service: "2026-07-15 08:00:00", zone: "Europe/Kyiv" };
    journal.confirm(aCampaign({ start }), { now, undoUntil: null });
    const former = journal.body("campaign-1", 0) ?? "";
    const at = { campaignId: "campaign-1", index: 0 };
    journal.apply({ ...at, event: { kind: "ask", question: "time-passed" } }, now);
    expect(journal.body("campaign-1", 0)).toBe(former);
    journal.apply({ ...at, event: { kind: "go-on" } }, now);
    const { start_at: _start, ...rest } = JSON.parse(former) as Record<string, unknown>;
    expect(JSON.parse(journal.body("campaign-1", 0) ?? "")).toEqual(rest);
    expect(database.prepare("SELECT former_hashes FROM part").get()).toEqual({
      former_hashes: JSON.stringify([nativeSha256.ofText(former)]),
    });
    expect(journal.part("campaign-1", 0)?.start).toBeNull();
  });
});
