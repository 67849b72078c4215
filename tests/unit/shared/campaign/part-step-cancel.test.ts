import { describe, expect, test } from "vitest";
import { step } from "../../../../shared/campaign/part-step.ts";
import {
  absence,
  anHourBlind,
  effectsOf,
  foundAll,
  foundSome,
  noKey,
  partAfter,
  post,
  stepped,
  taken,
  unclear,
  waysInto,
} from "../../electron/sending/a-part.ts";

const cancel = { kind: "cancel" } as const;

describe("Cancel", () => {
  test("cancels what was never posted, and its body may go", () => {
    for (const name of ["planned", "paused"] as const) {
      expect(stepped(partAfter(waysInto[name]), cancel)).toMatchObject({
        cancelled: true,
        state: { name: "cancelled" },
      });
    }
    expect(effectsOf(partAfter([]), cancel)).toEqual([{ do: "forget-body" }]);
  });

  test("cancels by absence whatever was ever posted, and keeps looking", () => {
    const sentAgain = stepped(partAfter(waysInto.held), { kind: "send-again" });
    const paused = partAfter([post, noKey(), ...absence(), post, noKey(2)]);
    for (const part of [partAfter(waysInto.held), sentAgain, paused]) {
      expect(stepped(part, cancel).state).toEqual({ name: "cancelled-by-absence", watch: "on" });
    }
  });

  test("stops what the service has taken", () => {
    for (const name of ["accepted", "accepted-with-exceptions"] as const) {
      expect(stepped(partAfter(waysInto[name]), cancel).state.name).toBe("stopping");
    }
  });

  test("lets a part in doubt be looked for on: found is stopping, absent is cancelled by absence", () => {
    const doubted = stepped(partAfter([post, unclear()]), cancel);
    expect(doubted).toMatchObject({ cancelled: true, state: { name: "in-doubt" } });
    expect(stepped(doubted, foundAll("900")).state.name).toBe("stopping");
    expect(stepped(doubted, foundSome(1, "900")).state.name).toBe("stopping");
    expect(absence().reduce(stepped, doubted).state).toEqual({ name: "cancelled-by-absence", watch: "on" });
    expect(anHourBlind().reduce(stepped, doubted).state).toEqual({ name: "cancelled-by-absence", watch: "on" });
  });

  test("stops at once what was partly seen already", () => {
    const some = partAfter([post, unclear(), foundSome(1, "900")]);
    expect(stepped(some, cancel).state.name).toBe("stopping");
  });

  test("while the POST is under way stops it as soon as it is taken", () => {
    expect(partAfter([post, cancel, taken("900")])).toMatchObject({
      serviceIds: ["900"],
      state: { name: "stopping" },
    });
  });

  test("after a 401 never leads back to planned", () => {
    expect(partAfter([post, noKey(), cancel, ...absence()]).state.name).toBe("cancelled-by-absence");
    const secondTry = partAfter([post, noKey(), ...absence(), post, cancel, noKey(2)]);
    expect(secondTry.state.name).toBe("in-doubt");
  });

  test("marks what was refused, and a copy that turns up is stopped", () => {
    const refused = stepped(partAfter(waysInto.refused), cancel);
    expect(refused.state.name).toBe("refused");
    expect(stepped(refused, foundAll("900")).state.name).toBe("stopping");
  });

  test("has nothing to do where everything is over", () => {
    for (const name of ["stopped", "cancelled", "cancelled-by-absence"] as const) {
      expect(step(partAfter(waysInto[name]), cancel)).toBeNull();
    }
  });

  test("makes Resume, Send it and Look again impossible", () => {
    const cancelled = stepped(partAfter(waysInto.held), cancel);
    for (const kind of ["send-again", "look-again", "resume", "go-on"] as const) {
      expect(step(cancelled, { kind })).toBeNull();
    }
  });
});

describe("a stopping part", () => {
  const stopping = () => partAfter(waysInto.stopping);

  test("is stopped, and final, when nobody of it is missing", () => {
    expect(stepped(stopping(), { kind: "stopped", missing: 0 }).state).toEqual({ name: "stopped", watch: "over" });
  });

  test("is watched on while some of its people were never seen", () => {
    expect(stepped(stopping(), { kind: "stopped", missing: 2 }).state).toEqual({ name: "stopped", watch: "on" });
  });

  test("that was stopped stops a further campaign that turns up", () => {
    const stopped = stepped(stopping(), { kind: "stopped", missing: 2 });
    const more = stepped(stopped, foundSome(2, "901"));
    expect(more).toMatchObject({ serviceIds: ["900", "901"], state: { name: "stopping" } });
  });

  test("is the only one that can be stopped", () => {
    expect(step(partAfter(waysInto.accepted), { kind: "stopped", missing: 0 })).toBeNull();
  });
});
