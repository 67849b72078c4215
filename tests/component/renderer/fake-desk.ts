// Declares `window.desk`.
import "../../../renderer/ui/desk.ts";
import type { AppState } from "../../../shared/ipc/contract.ts";
import { commandNames, type Desk } from "../../../shared/ipc/bridge.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { err } from "../../../shared/result.ts";
import { startI18n } from "../../../renderer/i18n/i18n.ts";
import { useAppStore } from "../../../renderer/ui/app-store.ts";

/** A state of the program with an account, in English. */
export const anAppState: AppState = {
  version: "0.1.0",
  platform: "linux",
  locale: "en-GB",
  dataFolder: "/data",
  settings: {
    language: "en",
    theme: "light",
    defaultCountry: "UA",
    undoSeconds: 15,
    testNumber: "",
    notifications: true,
    keepMonths: 12,
  },
  account: {
    mode: "account",
    keyHint: "live_…x8k",
    testKey: false,
    kept: "keychain",
    identity: "40217",
    balance: { millionths: 312_400_000, currency: "EUR" },
    problem: null,
  },
  counts: { campaigns: 1, lists: 0, templates: 0, neverText: 0 },
  journalProblem: null,
  left: null,
};

/** Puts main's side of the bridge into the window: the given commands answer, every other refuses. */
export async function giveDesk(commands: Partial<Desk>): Promise<void> {
  const refusing = Object.fromEntries(
    commandNames.map((name) => [name, () => Promise.resolve(err(appErrorOf("internal", { where: name })))]),
  );
  window.desk = { ...refusing, on: () => () => undefined, ...commands } as Desk;
  useAppStore.setState({ app: anAppState, problem: null });
  await startI18n();
}
