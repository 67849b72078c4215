// `npm run demo`: the whole main job by itself, in practice mode and without a window. It takes a spreadsheet of a few
// hundred rows, good and bad ones, from the welcome to a finished and to a cancelled campaign, leaves a picture of every
// step and the report in out/demo/, and prints what the practice service accepted.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Ledger, readLedger } from "../electron/practice/ledger.ts";
import { expect, launchApp, type RunningApp } from "../tests/e2e/launch-app.ts";
import * as steps from "../tests/e2e/steps.ts";
import { demoList } from "./make-demo-list.ts";

const folder = resolve(import.meta.dirname, "../out/demo");
const data = join(folder, "data");
const customers = join(folder, "Customers of the flower shop.xlsx");
const text =
  "Hello {Name|friend}! Tulip and crocus bulbs are in… Regular customers get “3 for 2” until Sunday in {City}. No more texts? flora.ua/stop";

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(customers, demoList());

const app = await launchApp({ userData: data, env: { BSG_API_URL: "" } });
try {
  await walk(app);
  tellLedger(readLedger(join(data, "practice", "service.sqlite")));
  if (app.problems.length > 0) throw new Error(`The window complained: ${app.problems.join("\n")}`);
} finally {
  await app.dispose();
}

async function walk({ page, saveFolder }: RunningApp): Promise<void> {
  await page.setViewportSize({ width: 1200, height: 780 });
  let number = 0;
  const picture = async (name: string): Promise<void> => {
    number += 1;
    const file = `${String(number).padStart(2, "0")}-${name}.png`;
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, file), animations: "disabled" });
    process.stdout.write(`  out/demo/${file}\n`);
  };
  await expect(page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
  await picture("welcome");

  say("A spreadsheet becomes a list");
  await steps.startPractice(page);
  await steps.newCampaign(page);
  await picture("recipients-empty");
  await steps.chooseFile(page, customers);
  await expect(page.getByRole("button", { name: "Looks right" })).toBeVisible();
  await picture("recipients-check");
  await steps.looksRight(page);
  await picture("recipients");
  await page.getByRole("button", { name: /\d invalid$/ }).click();
  await picture("recipients-invalid");

  say("A message, and what everybody gets");
  await steps.writeMessage(page, text);
  await expect(page.getByRole("button", { name: /^Replace/ })).toBeVisible();
  await expect(page.getByText(/people, .* parts, €/)).toBeVisible();
  await picture("message");
  await page.getByRole("button", { name: /^Replace/ }).click();
  await expect(page.getByRole("button", { name: /^Replace/ })).toBeHidden();
  await expect(page.getByText(/people, .* parts, €/)).toBeVisible();
  await picture("message-cheaper");

  say("Review, confirmation, and a moment to undo");
  await steps.reviewAndConsent(page);
  await picture("review");
  await page.getByRole("button", { name: /^Send to/ }).click();
  await picture("confirmation");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send to/ })
    .click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await picture("undo");

  say("Sending");
  await steps.sendNow(page);
  await expect(page.getByText(/^[1-9]\d* delivered$/).first()).toBeVisible({ timeout: 60_000 });
  await picture("campaign-sending");
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 180_000 });
  await picture("campaign-finished");
  await page.getByRole("button", { name: "Export report" }).click();
  await expect(page.getByText(/^Saved as /)).toBeVisible({ timeout: 60_000 });
  const [report = ""] = readdirSync(saveFolder);
  copyFileSync(join(saveFolder, report), join(folder, "report.xlsx"));
  process.stdout.write("  out/demo/report.xlsx\n");

  say("A second campaign is cancelled");
  await steps.newCampaign(page);
  await steps.chooseFile(page, customers);
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name|friend}, we are closed on Monday. Flora");
  await steps.review(page);
  await page.getByRole("button", { name: "Keep them" }).click();
  await steps.consent(page);
  await picture("review-again");
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText(/^[1-9]\d* on the way$/).first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Cancel what is not sent yet" }).click();
  await expect(page.getByRole("dialog")).toContainText("texted already");
  await picture("campaign-cancel");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Cancel/ })
    .click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await picture("campaign-cancelled");

  say("The desk, in the dark and in Ukrainian");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Campaigns/ })
    .click();
  await expect(page.getByRole("button", { name: "Check now" })).toBeVisible();
  await picture("campaigns");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Settings/ })
    .click();
  await page.getByText("Dark", { exact: true }).click();
  await picture("settings-dark");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Українська" }).click();
  await page.getByRole("button", { name: /^Кампанії/ }).click();
  await expect(page.getByRole("heading", { name: "Кампанії" })).toBeVisible();
  await picture("campaigns-dark-ukrainian");
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** What really arrived, from the service's own book: not what the program believes. */
function tellLedger({ messages, campaigns }: Ledger): void {
  process.stdout.write("What the practice service accepted:\n");
  for (const campaign of campaigns) {
    const own = messages.filter((message) => message.campaign === campaign.id);
    const people = new Set(own.map(({ phone }) => phone)).size;
    const out = own.filter(({ goes }) => goes);
    const parts = own.reduce((sum, message) => sum + message.parts, 0);
    const price = own.reduce((sum, message) => sum + message.price, 0) / 1_000_000;
    const halted = campaign.haltStatus === null ? "sent" : `${campaign.haltStatus} after ${out.length}`;
    process.stdout.write(
      `  campaign ${campaign.id} (${campaign.kind}): ${own.length} messages to ${people} people, ` +
        `${parts} parts, €${price.toFixed(2)}, ${halted}\n`,
    );
    if (people !== own.length) throw new Error(`Somebody was texted twice by campaign ${campaign.id}`);
  }
  if (campaigns.length !== 2) throw new Error(`Two campaigns were confirmed, ${campaigns.length} arrived`);
}
