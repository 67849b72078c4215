import { commandNames } from "../../shared/ipc/bridge.ts";
import { commands } from "../../shared/ipc/contract.ts";
import { expect, test } from "./launch-app.ts";
import { loopbackServer } from "./loopback-server.ts";
import { expectMainUnharmed, watchMain } from "./main-watch.ts";
import { startPractice } from "./steps.ts";

test("window.desk has the named methods of the contract and nothing else", async ({ launchApp }) => {
  const app = await launchApp();
  await startPractice(app.page);
  const found = await app.page.evaluate(async () => {
    const desk = window.desk as unknown as Record<string, unknown>;
    const heard: unknown[][] = [];
    const on = window.desk.on as (event: string, listener: (...args: unknown[]) => void) => () => void;
    const refusals = ["", "nothing", "__proto__", "desk:menu", "constructor"].map((event) => {
      try {
        on(event, () => undefined);
        return "listens";
      } catch {
        return "refused";
      }
    });
    const next = new Promise<void>((resolve) => {
      on("appStateChanged", (...args) => {
        heard.push(args);
        resolve();
      });
    });
    await window.desk.changeSettings({ theme: "dark" });
    await next;
    Reflect.set(desk, "getAppState", () => "another");
    Reflect.set(window, "desk", {});
    return {
      names: Object.keys(desk).sort(),
      kinds: [...new Set(Object.values(desk).map((value) => typeof value))],
      same: window.desk === desk && (await window.desk.getAppState({})).ok,
      refusals: [...new Set(refusals)],
      heard: [...new Set(heard.map((args) => JSON.stringify(args)))],
      leaks: ["require", "process", "module", "Buffer", "global", "ipcRenderer", "electron"].filter((x) => x in window),
    };
  });
  expect(Object.keys(commands).sort()).toEqual([...commandNames].sort());
  expect(found).toEqual({
    names: [...commandNames, "on"].sort(),
    kinds: ["function"],
    same: true,
    refusals: ["refused"],
    heard: ["[{}]"],
    leaks: [],
  });
});

// A message from a frame inside of our page cannot be shown: no preload runs there, and the policy lets no frame load.
test("a message from another window or from another page in our own window is refused", async ({ launchApp }) => {
  const app = await launchApp();
  await watchMain(app);
  const ask = 'desk.getAppState({}).then(() => "answered", (error) => error.message)';
  const said = await app.electron.evaluate(async ({ app: main, BrowserWindow }, question) => {
    const preload = `${main.getAppPath()}/out/preload/preload.cjs`;
    const [own] = BrowserWindow.getAllWindows();
    const foreign = new BrowserWindow({ webPreferences: { preload, sandbox: true, contextIsolation: true } });
    await foreign.loadURL("app://local/index.html");
    const fromAnotherWindow: unknown = await foreign.webContents.executeJavaScript(question);
    foreign.destroy();
    await own?.loadURL("data:text/html,elsewhere");
    const fromAnotherPage: unknown = await own?.webContents.executeJavaScript(question);
    await own?.loadURL("app://local/index.html");
    return { fromAnotherWindow, fromAnotherPage };
  }, ask);
  expect(said.fromAnotherWindow).toMatch(/Refused/);
  expect(said.fromAnotherPage).toMatch(/Refused/);
  // The foreign window's page had asked for itself, too.
  await app.expectProblem(/Refused/);
  await expectMainUnharmed(app);
});

test("a frame inside of our page has no way to main", async ({ launchApp }) => {
  const { page } = await launchApp();
  const found = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    return { there: frame.contentWindow !== null, desk: frame.contentWindow !== null && "desk" in frame.contentWindow };
  });
  expect(found).toEqual({ there: true, desk: false });
});

test("every window is isolated, sandboxed and without Node, also one that replaces a window that died", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const preferences = () =>
    app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // Electron has it and does not declare it.
        const last = Reflect.get(contents, "getLastWebPreferences") as () => Electron.WebPreferences;
        const { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag } = last.call(contents);
        return { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag };
      }),
    );
  const safe = {
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
  };
  expect(await preferences()).toEqual([safe]);
  const next = await app.windowOpenedBy(() =>
    app.electron.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer()),
  );
  await expect(next.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
  await expect.poll(preferences).toEqual([safe]);
});

/** Ways out of the page, to an address that must not be reached. */
const waysOut: Record<string, (url: string) => void> = {
  "a link": (url) => Object.assign(document.body.appendChild(document.createElement("a")), { href: url }).click(),
  "an address": (url) => location.assign(url),
  "a replacement": (url) => location.replace(url),
  "a form": (url) => {
    const form = Object.assign(document.createElement("form"), { action: url, method: "post" });
    document.body.appendChild(form).submit();
  },
  "a refresh": (url) => {
    document.head.append(
      Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0; url=${url}` }),
    );
  },
  "a webview": (url) => {
    const view = document.createElement("webview");
    view.setAttribute("src", url);
    document.body.append(view);
  },
  "a file": () => location.assign("file:///etc/passwd"),
  data: () => location.assign("data:text/html,elsewhere"),
};

test("the page goes nowhere, whatever way it tries", async ({ launchApp }) => {
  const elsewhere = await loopbackServer();
  const app = await launchApp();
  await expect(app.page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
  for (const [name, way] of Object.entries(waysOut)) {
    await app.page.evaluate(way, `${elsewhere.url}${encodeURIComponent(name)}`);
    expect(await app.page.evaluate(() => document.querySelectorAll("input[type=password]").length), name).toBe(1);
    const there = () =>
      app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().map((each) => each.getURL()));
    await expect.poll(there, name).toEqual(["app://local/index.html"]);
    await expect.poll(() => app.electron.windows().length, name).toBe(1);
  }
  expect(elsewhere.requests).toEqual([]);
  for (const refused of [/form-action/, /Not allowed to load/, /Not allowed to navigate/]) {
    await app.expectProblem(refused);
  }
});

test("the page opens no window", async ({ launchApp }) => {
  const app = await launchApp();
  await expect(app.page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
  // The stand-in opens no window either; where the program would have let it, it says so.
  await app.electron.evaluate(() => {
    globalThis.opened = [];
    console.error = (sentence: string) => globalThis.opened.push(sentence);
  });
  // On the stand-in Chromium may ask for the new window's page before the window is refused: this one is nowhere.
  await app.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opened = window.open("https://elsewhere.invalid/");
        const look = (): void => void (opened === null || opened.closed ? resolve() : setTimeout(look, 10));
        look();
      }),
  );
  const { contents, opened } = await app.electron.evaluate(({ webContents }) => ({
    contents: webContents.getAllWebContents().length,
    opened: globalThis.opened,
  }));
  expect({ contents, opened }).toEqual({ contents: 1, opened: [] });
  expect(app.electron.windows()).toHaveLength(1);
});

test("every permission is denied", async ({ launchApp }) => {
  const { page } = await launchApp();
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read", "clipboard-write"];
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    const [queried, position, notify] = await Promise.all([
      Promise.all(asked),
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(resolve, ({ code }) => resolve(code === 1 ? "denied" : code));
      }),
      Notification.requestPermission(),
    ]);
    return [...queried.map(({ state }) => state), position, notify];
  });
  expect(new Set(states)).toEqual(new Set(["denied"]));
});
