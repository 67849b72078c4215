import type { Page } from "@playwright/test";
import * as fc from "fast-check";
import { z } from "zod";
import { commandNames } from "../../shared/ipc/bridge.ts";
import type { CommandName } from "../../shared/ipc/contract.ts";
import { appError } from "../../shared/errors.ts";
import { hostilePayload, inPage, payloadFor } from "./hostile-payloads.ts";
import { expect, test } from "./launch-app.ts";
import { expectMainUnharmed, watchMain } from "./main-watch.ts";
import { startPractice } from "./steps.ts";

const result = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.json() }),
  z.strictObject({ ok: z.literal(false), error: appError }),
]);

/** Calls commands with payloads as `inPage` wrote them, some about a draft that is there; what rejects is written so. */
function call(page: Page, calls: { name: string; payload: string }[]): Promise<unknown> {
  return page.evaluate(async (given) => {
    const draft = await window.desk.createDraft({ title: "" });
    const special: Record<string, unknown> = {
      "special:draft": draft.ok ? draft.value.id : draft.error.code,
      "special:undefined": undefined,
      "special:NaN": Number.NaN,
      "special:-0": -0,
      "special:Infinity": Number.POSITIVE_INFINITY,
      "special:bigint": 2n ** 80n,
      "special:date": new Date(Number.NaN),
      "special:map": new Map<unknown, unknown>([["id", new Set([1])]]),
      "special:pattern": /(a+)+$/,
      "special:error": new RangeError("hostile"),
      "special:bytes": new Uint8Array(70_000),
      "special:words": new Uint16Array(3),
      "special:huge": "x".repeat(1_000_000),
    };
    const revive = (_key: string, value: unknown): unknown =>
      typeof value === "string" && Object.hasOwn(special, value) ? special[value] : value;
    const desk = window.desk as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    const results = await Promise.all(
      given.map(({ name, payload }) =>
        Promise.resolve(desk[name]?.(JSON.parse(payload, revive))).catch(
          (error: unknown) => `rejected: ${String(error)}`,
        ),
      ),
    );
    const plain = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? value.length : value);
    return JSON.parse(JSON.stringify(results, plain)) as unknown;
  }, calls);
}

/** Calls commands and says which of them answered with anything but a Result, or with a fault of ours. */
async function expectResults(page: Page, calls: { name: CommandName; payload: string }[]): Promise<void> {
  const given = (await call(page, calls)) as unknown[];
  expect(given).toHaveLength(calls.length);
  const wrong = calls.flatMap((each, index) => {
    const answer = result.safeParse(given[index]);
    const fine = answer.success && (answer.data.ok || answer.data.error.code !== "internal");
    return fine ? [] : [{ ...each, payload: each.payload.slice(0, 300), answered: given[index] }];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
}

/** Runs a property and, when it does not hold, says why and with which seed. */
async function expectToHold<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
  const { failed, seed, errorInstance } = await fc.check(property, { numRuns, endOnFailure: true });
  if (failed) throw new Error(`Seed ${seed}`, { cause: errorInstance });
}

test("every command answers whatever it is called with by a Result, and main lives on", async ({ launchApp }) => {
  const app = await launchApp();
  await startPractice(app.page);
  await watchMain(app);
  const attack = fc.asyncProperty(fc.array(hostilePayload, { minLength: 10, maxLength: 10 }), (payloads) =>
    expectResults(
      app.page,
      payloads.flatMap((payload) => commandNames.map((name) => ({ name, payload: inPage(payload) }))),
    ),
  );
  await expectToHold(attack, 10);
  await expectMainUnharmed(app);
});

test("payloads of the right shape with hostile words in them are no fault of ours either", async ({ launchApp }) => {
  const app = await launchApp();
  await startPractice(app.page);
  await watchMain(app);
  for (const name of commandNames) {
    const attack = fc.asyncProperty(fc.array(payloadFor(name), { minLength: 12, maxLength: 12 }), (payloads) =>
      expectResults(
        app.page,
        payloads.map((payload) => ({ name, payload: inPage(payload) })),
      ),
    );
    await expectToHold(attack, 3);
  }
  await expectMainUnharmed(app);
  const opened = await app.electron.evaluate(() => globalThis.opened);
  const known = ["https://app.bsg.world/", "https://one-api.bsg.world/docs", app.userData];
  expect(opened.filter((each) => !known.includes(each))).toEqual([]);
});

test("what cannot be cloned never leaves the page, and the page hears so", async ({ launchApp }) => {
  const app = await launchApp();
  await watchMain(app);
  const heard = await app.page.evaluate(async () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    const throwing = Object.defineProperty({}, "id", {
      enumerable: true,
      get: () => {
        throw new Error("a getter");
      },
    });
    const hostile: unknown[] = [
      () => 1,
      Symbol("s"),
      { id: () => 1 },
      throwing,
      document.body,
      new Proxy({}, {}),
      circle,
    ];
    const open = window.desk.openDraft as (input: unknown) => Promise<{ ok: boolean }>;
    return Promise.all(
      hostile.map(async (value) => {
        try {
          return (await open(value)).ok ? "taken" : "refused";
        } catch {
          return "refused";
        }
      }),
    );
  });
  expect(new Set(heard)).toEqual(new Set(["refused"]));
  await expectMainUnharmed(app);
});
