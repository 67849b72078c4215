import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { test as base, _electron, type ElectronApplication, expect, type Page } from "@playwright/test";

const root = resolve(import.meta.dirname, "../..");

export type LaunchOptions = {
  /** The folder with the app's package.json; Campaign Desk itself when left out. */
  folder?: string;
  /** An own data folder, which is then left in place; a new one, removed in the end, when left out. */
  userData?: string;
  /** Added to this process's environment. No test reaches the real service, unless `BSG_API_URL` says so here. */
  env?: Record<string, string>;
  /** Further arguments, such as a spreadsheet to open. */
  args?: string[];
};

/** The program while a test has it: the same on the real Electron and on the stand-in. */
export class RunningApp {
  readonly userData: string;
  /** Where a save dialog puts a file, unless the test replaces `dialog.showSaveDialog` itself. */
  readonly saveFolder: string;
  /** What the pages logged as errors or threw, in order; a test that ends well has none. */
  readonly problems: string[] = [];
  readonly #options: LaunchOptions;
  readonly #temporary: string[];
  #electron: ElectronApplication | undefined;
  #page: Page | undefined;
  #output = "";

  private constructor(options: LaunchOptions, userData: string, saveFolder: string, temporary: string[]) {
    this.#options = options;
    this.userData = userData;
    this.saveFolder = saveFolder;
    this.#temporary = temporary;
  }

  static async launch(options: LaunchOptions = {}): Promise<RunningApp> {
    const saveFolder = await mkdtemp(join(tmpdir(), "desk-saved-"));
    const temporary = [saveFolder];
    let { userData } = options;
    if (userData === undefined) {
      userData = await mkdtemp(join(tmpdir(), "desk-data-"));
      temporary.push(userData);
    }
    const app = new RunningApp(options, userData, saveFolder, temporary);
    try {
      await app.#start();
    } catch (error) {
      await app.dispose();
      throw error;
    }
    return app;
  }

  /** Playwright's handle of the main process: `app.electron.evaluate(({ BrowserWindow }) => …)`. */
  get electron(): ElectronApplication {
    if (this.#electron === undefined) throw new Error("The app is not running");
    return this.#electron;
  }

  /** The first window's page. */
  get page(): Page {
    if (this.#page === undefined) throw new Error("The app is not running");
    return this.#page;
  }

  /** What the main process wrote to its outputs. */
  get output(): string {
    return this.#output;
  }

  /** The next window that opens because of `action`. */
  async windowOpenedBy(action: () => Promise<unknown>): Promise<Page> {
    const [page] = await Promise.all([this.electron.waitForEvent("window"), action()]);
    await shown(page);
    return page;
  }

  /** Ends the program as a user does, and starts it again on the same data. */
  async relaunch(): Promise<void> {
    await this.close();
    await this.#start();
  }

  /** Starts the program again on the same data after a `kill` or a `close`. */
  start(): Promise<void> {
    return this.#start();
  }

  async close(): Promise<void> {
    const electron = this.#electron;
    if (electron === undefined) return;
    const child = electron.process();
    this.#electron = undefined;
    await electron.close();
    await untilDead(child.pid);
  }

  /** SIGKILL for the main process, as a power cut would have it. Resolves when it is proven dead. */
  async kill(): Promise<void> {
    const electron = this.electron;
    const { pid } = electron.process();
    const closed = electron.waitForEvent("close");
    this.#electron = undefined;
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    await closed;
    await untilDead(pid);
  }

  /** Takes the problems that match out of `problems`; fails when there is none. */
  async expectProblem(pattern: RegExp): Promise<void> {
    await expect
      .poll(() => this.problems.some((problem) => pattern.test(problem)), { message: String(pattern) })
      .toBe(true);
    const others = this.problems.filter((problem) => !pattern.test(problem));
    this.problems.splice(0, this.problems.length, ...others);
  }

  /** Ends whatever still runs and removes what was made for this run. */
  async dispose(): Promise<void> {
    const pid = this.#electron?.process().pid;
    const orderly = this.close().then(
      () => true,
      () => false,
    );
    const ended = await Promise.race([orderly, wait(15_000, false, { ref: false })]);
    if (!ended && pid !== undefined && isAlive(pid)) process.kill(pid, "SIGKILL");
    for (const folder of this.#temporary) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }

  async #start(): Promise<void> {
    const { folder = root, env = {}, args = [] } = this.#options;
    const electron = await _electron.launch({
      args: [folder, `--user-data-dir=${this.userData}`, "--lang=en-US", ...args],
      cwd: root,
      env: {
        ...environment(),
        LC_ALL: "en_US.UTF-8",
        BSG_API_URL: "http://127.0.0.1:1",
        STAND_IN_SAVE_DIR: this.saveFolder,
        ...env,
      },
      acceptDownloads: true,
      colorScheme: null,
      timeout: 60_000,
    });
    this.#electron = electron;
    const keep = (chunk: Buffer): void => {
      this.#output += chunk.toString("utf8");
    };
    electron.process().stdout?.on("data", keep);
    electron.process().stderr?.on("data", keep);
    electron.context().on("weberror", (error) => this.problems.push(error.error().message));
    electron.context().on("console", (message) => {
      if (message.type() === "error") this.problems.push(message.text());
    });
    await electron.evaluate(({ dialog }, saveFolder) => {
      dialog.showSaveDialog = (...given: unknown[]) => {
        const { defaultPath = "untitled", filters = [] } = given.at(-1) as Electron.SaveDialogOptions;
        const name = defaultPath.split(/[\\/]/).at(-1) ?? "untitled";
        // Without the kind of the file a system shows all that is in the folder, and takes a name without its ending.
        const ending = /\.(xlsx|csv)$/.exec(name)?.[1];
        if (ending !== undefined && !filters.some(({ extensions }) => extensions.includes(ending)))
          return Promise.reject(new Error(`The dialog that saves ${name} does not say what kind of file it is`));
        return Promise.resolve({ canceled: false, filePath: `${saveFolder}/${name}` });
      };
    }, this.saveFolder);
    this.#page = await electron.firstWindow({ timeout: 60_000 });
    await shown(this.#page);
  }
}

/** Launches the app outside a test; `dispose()` is then the caller's. */
export function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  return RunningApp.launch(options);
}

type Fixtures = {
  /** Launches the app; when the test is over it is ended, and its pages must have had no problem. */
  launchApp: (options?: LaunchOptions) => Promise<RunningApp>;
};

/** Playwright's `test` with `launchApp`. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs: nothing.
  launchApp: async ({}, hand, testInfo) => {
    const running: RunningApp[] = [];
    await hand(async (options) => {
      const app = await RunningApp.launch(options);
      running.push(app);
      return app;
    });
    for (const app of running) {
      await app.dispose();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach("main process", { body: app.output, contentType: "text/plain" });
      }
    }
    expect(running.flatMap(({ problems }) => problems)).toEqual([]);
  },
});

export { expect };

/** A window begins on a page of nobody's; what counts is the app's own. */
async function shown(page: Page): Promise<void> {
  await page.waitForURL((url) => url.protocol !== "about:" && url.protocol !== "data:", { timeout: 60_000 });
}

async function untilDead(pid: number | undefined): Promise<void> {
  await expect
    .poll(() => pid !== undefined && isAlive(pid), { message: "the main process is still alive" })
    .toBe(false);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // ESRCH: no such process.
  }
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // Set for a Node that runs as Electron; it would make the real Electron a bare Node.
  return Object.fromEntries(entries.filter(([name]) => name !== "ELECTRON_RUN_AS_NODE"));
}
