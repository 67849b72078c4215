import { describe, expect, test } from "vitest";
import type { PartEvent } from "../../../../shared/campaign/part-event.ts";
import { plannedPart, reasonOf } from "../../../../shared/campaign/part-state.ts";
import { step } from "../../../../shared/campaign/part-step.ts";
import {
  badSender,
  broken,
  effectsOf,
  empty,
  absence,
  foundAll,
  keyRefused,
  noKey,
  notBegun,
  otherAccount,
  partAfter,
  post,
  refused,
  stepped,
  taken,
  unclear,
  waysInto,
  watchUntil,
} from "../../electron/sending/a-part.ts";

const tomorrow = { utc: "2026-07-16T06:00:00.000Z", service: "2026-07-16 06:00:00", zone: "Europe/Kyiv" };

describe("a planned part", () => {
  test("is taken back by Undo, for good", () => {
    const undone = partAfter([{ kind: "undo" }]);
    expect(undone).toMatchObject({ cancelled: true, attempts: 0, state: { name: "cancelled" } });
    expect(step(undone, post)).toBeNull();
  });

  test("is in doubt, with its attempt counted, before a socket opens", () => {
    const posting = partAfter([post]);
    expect(posting).toMatchObject({ attempts: 1, watchUntil, state: { name: "in-doubt", posting: true } });
  });

  test("gets another time by a click on its question, and the body with it, as often as that is needed", () => {
    const asking = partAfter([{ kind: "ask", question: "time-passed" }]);
    const moved = stepped(asking, { kind: "send-at", start: tomorrow });
    expect(moved).toMatchObject({ start: tomorrow, sendNow: false, state: { name: "planned", question: null } });
    expect(effectsOf(asking, { kind: "send-at", start: tomorrow })).toEqual([{ do: "set-start", start: tomorrow }]);
    const again = stepped(moved, { kind: "ask", question: "time-passed" });
    const later = { ...tomorrow, utc: "2026-07-17T06:00:00.000Z", service: "2026-07-17 06:00:00" };
    expect(effectsOf(again, { kind: "send-at", start: later })).toEqual([{ do: "set-start", start: later }]);
    expect(effectsOf(again, { kind: "go-on" })).toEqual([{ do: "remove-start" }]);
  });

  test("that asks nothing, was posted, or was cancelled gets no other time", () => {
    const another: PartEvent = { kind: "send-at", start: tomorrow };
    for (const [name, way] of Object.entries(waysInto)) {
      if (name !== "planned") expect(step(partAfter(way), another)).toBeNull();
    }
    expect(step(plannedPart(true), another)).toBeNull();
  });

  test("says what is in its way, until it has its turn", () => {
    const hindered = partAfter([{ kind: "hindered", why: broken }]);
    expect(reasonOf(hindered)).toEqual(broken);
    expect(stepped(hindered, post).state).toMatchObject({ name: "in-doubt", why: null });
  });

  test("that somebody else posted is in doubt, as posted", () => {
    const found = partAfter([{ kind: "found-before-posting", watchUntil }]);
    expect(found).toMatchObject({ attempts: 1, watchUntil, state: { name: "in-doubt", posting: false } });
    expect(step(found, post)).toBeNull();
  });

  test("is paused while another account is connected, and planned again by a click", () => {
    const paused = partAfter([{ kind: "pause", reason: otherAccount }]);
    expect(paused.state).toEqual({ name: "paused", reason: otherAccount });
    expect(step(paused, post)).toBeNull();
    expect(stepped(paused, { kind: "resume" }).state.name).toBe("planned");
  });

  test.each(["restarted", "time-passed"] as const)(
    "with the question %s is not posted before the click",
    (question) => {
      const asking = partAfter([{ kind: "ask", question }]);
      expect(step(asking, post)).toBeNull();
      const going = stepped(asking, { kind: "go-on" });
      expect(stepped(going, post).state.name).toBe("in-doubt");
    },
  );

  test("whose time has passed loses its time by the click, any other keeps it", () => {
    const late = partAfter([{ kind: "ask", question: "time-passed" }]);
    expect(effectsOf(late, { kind: "go-on" })).toEqual([{ do: "remove-start" }]);
    expect(stepped(late, { kind: "go-on" }).sendNow).toBe(true);
    const restarted = partAfter([{ kind: "ask", question: "restarted" }]);
    expect(effectsOf(restarted, { kind: "go-on" })).toEqual([]);
    expect(stepped(restarted, { kind: "go-on" }).sendNow).toBe(false);
  });

  test("is dropped by the user without a trace", () => {
    expect(partAfter([{ kind: "drop" }]).state).toEqual({ name: "cancelled" });
  });
});

describe("a try that ended before the boundary", () => {
  test("is no attempt: the part is planned again, with the reason", () => {
    const again = partAfter([post, notBegun()]);
    expect(again).toMatchObject({ attempts: 0, state: { name: "planned", problem: { code: "network.broken" } } });
    expect(stepped(again, post).attempts).toBe(1);
  });

  test("after Cancel leaves the part cancelled", () => {
    expect(partAfter([post, { kind: "cancel" }, notBegun()]).state).toEqual({ name: "cancelled" });
  });

  test("after Cancel leaves a part that was posted before cancelled by absence", () => {
    const second = partAfter([post, unclear(), ...absence(), { kind: "send-again" }, post]);
    const ended = stepped(stepped(second, { kind: "cancel" }), notBegun(2));
    expect(ended).toMatchObject({ attempts: 1, state: { name: "cancelled-by-absence", watch: "on" } });
  });

  test("is withheld likewise when the gate says no", () => {
    const withheld = stepped(partAfter([post]), { kind: "withheld", attempt: 1, why: badSender });
    expect(withheld).toMatchObject({ attempts: 0, state: { name: "planned" } });
  });
});

describe("a part in doubt", () => {
  test("is accepted by a campaign id, which is written in the same step, and its body may go", () => {
    expect(partAfter([post, taken("901")])).toMatchObject({ serviceIds: ["901"], state: { name: "accepted" } });
    expect(effectsOf(partAfter([post]), taken("901"))).toEqual([
      { do: "own", serviceIds: ["901"] },
      { do: "forget-body" },
    ]);
  });

  test("that was refused in known words is refused only when a look-up is empty too, and is watched", () => {
    const doubted = partAfter([post, refused()]);
    expect(doubted.state.name).toBe("in-doubt");
    expect(stepped(doubted, empty(0)).state).toEqual({ name: "refused", reason: badSender, watch: "on" });
    expect(stepped(doubted, foundAll("900")).state.name).toBe("accepted");
  });

  test("that was refused for a reason of every part pauses the planned ones", () => {
    expect(effectsOf(partAfter([post, refused(1, true)]), empty(0))).toEqual([
      { do: "pause-others", reason: badSender },
    ]);
    expect(effectsOf(partAfter([post, refused(1, false)]), empty(0))).toEqual([]);
  });

  test("that was refused on a later attempt stays in doubt whatever the words are", () => {
    const second = partAfter([post, unclear(), ...absence(), { kind: "send-again" }, post, refused(2)]);
    expect(stepped(second, empty(0, 2)).state.name).toBe("in-doubt");
  });

  test("with an unclear outcome stays in doubt and cannot be posted", () => {
    const doubted = partAfter([post, unclear()]);
    expect(doubted.state).toMatchObject({ name: "in-doubt", posting: false, why: { code: "network.broken" } });
    expect(step(doubted, post)).toBeNull();
  });

  test("takes no outcome of another attempt", () => {
    const second = partAfter([post, unclear(), ...absence(), { kind: "send-again" }, post]);
    for (const late of [unclear(1), refused(1), noKey(1), notBegun(1), taken("900", 1)]) {
      expect(step(second, late)).toBeNull();
    }
  });

  test("owns the campaign of an answer that comes after a look had found another one", () => {
    const found = stepped(partAfter([post, unclear()]), foundAll("900"));
    expect(stepped(found, taken("901"))).toMatchObject({ serviceIds: ["900", "901"], state: { name: "accepted" } });
  });
});

describe("a 401", () => {
  test("leads back to planned by absence alone, without a click", () => {
    const absent = partAfter([post, noKey(), ...absence()]);
    expect(absent).toMatchObject({ attempts: 1, state: { name: "planned" } });
    expect(stepped(absent, post).attempts).toBe(2);
  });

  test("does not hide a copy that got through before it", () => {
    expect(partAfter([post, noKey(), foundAll("900")]).state.name).toBe("accepted");
  });

  test("that comes again pauses the part until a key works and somebody clicks", () => {
    const paused = partAfter([post, noKey(), ...absence(), post, noKey(2)]);
    expect(paused.state).toEqual({ name: "paused", reason: keyRefused });
    expect(stepped(paused, { kind: "resume" }).state.name).toBe("in-doubt");
  });

  test("with lists of the Contact Book is held: nothing there tells a second try from a first", () => {
    expect(partAfter([post, noKey(), ...absence()], false).state).toMatchObject({ name: "held", because: "groups" });
  });

  test("pauses the part when the key itself is refused", () => {
    const paused = stepped(partAfter([post, noKey()]), { kind: "pause", reason: keyRefused });
    expect(paused.state.name).toBe("paused");
    expect(step(partAfter([post, unclear()]), { kind: "pause", reason: keyRefused })).toBeNull();
  });
});

test("a part as confirmed was never posted, owns nothing and is not cancelled", () => {
  expect(plannedPart(true)).toMatchObject({ attempts: 0, serviceIds: [], cancelled: false, watchUntil: null });
});
