import { describe, expect, test } from "vitest";
import { type Part, noVotes } from "../../../../shared/campaign/part-state.ts";
import { step } from "../../../../shared/campaign/part-step.ts";
import {
  absence,
  anHourBlind,
  blind,
  broken,
  effectsOf,
  empty,
  foundAll,
  foundSome,
  minute,
  noKey,
  partAfter,
  post,
  refused,
  stepped,
  taken,
  unclear,
  waysInto,
  watchUntil,
} from "../../electron/sending/a-part.ts";

const doubted = () => partAfter([post, unclear()]);

describe("looking for a part in doubt", () => {
  test("accepts it when all its ids are found, with the campaign's id", () => {
    expect(stepped(doubted(), foundAll("900"))).toMatchObject({ serviceIds: ["900"], state: { name: "accepted" } });
    expect(effectsOf(doubted(), foundAll("900"))).toContainEqual({ do: "own", serviceIds: ["900"] });
  });

  test("keeps it in doubt while only some of it is there, and never takes it for absent again", () => {
    const some = stepped(doubted(), foundSome(1, "900"));
    expect(some).toMatchObject({ serviceIds: ["900"], state: { name: "in-doubt", found: 1 } });
    const lagging = [...absence(), ...anHourBlind()].reduce(stepped, some);
    expect(lagging.state).toMatchObject({ name: "in-doubt", found: 1 });
  });

  test("accepts it, with exceptions, when the service has finished taking it in", () => {
    const some = stepped(doubted(), foundSome(1, "900"));
    expect(stepped(some, { kind: "taken-in", missing: 0 }).state.name).toBe("accepted");
    expect(stepped(some, { kind: "taken-in", missing: 2 }).state).toEqual({
      name: "accepted-with-exceptions",
      missing: 2,
      watch: "on",
    });
    expect(step(doubted(), { kind: "taken-in", missing: 2 })).toBeNull();
  });

  test("holds it after three empty looks over ten minutes, not before", () => {
    const looks = [empty(0), empty(1 * minute), empty(2 * minute), empty(10 * minute - 1)];
    const looking = looks.reduce(stepped, doubted());
    expect(looking.state).toMatchObject({ name: "in-doubt", votes: { count: 4 } });
    expect(stepped(looking, empty(10 * minute)).state).toMatchObject({ name: "held", because: "absent" });
  });

  test("holds lists of the Contact Book with their own warning", () => {
    const groups = partAfter([post, unclear(), ...absence()], false);
    expect(groups.state).toMatchObject({ name: "held", because: "groups" });
    const unchecked = partAfter([post, unclear(), ...anHourBlind()], false);
    expect(unchecked.state).toMatchObject({ name: "held", because: "groups" });
  });

  test("counts no look that could not be made or that proves nothing", () => {
    const looks = [blind(0), empty(5 * minute, 1, false), blind(10 * minute)];
    const withoutDate = { ...empty(15 * minute), serviceDate: null };
    const looking = [...looks, withoutDate].reduce(stepped, doubted());
    expect(looking.state).toMatchObject({ name: "in-doubt", votes: noVotes, blindSince: 0, lookProblem: null });
  });

  test("holds it as not checked after sixty minutes without authority", () => {
    const hour = [blind(0), empty(30 * minute, 1, false), blind(60 * minute - 1)].reduce(stepped, doubted());
    expect(hour.state.name).toBe("in-doubt");
    expect(hour.state).toMatchObject({ lookProblem: broken });
    expect(stepped(hour, blind(60 * minute)).state).toMatchObject({
      name: "held",
      because: "unchecked",
      lookProblem: broken,
    });
  });

  test("begins the sixty minutes anew with every look that counts", () => {
    const looking = [blind(0), empty(50 * minute), blind(70 * minute), blind(129 * minute)].reduce(stepped, doubted());
    expect(looking.state.name).toBe("in-doubt");
  });

  test("does not begin while the POST is under way, and ignores looks for an earlier attempt", () => {
    expect(step(partAfter([post]), empty(0))).toBeNull();
    expect(step(partAfter([post]), foundAll("900"))).toBeNull();
    const second = partAfter([post, unclear(), ...absence(), { kind: "send-again" }, post, unclear(2)]);
    expect(step(second, empty(0, 1))).toBeNull();
  });

  test("does not take a refusal for final while nobody could look", () => {
    expect(partAfter([post, refused(), blind(0)]).state.name).toBe("in-doubt");
  });
});

describe("a held part", () => {
  const held = () => partAfter(waysInto.held);

  test("is planned again by Send it, with the same attempt count, and in doubt by Look again", () => {
    const again = stepped(held(), { kind: "send-again" });
    expect(again).toMatchObject({ attempts: 1, state: { name: "planned" } });
    expect(stepped(again, post).attempts).toBe(2);
    expect(stepped(held(), { kind: "look-again" }).state).toMatchObject({ name: "in-doubt", votes: noVotes });
  });

  test("is cancelled by absence, and watched, by Do not send it", () => {
    expect(stepped(held(), { kind: "drop" }).state).toEqual({ name: "cancelled-by-absence", watch: "on" });
  });

  test("is accepted when the first try turns up", () => {
    expect(stepped(held(), foundAll("900")).state.name).toBe("accepted");
    expect(stepped(held(), foundSome(1, "900")).state).toMatchObject({ name: "in-doubt", found: 1 });
  });

  test("is never posted without a click", () => {
    expect(step(held(), post)).toBeNull();
  });
});

describe("a watched part", () => {
  test.each(["refused", "cancelled-by-absence", "accepted-with-exceptions"] as const)(
    "that is %s ends as read, or as not certain when nobody could read",
    (name) => {
      const watched = partAfter(waysInto[name]);
      expect(stepped(watched, { kind: "watch-over", read: true }).state).toMatchObject({ watch: "over" });
      expect(stepped(watched, { kind: "watch-over", read: false }).state).toMatchObject({ watch: "over-unread" });
      expect(effectsOf(watched, { kind: "watch-over", read: true })).toEqual([
        { do: "end-reads" },
        { do: "forget-body" },
      ]);
    },
  );

  test("that was refused is accepted when a copy turns up", () => {
    expect(stepped(partAfter(waysInto.refused), foundAll("900")).state.name).toBe("accepted");
  });

  test("that was cancelled is stopped when a copy turns up, however little of it is there", () => {
    const cancelled = partAfter(waysInto["cancelled-by-absence"]);
    for (const found of [foundAll("900"), foundSome(1, "900")]) {
      expect(stepped(cancelled, found)).toMatchObject({ serviceIds: ["900"], state: { name: "stopping" } });
    }
  });
});

describe("an accepted part", () => {
  test("owns a further campaign that is found for it, and stays accepted", () => {
    const more = stepped(partAfter(waysInto.accepted), foundAll("900", "901"));
    expect(more).toMatchObject({ serviceIds: ["900", "901"], state: { name: "accepted" } });
    expect(step(more, foundAll("901"))).toBeNull();
  });

  test("that lacks people is watched for them, and accepted as a whole when they turn up", () => {
    const lacking = stepped(partAfter(waysInto.accepted), { kind: "incomplete", missing: 3 });
    expect(lacking.state).toEqual({ name: "accepted-with-exceptions", missing: 3, watch: "on" });
    expect(stepped(lacking, { kind: "watch-over", read: true }).state).toMatchObject({ watch: "over" });
    const whole = stepped(lacking, foundAll("900", "901"));
    expect(whole).toMatchObject({ serviceIds: ["900", "901"], state: { name: "accepted" } });
  });
});

describe("after a start of the program", () => {
  test("a POST under way is in doubt without one, and looks of the last run count no more", () => {
    const posting = stepped(partAfter([post]), { kind: "restart" });
    expect(posting.state).toMatchObject({ name: "in-doubt", posting: false, why: { code: "network.broken" } });
    const looking = stepped([empty(0), empty(5 * minute)].reduce(stepped, doubted()), { kind: "restart" });
    expect(looking.state).toMatchObject({ votes: noVotes, blindSince: null });
  });

  test("the answer of the last run's POST is not waited for", () => {
    expect(step(stepped(partAfter([post]), { kind: "restart" }), taken())).toBeNull();
  });

  test("nothing stays planned, held or paused in a restored journal", () => {
    for (const name of ["planned", "held", "paused", "in-doubt"] as const) {
      const restored: Part = stepped(partAfter(waysInto[name]), { kind: "restored", watchUntil });
      expect(restored).toMatchObject({ attempts: 1, watchUntil, state: { name: "in-doubt", posting: false } });
    }
    for (const name of ["accepted", "refused", "stopping", "cancelled"] as const) {
      expect(step(partAfter(waysInto[name]), { kind: "restored", watchUntil })).toBeNull();
    }
  });
});

test("Contact Book lists that were refused with a 401 and show no trace ask before they are posted again", () => {
  const part = partAfter([post, noKey(), ...absence()], false);
  expect(part.state).toMatchObject({ name: "held", because: "groups" });
});
