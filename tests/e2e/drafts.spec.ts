import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, launchApp as launchOutside, type RunningApp, test } from "./launch-app.ts";
import { chooseFile, figure, looksRight, newCampaign, review, startPractice, writeMessage } from "./steps.ts";

const rows = ["Name;Mobile;City", "Olena;+380 67 123 45 67;Kyiv", "Taras;+380 50 123 45 68;Lviv", "Ivan;067-12;Odesa"];
const customers = { name: "Customers.csv", bytes: new TextEncoder().encode(rows.join("\n")) };
const text = "Hello {Name|friend}, the tulips are here. Stop: flora.ua/stop";

/** The draft on the screen as main has it on the disk; its id is in the window's address. */
const saved = (page: Page) =>
  page.evaluate(async () => {
    const draft = await window.desk.openDraft({ id: location.hash.split("/")[1] ?? "" });
    return draft.ok ? draft.value : null;
  });

/** A draft with a column chosen by hand, a cell corrected, a name, a text, and a review that is not the usual one. */
async function prepare({ page }: RunningApp): Promise<void> {
  await startPractice(page);
  await newCampaign(page);
  await chooseFile(page, customers);
  await page.getByRole("button", { name: "Column C: Field: City" }).click();
  await page.getByRole("menuitem", { name: "Unused" }).click();
  await expect(page.getByRole("button", { name: "Column C: Unused" })).toBeVisible();
  await looksRight(page);
  await correct(page, "067-12", "+380 63 123 45 69");
  await page.getByRole("textbox", { name: "Name of the campaign" }).fill("Tulips in May");
  await writeMessage(page, text);
  await review(page);
  await page.getByRole("button", { name: "Change: From" }).click();
  await page.getByRole("combobox", { name: "Sender" }).fill("Flora");
  await page.getByRole("option", { name: "Flora Shop" }).click();
  await page.getByRole("button", { name: "Use this sender" }).click();
  await page.getByRole("button", { name: "Change: Valid for" }).click();
  await page.getByLabel("Hours, 1 to 72").fill("24");
  await page.getByRole("button", { name: "Use these hours" }).click();
  await expect.poll(async () => (await saved(page))?.review).toMatchObject({ sender: "Flora Shop", validityHours: 24 });
}

/** Corrects the cell that says `from`. */
async function correct(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("gridcell", { name: from }).first().dblclick();
  await page.getByRole("textbox", { name: "Corrected cell" }).fill(to);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("gridcell", { name: to }).first()).toBeVisible();
}

/** Chooses in the menu of the program. */
async function chooseInMenu(app: RunningApp, wanted: string): Promise<void> {
  await app.electron.evaluate(({ Menu }, name) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === name)?.click();
  }, wanted);
}

const steps = (page: Page) => page.getByRole("navigation", { name: "Steps of the campaign" });

/** Everything of `prepare` is there again, beginning with the review. */
async function expectAsLeft(page: Page): Promise<void> {
  await expect(page.getByRole("textbox", { name: "Name of the campaign" })).toHaveValue("Tulips in May");
  await expect(page.getByText("Flora Shop")).toBeVisible();
  await expect(page.getByText("24 hours")).toBeVisible();
  await expect(page.getByText("3 people from Customers.csv")).toBeVisible();
  await steps(page)
    .getByRole("button", { name: /^Message/ })
    .click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(text);
  await steps(page)
    .getByRole("button", { name: /^Recipients/ })
    .click();
  expect(await figure(page, "rows in the file")).toBe(3);
  await expect(page.getByRole("gridcell", { name: "+380 63 123 45 69" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByRole("button", { name: "Column C: Unused" })).toBeVisible();
  await page.getByRole("button", { name: "Looks right" }).click();
}

async function openFromDrafts(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Drafts 1", exact: true }).click();
  await page.getByRole("button", { name: "Draft: Tulips in May" }).click();
}

/** Takes the window's process away and answers the window that comes in its place. */
const windowAfterCrash = (app: RunningApp): Promise<Page> =>
  app.windowOpenedBy(() =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().at(-1)?.webContents.forcefullyCrashRenderer(),
    ),
  );

test("a draft is among the drafts, and as it was, after a power cut and after an ordinary end", async ({
  launchApp,
}) => {
  const app = await launchApp();
  await prepare(app);
  await app.kill();
  await app.start();
  await openFromDrafts(app.page);
  await expectAsLeft(app.page);
  await steps(app.page)
    .getByRole("button", { name: /^Review/ })
    .click();
  await expect(app.page.getByText("Flora Shop")).toBeVisible();
  await app.relaunch();
  await openFromDrafts(app.page);
  await expectAsLeft(app.page);
});

test("what is being typed when the power goes is there up to the last moment that was said to be saved", async ({
  launchApp,
}) => {
  const app = await launchApp();
  await startPractice(app.page);
  await newCampaign(app.page);
  await app.page.getByRole("textbox", { name: "Name of the campaign" }).fill("Tulips in May");
  await steps(app.page)
    .getByRole("button", { name: /^Message/ })
    .click();
  await app.page.getByRole("textbox", { name: "Text" }).pressSequentially("Half a sent");
  await expect.poll(async () => (await saved(app.page))?.text).toBe("Half a sent");
  await app.kill();
  await app.start();
  await openFromDrafts(app.page);
  await expect(app.page.getByRole("textbox", { name: "Text" })).toHaveValue("Half a sent");
});

test("a window whose process died comes back on its draft, as it was", async ({ launchApp }) => {
  const app = await launchApp();
  await prepare(app);
  const next = await windowAfterCrash(app);
  await expectAsLeft(next);
  await next
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Campaigns/ })
    .click();
  await expect(next.getByRole("button", { name: "Draft: Tulips in May" })).toBeVisible();
  const last = await windowAfterCrash(app);
  await expect(last.getByRole("heading", { name: "Campaigns", exact: true })).toBeVisible();
});

test("a window that died over a file says which, and keeps the list that was there", async ({ launchApp }) => {
  const app = await launchApp();
  await startPractice(app.page);
  await newCampaign(app.page);
  await chooseFile(app.page, customers);
  await looksRight(app.page);
  const heavy = join(app.saveFolder, "heavy.csv");
  // So much that it is still being read, on whatever computer, when the window's process has been taken away.
  const row = `Olena;+380 67 123 45 67;${"a long note ".repeat(9)}\n`;
  await writeFile(heavy, `Name;Mobile;Note\n${row.repeat(1_000_000)}`);
  await chooseFile(app.page, heavy);
  await expect(app.page.getByRole("heading", { name: "Reading heavy.csv" })).toBeVisible();
  const next = await windowAfterCrash(app);
  await expect(next.getByText("heavy.csv: Reading this file took too long")).toBeVisible();
  expect(await figure(next, "rows in the file")).toBe(3);
  // It was said once: the next window has nothing to say.
  const last = await windowAfterCrash(app);
  await expect(last.getByRole("gridcell", { name: "Olena" })).toBeVisible();
  await expect(last.getByText("heavy.csv")).toBeHidden();
});

test("a correction is taken back with Ctrl+Z, and stays so; a file that is gone replaces no list", async ({
  launchApp,
}) => {
  const app = await launchApp();
  await startPractice(app.page);
  await newCampaign(app.page);
  await chooseFile(app.page, customers);
  await looksRight(app.page);
  await correct(app.page, "067-12", "+380 63 123 45 69");
  await correct(app.page, "Taras", "Tarasyk");
  await app.page.keyboard.press("ControlOrMeta+z");
  await expect(app.page.getByRole("gridcell", { name: "Taras", exact: true })).toBeVisible();
  await expect.poll(async () => (await saved(app.page))?.edits.length).toBe(1);
  await app.page.getByRole("button", { name: /^Undo/ }).click();
  await expect(app.page.getByRole("gridcell", { name: "067-12" }).first()).toBeVisible();
  await expect(app.page.getByRole("button", { name: /^Undo/ })).toBeDisabled();
  await expect.poll(async () => (await saved(app.page))?.edits).toEqual([]);

  // A file that is gone by the time its replacement is confirmed replaces nothing.
  await correct(app.page, "Taras", "Tarasyk");
  const newer = join(test.info().outputPath(), "Newer.csv");
  await writeFile(newer, rows.join("\n"));
  await chooseFile(app.page, newer);
  await rm(newer);
  await app.page.getByRole("button", { name: "Use Newer.csv" }).click();
  await expect(app.page.getByText("Newer.csv: This file cannot be read just now.")).toBeVisible();
  await expect(app.page.getByRole("gridcell", { name: "Tarasyk" })).toBeVisible();

  // The worker that holds the list dies: the rows come back by themselves, with what was done to them.
  for (const worker of app.page.workers()) {
    await worker.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error("out of memory");
        }, 0),
    );
  }
  await correct(app.page, "Olena", "Olenka");
  await expect(app.page.getByRole("gridcell", { name: "Tarasyk" })).toBeVisible();

  // What is being typed in a cell while the menu begins another campaign is kept.
  await app.page.getByRole("gridcell", { name: "Ivan" }).dblclick();
  await app.page.getByRole("textbox", { name: "Corrected cell" }).fill("Ivanko");
  const id = await app.page.evaluate(() => location.hash.split("/")[1] ?? "");
  await chooseInMenu(app, "New campaign");
  await expect(app.page.getByText("Drop a spreadsheet here")).toBeVisible();
  const names = () =>
    app.page.evaluate(async (draftId) => {
      const draft = await window.desk.openDraft({ id: draftId });
      return draft.ok ? draft.value.edits.map((edit) => "value" in edit && edit.value) : null;
    }, id);
  await expect.poll(names).toEqual(["Tarasyk", "Olenka", "Ivanko"]);
});

test("a spreadsheet that is opened with the program, or while it runs, becomes a new draft; of the menu, that of the one on the screen", async ({
  launchApp,
}) => {
  const folder = test.info().outputPath();
  const [first, second] = [join(folder, "With the program.csv"), join(folder, "While it runs.csv")];
  for (const file of [first, second]) await writeFile(file, customers.bytes);
  const third = join(folder, "From the menu.csv");
  await writeFile(third, customers.bytes);
  const app = await launchApp({ args: [first], env: { STAND_IN_OPEN_FILES: JSON.stringify([third]) } });
  await app.page.getByRole("button", { name: "Start in practice mode" }).click();
  await expect(app.page.getByRole("heading", { name: "Do these look right?" })).toBeVisible();
  await expect(app.page.getByRole("textbox", { name: "Name of the campaign" })).toHaveValue("With the program");
  await expect(launchOutside({ userData: app.userData, args: [second] })).rejects.toThrow();
  await expect(app.page.getByRole("textbox", { name: "Name of the campaign" })).toHaveValue("While it runs");
  await expect(app.page.getByRole("heading", { name: "Do these look right?" })).toBeVisible();
  await chooseInMenu(app, "Open a spreadsheet…");
  await expect(app.page.getByText("From the menu.csv").first()).toBeVisible();
  await expect(app.page.getByRole("textbox", { name: "Name of the campaign" })).toHaveValue("While it runs");
});

test("what is under way while practice mode is left ends where it began", async ({ launchApp }) => {
  const app = await launchApp();
  await startPractice(app.page);
  const codes = await app.page.evaluate(async () => {
    const { desk } = window;
    const saves = Array.from({ length: 50 }, (_, index) => desk.createDraft({ title: `${index}` }));
    const answers = await Promise.all([...saves, desk.leavePracticeMode({}), desk.getAppState({})]);
    return answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
  });
  expect(codes).toEqual([]);
  await startPractice(app.page);
  await expect(app.page.getByRole("button", { name: "Drafts 50", exact: true })).toBeVisible();
});

test("letters typed in the moment before the program ends, or its window is closed, are there at the next start", async ({
  launchApp,
}) => {
  const app = await launchApp();
  await startPractice(app.page);
  await newCampaign(app.page);
  await chooseFile(app.page, customers);
  await looksRight(app.page);
  await writeMessage(app.page, "Hello");
  await expect.poll(async () => (await saved(app.page))?.text).toBe("Hello");
  await typeInTheLastMoment(app.page, ", here are the last letters");
  await app.relaunch();
  await openMessage(app.page);
  await expect(app.page.getByRole("textbox", { name: "Text" })).toHaveValue("Hello, here are the last letters");

  await typeInTheLastMoment(app.page, ", and more of them");
  const ended = app.electron.waitForEvent("close");
  await app.electron.evaluate(({ app: program, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // On macOS the program goes on without a window.
    window?.once("closed", () => program.quit());
    window?.close();
  });
  await ended;
  await app.start();
  await openMessage(app.page);
  await expect(app.page.getByRole("textbox", { name: "Text" })).toHaveValue(/, and more of them$/);

  // Somebody in a hurry tells the program to end, and closes the window while it saves.
  await typeInTheLastMoment(app.page, ", and the very last");
  const left = app.electron.waitForEvent("close");
  await app.electron.evaluate(({ app: program, BrowserWindow }) => {
    program.quit();
    for (const _ of [1, 2]) BrowserWindow.getAllWindows()[0]?.close();
  });
  await left;
  await app.start();
  await openMessage(app.page);
  await expect(app.page.getByRole("textbox", { name: "Text" })).toHaveValue(/, and the very last$/);
});

/** Types at the end of the text; nothing is saved by itself from now on, so that the moment never is over. */
async function typeInTheLastMoment(page: Page, letters: string): Promise<void> {
  await page.evaluate(() => {
    window.setTimeout = (() => 0) as unknown as typeof window.setTimeout;
  });
  const text = page.getByRole("textbox", { name: "Text" });
  await text.press("End");
  await text.pressSequentially(letters);
}

/** From the list of campaigns to the text of the draft. */
async function openMessage(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "Campaigns" }).click();
  await page.getByRole("button", { name: "Customers" }).first().click();
  await steps(page)
    .getByRole("button", { name: /^Message/ })
    .click();
}
