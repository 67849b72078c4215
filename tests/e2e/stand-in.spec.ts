import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, launchApp as launchOutside, test } from "./launch-app.ts";

// What the fixture app proves of the stand-in holds for the real Electron as well: these tests run on both.
const folder = resolve(import.meta.dirname, "../electron-stand-in/fixture-app");

type Fixture = {
  echo: (value: unknown) => Promise<unknown>;
  kinds: (values: unknown[]) => Promise<string[]>;
  fail: () => Promise<never>;
  who: () => Promise<{ url: string; origin: string; main: boolean; top: boolean; window: number }>;
  "ask-for-news": (value: unknown) => Promise<void>;
  open: () => Promise<number>;
  close: () => Promise<void>;
  dark: () => Promise<void>;
  save: (name: string, text: string) => Promise<string>;
  on: (listener: (value: unknown) => void) => () => void;
  twice: (value: unknown) => [unknown, unknown];
  refuse: () => never;
  preloadGlobals: () => { process: string; require: string };
};
declare global {
  var fixture: Fixture;
  var news: unknown[];
  var seen: { permissions: string[]; navigations: string[]; windows: string[]; menu: number };
}

test("values cross the bridge and the process border as structured clones, both ways", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const report = await page.evaluate(async () => {
    const shared = { deep: [1, undefined, Number.NaN, -0] };
    const values = {
      date: new Date(86_400_000),
      map: new Map<unknown, unknown>([["key", new Set([1, "two"])]]),
      bytes: new Uint8Array([0, 127, 255]),
      floats: new Float64Array([0.5, -1]),
      buffer: new Uint8Array([9, 8]).buffer,
      big: 2n ** 70n,
      error: new RangeError("broken"),
      pattern: /a+/giu,
      nothing: undefined,
      shared,
      again: shared,
    };
    const back = (await fixture.echo(values)) as typeof values;
    return {
      kinds: await fixture.kinds(Object.values(values)),
      date: back.date instanceof Date && back.date.getTime(),
      map: back.map instanceof Map && [...(back.map.get("key") as Set<unknown>)],
      bytes: back.bytes instanceof Uint8Array && [...back.bytes],
      floats: back.floats instanceof Float64Array && [...back.floats],
      buffer: back.buffer instanceof ArrayBuffer && [...new Uint8Array(back.buffer)],
      big: back.big === values.big,
      error: back.error instanceof Error && back.error.message,
      pattern: back.pattern instanceof RegExp && String(back.pattern),
      nothing: "nothing" in back && back.nothing === undefined,
      nan: Number.isNaN(back.shared.deep[2]),
      minusZero: Object.is(back.shared.deep[3], -0),
    };
  });
  expect(report).toEqual({
    kinds: [
      "[object Date]",
      "[object Map]",
      "[object Uint8Array]",
      "[object Float64Array]",
      "[object ArrayBuffer]",
      "[object BigInt]",
      "[object Error]",
      "[object RegExp]",
      "[object Undefined]",
      "[object Object]",
      "[object Object]",
    ],
    date: 86_400_000,
    map: [1, "two"],
    bytes: [0, 127, 255],
    floats: [0.5, -1],
    buffer: [9, 8],
    big: true,
    error: "broken",
    pattern: "/a+/giu",
    nothing: true,
    nan: true,
    minusZero: true,
  });
});

test("four megabytes of bytes arrive whole", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const same = await page.evaluate(async () => {
    const bytes = Uint8Array.from({ length: 4 * 1024 * 1024 }, (_, index) => (index * 31) % 256);
    const back = (await fixture.echo(bytes)) as Uint8Array;
    return back.length === bytes.length && back.every((byte, index) => byte === bytes[index]);
  });
  expect(same).toBe(true);
});

test("a hostile key stays data and a function is refused", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const answer = await page.evaluate(async () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}, "\\u0001": "Date"}');
    const back = (await fixture.echo(hostile)) as object;
    const refused = await fixture.echo({ call: () => 1 }).then(
      () => "taken",
      () => "refused",
    );
    return { keys: Object.keys(back).length > 0, polluted: "polluted" in {}, refused };
  });
  expect(answer).toEqual({ keys: true, polluted: false, refused: "refused" });
});

test("calls into the preload answer at once, throw, and reject with Electron's words", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const answer = await page.evaluate(async () => {
    const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
    let thrown = "";
    try {
      fixture.refuse();
    } catch (error) {
      thrown = message(error);
    }
    const rejected = await fixture.fail().catch(message);
    return { twice: fixture.twice("x"), thrown, rejected };
  });
  expect(answer).toEqual({
    twice: ["x", "x"],
    thrown: "not this",
    rejected: "Error invoking remote method 'fail': RangeError: too far",
  });
});

test("the page sees neither the preload's world nor Node, and cannot change what was exposed", async ({
  launchApp,
}) => {
  const { page } = await launchApp({ folder });
  const seen = await page.evaluate(() => {
    const before = fixture.echo;
    Reflect.set(fixture, "echo", () => undefined);
    Reflect.set(globalThis, "fixture", {});
    return {
      secret: "secretOfThePreload" in globalThis,
      require: "require" in globalThis,
      same: fixture.echo === before,
      preload: fixture.preloadGlobals().require,
    };
  });
  expect(seen).toEqual({ secret: false, require: false, same: true, preload: "undefined" });
});

test("main knows the sender: its frame, its origin, its window", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  expect(await page.evaluate(() => fixture.who())).toEqual({
    url: "app://local/index.html",
    origin: "app://local",
    main: true,
    top: true,
    window: 1,
  });
});

test("events reach the listeners until they stop listening", async ({ launchApp }) => {
  const { page, electron } = await launchApp({ folder });
  await page.evaluate(async () => {
    globalThis.news = [];
    const stop = fixture.on((value) => globalThis.news.push(value));
    await fixture["ask-for-news"]("first");
    globalThis.news.push("answered");
    stop();
    await fixture["ask-for-news"]("unheard");
    fixture.on((value) => globalThis.news.push(value));
  });
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send("news", new Date(5));
  });
  await expect.poll(() => page.evaluate(() => globalThis.news.length)).toBe(3);
  const news = await page.evaluate(() => globalThis.news.map((item) => (item instanceof Date ? item.getTime() : item)));
  expect(news).toEqual(["first", "answered", 5]);
});

test("two windows are told apart, and closing one leaves the other", async ({ launchApp }) => {
  const app = await launchApp({ folder });
  const second = await app.windowOpenedBy(() => app.page.evaluate(() => fixture.open()));
  expect((await second.evaluate(() => fixture.who())).window).toBe(2);
  expect((await app.page.evaluate(() => fixture.who())).window).toBe(1);
  await Promise.all([second.waitForEvent("close"), second.evaluate(() => void fixture.close())]);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect((await app.page.evaluate(() => fixture.who())).window).toBe(1);
});

test("a file chosen in the page is read by the page", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  await page
    .locator("#file")
    .setInputFiles({ name: "кого.csv", mimeType: "text/csv", buffer: Buffer.from("phone;name") });
  await expect(page.locator("#out")).toHaveText("кого.csv phone;name");
});

test("a download and a save dialog leave a file", async ({ launchApp }) => {
  const { page, saveFolder } = await launchApp({ folder });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(() => document.querySelector<HTMLAnchorElement>("#download")?.click()),
  ]);
  expect(download.suggestedFilename()).toBe("from-the-page.txt");
  expect(await readFile(await download.path(), "utf8")).toBe("downloaded");

  const saved = await page.evaluate(() => fixture.save("report.csv", "a;b"));
  expect(saved).toBe(`${saveFolder}/report.csv`);
  expect(await readFile(saved, "utf8")).toBe("a;b");
});

test("a permission is the app's to refuse", async ({ launchApp }) => {
  const { page, electron } = await launchApp({ folder });
  const answer = await page.evaluate(async () => {
    const position = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve("granted"),
        ({ code }) => resolve(code === 1 ? "denied" : `error ${code}`),
      );
    });
    return position;
  });
  expect(answer).toBe("denied");
  expect(await electron.evaluate(() => globalThis.seen.permissions)).toContain("geolocation");
});

test("the policy of its answer binds the page", async ({ launchApp }) => {
  const app = await launchApp({ folder });
  const refused = await app.page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), {
        once: true,
      });
    });
    const failed = await fetch("https://example.com/").then(
      () => false,
      () => true,
    );
    return { failed, directive: await violation };
  });
  expect(refused).toEqual({ failed: true, directive: "connect-src" });
  await app.expectProblem(/Content Security Policy/);
});

test("the policy of its answer binds a worker, whose imports are answered, too", async ({ launchApp }) => {
  const { page } = await launchApp({ folder });
  const refused = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker("worker.js", { type: "module" });
        worker.addEventListener("message", ({ data }) => resolve(data));
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        worker.postMessage("https://example.com/");
      }),
  );
  expect(refused).toEqual({
    greeting: "hello from an imported file",
    effectiveDirective: "connect-src",
    blockedURI: "https://example.com/",
  });
});

test("going elsewhere and opening windows is asked of main, and refused", async ({ launchApp }) => {
  const { page, electron } = await launchApp({ folder });
  await page.evaluate(() => {
    location.href = "https://example.com/elsewhere";
  });
  await expect
    .poll(() => electron.evaluate(() => globalThis.seen.navigations))
    .toEqual(["https://example.com/elsewhere"]);
  await page.evaluate(() => void window.open("https://example.com/new"));
  await expect.poll(() => electron.evaluate(() => globalThis.seen.windows)).toEqual(["https://example.com/new"]);
  await expect.poll(() => electron.windows().length).toBe(1);
  const address = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(address).toBe("app://local/index.html");
});

test("only the addresses that the app answers are there", async ({ launchApp }) => {
  const app = await launchApp({ folder });
  const outcome = await app.page.evaluate(
    () =>
      new Promise((resolve) => {
        const script = document.createElement("script");
        script.addEventListener("load", () => resolve("loaded"));
        script.addEventListener("error", () => resolve("failed"));
        script.src = "main.js";
        document.head.append(script);
      }),
  );
  expect(outcome).toBe("failed");
  await app.expectProblem(/404/);
});

test("the theme follows nativeTheme, and a menu item can be clicked", async ({ launchApp }) => {
  const { page, electron } = await launchApp({ folder });
  await page.evaluate(() => fixture.dark());
  await expect.poll(() => page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
  await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("count")?.click());
  expect(await electron.evaluate(() => globalThis.seen.menu)).toBe(1);
});

test("a page whose process died is told to main", async ({ launchApp }) => {
  const { electron } = await launchApp({ folder });
  const reason = await electron.evaluate(
    ({ app, BrowserWindow }) =>
      new Promise((resolve) => {
        app.once("render-process-gone", (_event, _contents, details) => resolve(details.reason));
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
      }),
  );
  expect(reason).toBe("crashed");
});

test("a relaunch and a kill keep what the page stored", async ({ launchApp }) => {
  const app = await launchApp({ folder });
  expect(await app.electron.evaluate(({ app: main }) => main.getPath("userData"))).toBe(app.userData);
  await app.page.evaluate(() => localStorage.setItem("kept", "by relaunch"));
  await app.relaunch();
  expect(await app.page.evaluate(() => localStorage.getItem("kept"))).toBe("by relaunch");
  await app.kill();
  await app.start();
  expect(await app.page.evaluate(() => localStorage.getItem("kept"))).toBe("by relaunch");
});

test("a second instance on the same data hands its arguments to the first and ends", async ({ launchApp }) => {
  const { page, userData } = await launchApp({ folder });
  await page.evaluate(() => {
    globalThis.news = [];
    fixture.on((value) => globalThis.news.push(value));
  });
  await expect(launchOutside({ folder, userData, args: ["people.csv"] })).rejects.toThrow();
  await expect.poll(() => page.evaluate(() => globalThis.news)).toEqual(["people.csv"]);
});

// Where processes can be listed by reading files.
if (existsSync("/proc")) {
  test("nothing is left running after a close or a kill", async ({ launchApp }) => {
    const app = await launchApp({ folder });
    expect(processesWith(app.userData).length).toBeGreaterThan(1);
    await app.close();
    await expect.poll(() => processesWith(app.userData)).toEqual([]);
    await app.start();
    await app.kill();
    await expect.poll(() => processesWith(app.userData)).toEqual([]);
  });
}

/** The command lines of all processes that name the folder. */
function processesWith(folderName: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLineOf(pid))
    .filter((line) => line.includes(folderName));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // Ended in the meantime.
  }
}
