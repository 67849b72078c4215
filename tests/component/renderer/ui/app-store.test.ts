import { expect, test } from "vitest";
import { refreshApp, useAppStore } from "../../../../renderer/ui/app-store.ts";
import type { AppState } from "../../../../shared/ipc/contract.ts";
import { appErrorOf, type AppError } from "../../../../shared/errors.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";
import { anAppState, giveDesk } from "../fake-desk.ts";

/** Asks for the state twice and answers both as it is told: by the place of the question. */
async function askedTwice(answers: [number, Result<AppState, AppError>][]) {
  const asked = [
    Promise.withResolvers<Result<AppState, AppError>>(),
    Promise.withResolvers<Result<AppState, AppError>>(),
  ];
  let next = 0;
  await giveDesk({ getAppState: async () => asked[next++]?.promise ?? err(appErrorOf("internal")) });
  const refreshing = [refreshApp(), refreshApp()];
  for (const [place, answer] of answers) {
    asked[place]?.resolve(answer);
    await refreshing[place];
  }
  return useAppStore.getState();
}

const practice: AppState = { ...anAppState, account: { mode: "practice", balance: null, problem: null } };

test("an older answer that comes late does not show practice mode over the account, nor a problem that is gone", async () => {
  const late = await askedTwice([
    [1, ok(anAppState)],
    [0, ok(practice)],
  ]);
  expect(late.app?.account.mode).toBe("account");
  const refused = await askedTwice([
    [1, ok(anAppState)],
    [0, err(appErrorOf("internal"))],
  ]);
  expect(refused.problem).toBeNull();
});

test("answers in their order are shown as they come", async () => {
  const first = await askedTwice([[0, ok(practice)]]);
  expect(first.app?.account.mode).toBe("practice");
});
