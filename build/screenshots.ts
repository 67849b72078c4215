// `npm run screenshots`: every screen of the program as a picture in out/screenshots/, light in English and dark in
// Ukrainian, to look at beside the design. The main job comes first, then the desk, then everything that asks or waits.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
// Declares `window.desk`.
import "../renderer/ui/desk.ts";
import { heldJournal } from "../tests/e2e/held-journal.ts";
import { launchApp, type RunningApp } from "../tests/e2e/launch-app.ts";
import { firstKey } from "../tests/sending/desk.ts";
import * as steps from "../tests/e2e/steps.ts";
import { demoList } from "./make-demo-list.ts";
import { type Picture, picturesOf, say, walk } from "./walk.ts";

const folder = resolve(import.meta.dirname, "../out/screenshots");
const looks = [
  { theme: "light", language: "en" },
  { theme: "dark", language: "uk" },
] as const;
type Look = (typeof looks)[number];

/** The entries of the side, by their order: their words are those of the language. */
const entries = ["campaigns", "lists", "templates", "never-text", "settings"];
/** What is asked and watched in `tests/e2e/held-journal.ts`, and the name of its picture. */
const holds = {
  "Absent, sent": "hold-no-trace",
  "Not checked": "hold-not-checked",
  "Cancelled in doubt": "cancelled-and-watched",
  "Two missing": "people-missing",
  "Being taken in": "being-taken-in",
  "Out of money": "paused-at-the-service",
  "Of another account": "of-another-account",
  "Closed with Undo": "closed-with-undo",
  "Closed in two parts": "closed-in-two-parts",
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const customers = join(folder, "Customers of the flower shop.xlsx");
writeFileSync(customers, demoList());

await withApp(await launchApp({ env: { BSG_API_URL: "" } }), async ({ page }) => {
  await walk(page, customers, await picturesOf(page, folder));
  const picture = await picturesOf(page, folder, 40);
  await inEachLook(page, async (look) => theDesk(page, look, picture));
});
const held = await heldJournal();
try {
  const app = await launchApp({ userData: held.userData, env: { BSG_API_URL: held.service.url } });
  await withApp(app, async ({ page }) => {
    await steps.connectAccount(page, firstKey);
    const picture = await picturesOf(page, folder, 70);
    await inEachLook(page, async (look) => theHolds(page, look, picture));
  });
} finally {
  await held.close();
}

/** Everything of the side, a finished campaign, its people by outcome, and a draft's steps. */
async function theDesk(page: Page, { theme, language }: Look, picture: Picture): Promise<void> {
  const side = page.getByRole("navigation").getByRole("button");
  for (const [place, entry] of entries.entries()) {
    await side.nth(place).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await picture(`${entry}-${theme}-${language}`);
  }
  await side.first().click();
  await page.getByRole("button", { name: "Customers of the flower shop", exact: true }).last().click();
  await page.getByRole("searchbox").waitFor();
  await picture(`campaign-${theme}-${language}`);
  await page.getByRole("searchbox").scrollIntoViewIfNeeded();
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 4000);
  await picture(`campaign-people-${theme}-${language}`);
}

async function theHolds(page: Page, { theme, language }: Look, picture: Picture): Promise<void> {
  const campaigns = page.getByRole("navigation").getByRole("button").first();
  await campaigns.click();
  await page.getByRole("button", { name: "Absent, sent", exact: true }).waitFor();
  await picture(`campaigns-that-wait-${theme}-${language}`);
  for (const [title, name] of Object.entries(holds)) {
    await campaigns.click();
    await page.getByRole("button", { name: title, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByRole("searchbox").waitFor();
    await picture(`${name}-${theme}-${language}`);
  }
}

async function inEachLook(page: Page, act: (look: Look) => Promise<void>): Promise<void> {
  for (const look of looks) {
    say(`The desk, ${look.theme}, ${look.language}`);
    await page.evaluate((settings) => window.desk.changeSettings(settings), look);
    await page.locator(`html[lang="${look.language}"]`).waitFor();
    await act(look);
  }
}

/** Ends the program however the work ends; its window must not have complained. */
async function withApp(app: RunningApp, work: (app: RunningApp) => Promise<void>): Promise<void> {
  try {
    await work(app);
    if (app.problems.length > 0) throw new Error(`The window complained: ${app.problems.join("\n")}`);
  } finally {
    await app.dispose();
  }
}
