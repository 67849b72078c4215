import type { AccountState, KeptAccount } from "../shared/account.ts";
import type { CampaignDetails, CampaignRow } from "../shared/campaign/view.ts";
import type { AppError } from "../shared/errors.ts";
import type { AppState } from "../shared/ipc/contract.ts";
import type { Settings, SettingsPatch } from "../shared/library/settings.ts";
import type { Result } from "../shared/result.ts";
import { ok } from "../shared/result.ts";
import { openDrafts } from "./library/open-drafts.ts";
import { logFailure } from "./log.ts";
import type { Workspace } from "./workspace.ts";

type Opening = () => Promise<Result<Workspace, AppError>>;

export type ProgramOptions = {
  facts: { version: string; platform: string; locale: string; dataFolder: string };
  openAccount: Opening;
  openPractice: Opening;
  /** Told at the start and with every change. */
  settingsChanged: (settings: Settings) => void;
  /** The window must ask for the state again. */
  stateChanged: () => void;
  /** A side was opened and has begun nothing yet: its newest campaigns as the last run left them. */
  sideOpened: (rows: CampaignRow[]) => void;
};

/** The program: its settings, and which of its two sides the window shows. */
export type Program = {
  /** The side that the window works on, or why it cannot be opened. */
  side: () => Promise<Result<Workspace, AppError>>;
  state: () => Promise<Result<AppState, AppError>>;
  settings: () => Promise<Settings>;
  /** A campaign on whichever side has it; null when none does. */
  campaign: (id: string) => Promise<CampaignDetails | null>;
  changeSettings: (patch: SettingsPatch) => Promise<Settings>;
  connect: (key: string) => Promise<Result<AccountState, AppError>>;
  /** Forgets the connected key; the next account whose key is kept takes its place. */
  removeAccount: () => Promise<Result<AccountState, AppError>>;
  accounts: () => Promise<KeptAccount[]>;
  /** Shows another account. Parts of the one before wait for it; what is in doubt is looked for when it is back. */
  switchAccount: (identity: string) => Promise<Result<AccountState, AppError>>;
  forgetAccount: (identity: string) => Promise<Result<null, AppError>>;
  usePractice: () => Promise<Result<AccountState, AppError>>;
  leavePractice: () => Promise<Result<AccountState, AppError>>;
  /** Whether a key is in the keychain, of the connected account or of another one; null while it does not answer. */
  keepsKey: () => Promise<boolean | null>;
  /** Campaigns of your account to which something may still happen; null when nobody can say. */
  notOver: () => Promise<number | null>;
  suspend: () => Promise<void>;
  resume: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * A side that is open. `begun` resolves when its key was read and what the last run left was recovered, `asked` when the
 * service was asked for the first time after that, or could not be.
 */
type Side = { workspace: Workspace; begun: Promise<void>; asked: Promise<void> };

/**
 * Opens the account's side; practice mode is opened when it is shown. Both then stay open whatever the window
 * shows: what is in doubt goes on being looked for, and a command that is under way while the side changes still ends
 * on the side that it began on.
 * @returns why the account's library cannot be opened
 */
export async function openProgram(options: ProgramOptions): Promise<Result<Program, AppError>> {
  const opened = await options.openAccount();
  if (!opened.ok) return opened;
  const account = begin(opened.value, options.sideOpened);
  const store = opened.value.database.settings;
  options.settingsChanged(await store.read());
  let mode = await store.mode();
  let practice: Promise<Result<Side, AppError>> | null = null;

  const openPractice = (): Promise<Result<Side, AppError>> => {
    const opening = async (): Promise<Result<Side, AppError>> => {
      let side: Result<Workspace, AppError> | null = null;
      try {
        side = await options.openPractice();
      } finally {
        // The next one who asks tries again.
        if (side?.ok !== true) practice = null;
      }
      if (!side.ok) return side;
      const opened = begin(side.value, options.sideOpened);
      void opened.begun.then(sweep);
      return ok(opened);
    };
    practice ??= opening();
    return practice;
  };

  // The window will ask for it at once.
  if (mode === "practice") openPractice().catch((error: unknown) => logFailure("beginning", error));

  const side = async (): Promise<Result<Workspace, AppError>> => {
    // Before a key was ever given there is nothing to recover, and no keychain to wait for.
    if (mode === "welcome") return ok(account.workspace);
    const shown = mode === "practice" ? await openPractice() : ok(account);
    if (!shown.ok) return shown;
    await shown.value.begun;
    return ok(shown.value.workspace);
  };

  let shown = 0;
  const show = async (next: typeof mode): Promise<void> => {
    shown += 1;
    // First of all: the window goes on showing the other side where the disk refuses, and must work on what it shows.
    await store.setMode(next);
    mode = next;
    options.stateChanged();
  };

  /** Network or keychain may take their time: whoever has chosen another side by then stays on it. */
  const showAccount = async (shownBefore: number): Promise<void> => {
    if (shown === shownBefore) await show("account");
    void catchUp(account.workspace);
  };

  const accountState = (workspace: Workspace): AccountState =>
    mode === "welcome" ? { mode: "none" } : workspace.account.state();

  const switchAccount = async (identity: string): Promise<Result<AccountState, AppError>> => {
    const before = shown;
    await account.begun;
    const switched = await account.workspace.account.switchTo(identity);
    if (switched.ok) await showAccount(before);
    return switched;
  };

  const everySide = async (): Promise<Workspace[]> => {
    // One that cannot be opened is told to whoever wanted it.
    const practising = await practice?.catch(() => null);
    return [account.workspace, ...(practising?.ok === true ? [practising.value.workspace] : [])];
  };

  /** What has been kept long enough goes, whatever the window shows. */
  let closed = false;
  const sweep = () => {
    const work = async () => {
      const { keepMonths } = await store.read();
      // By a clock that is years ahead everything has been kept for long enough, and what is erased does not come back.
      const isWrong = account.workspace.account.isClockWrong();
      for (const { privacy } of await everySide()) await privacy.sweep(isWrong ? null : keepMonths);
    };
    work().catch((error: unknown) => {
      // What the end of the program cut short is done at its next start.
      if (!closed) logFailure("privacy", error);
    });
  };
  const sweeping = setInterval(sweep, sweepPause).unref();
  // The first answer of the service tells whether the clock is right.
  void account.begun.then(() => account.asked).then(sweep);

  return ok({
    side,
    async state() {
      const shown = await side();
      if (!shown.ok) return shown;
      return ok({
        ...options.facts,
        settings: await store.read(),
        account: accountState(shown.value),
        counts: await countsOf(shown.value),
        journalProblem: shown.value.database.journalProblem,
        left: null,
      });
    },
    settings: () => store.read(),
    async campaign(id) {
      for (const { sending } of await everySide()) {
        const details = await sending.details(id);
        if (details.ok) return details.value;
      }
      return null;
    },
    async changeSettings(patch) {
      const changed = await store.change(patch);
      if (patch.keepMonths !== undefined) sweep();
      options.settingsChanged(changed);
      options.stateChanged();
      return changed;
    },
    async connect(key) {
      const before = shown;
      await account.begun;
      const connected = await account.workspace.account.connect(key);
      if (connected.ok) await showAccount(before);
      return connected;
    },
    async removeAccount() {
      await account.begun;
      const removed = await account.workspace.account.remove();
      if (!removed.ok) return removed;
      const [next] = await account.workspace.account.kept();
      if (next !== undefined) return switchAccount(next.identity);
      await show("welcome");
      return removed;
    },
    async accounts() {
      await account.begun;
      return account.workspace.account.kept();
    },
    switchAccount,
    async forgetAccount(identity) {
      await account.begun;
      return account.workspace.account.forget(identity);
    },
    async usePractice() {
      const opening = await openPractice();
      if (!opening.ok) return opening;
      await opening.value.begun;
      await show("practice");
      return ok(opening.value.workspace.account.state());
    },
    async leavePractice() {
      await account.begun;
      await show(account.workspace.account.client().ok ? "account" : "welcome");
      return ok(accountState(account.workspace));
    },
    async suspend() {
      await Promise.all((await everySide()).map(({ sending }) => sending.suspend()));
    },
    async resume() {
      await Promise.all((await everySide()).map(({ sending }) => sending.resume()));
    },
    async keepsKey() {
      await account.begun;
      return account.workspace.account.keepsKey();
    },
    notOver: () => account.workspace.database.privacy.campaignsNotOver(),
    async close() {
      closed = true;
      clearInterval(sweeping);
      await Promise.all((await everySide()).map((workspace) => workspace.close()));
    },
  });
}

const sweepPause = 60 * 60_000;

/** Reads the key, recovers what the last run left, and then asks the network, for which nobody waits. */
function begin(workspace: Workspace, opened: ProgramOptions["sideOpened"]): Side {
  const work = async () => {
    // Nothing that only tells keeps sending from beginning.
    await workspace.sending
      .list({ search: "", filter: "all", offset: 0, limit: 500 })
      .then(({ rows }) => opened(rows))
      .catch((error: unknown) => logFailure("notices", error));
    await workspace.account.start();
    await workspace.privacy.unlock();
    await workspace.sending.start();
  };
  const begun = work().catch((error: unknown) => logFailure("beginning", error));
  return { workspace, begun, asked: begun.then(() => catchUp(workspace)) };
}

/** Balance and campaigns as the service has them now. What goes wrong is told by the account's state and the list. */
async function catchUp({ account, sending }: Workspace): Promise<void> {
  if (!account.client().ok) return;
  try {
    await account.refresh();
    sending.hurry();
    await sending.refresh(null);
  } catch (error) {
    logFailure("catching up", error);
  }
}

async function countsOf({ database, sending }: Workspace): Promise<AppState["counts"]> {
  const [campaigns, drafts, lists, templates, neverText] = await Promise.all([
    sending.list({ search: "", filter: "all", offset: 0, limit: 1 }),
    openDrafts(database),
    database.lists.all(),
    database.templates.all(),
    database.neverText.page({ search: "", offset: 0, limit: 1 }),
  ]);
  return {
    campaigns: campaigns.counts.all + drafts.length,
    lists: lists.length,
    templates: templates.length,
    neverText: neverText.total,
  };
}
