import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { folder } from "./fixture-app.ts";
import { expect, launchApp as launchOutside, test } from "./launch-app.ts";

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
