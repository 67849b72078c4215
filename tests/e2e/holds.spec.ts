import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { type HeldJournal, heldJournal } from "./held-journal.ts";
import { expect, knownKey, test } from "./service.ts";
import * as steps from "./steps.ts";

let held: HeldJournal;
test.beforeAll(async () => {
  held = await heldJournal();
});
test.afterAll(() => held.close());

/** From wherever the window is to the page of a campaign. */
async function openCampaign(page: Page, title: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Campaigns/ })
    .click();
  await page.getByRole("button", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

/** The figures under the drawn sum. They add up to everybody, or the test fails. */
async function expectSum(page: Page, total: number, figures: string[]): Promise<void> {
  const legend = page.getByRole("region", { name: "Delivered" }).getByRole("listitem");
  await expect(legend).toHaveText(figures);
  const sum = figures.reduce((all, figure) => all + Number(figure.replaceAll(/\D/g, "")), 0);
  expect(sum).toBe(total);
}

/** So many people of a campaign were accepted by the service, each once. */
function expectOnce(title: string, people: number): void {
  const accepted = held.accepted(title);
  expect([accepted.length, new Set(accepted).size]).toEqual([people, people]);
}

function posts(): number {
  return held.service.ledger().requests.filter(({ path }) => path.startsWith("/api/campaigns/sms/")).length;
}

test("whatever was left in question says so in words, waits for its answer, and is sent at most once", async ({
  launchApp,
}) => {
  const { page } = await launchApp({ userData: held.userData, env: { BSG_API_URL: held.service.url } });
  await steps.connectAccount(page, knownKey);
  const before = posts();
  await expect(page.getByText("Made outside this program")).toHaveCount(3);
  expect(await violationsOn(page)).toEqual([]);

  // Watches, of which nothing is asked.
  await openCampaign(page, "Cancelled in doubt");
  await expect(
    page.getByText(/^at the service\. Still watching until \w+ .*it is stopped if it turns up$/),
  ).toBeVisible();
  await expectSum(page, 3, ["3 not certain"]);
  await openCampaign(page, "Two missing");
  await expect(page.getByText(/but the service does not show 2 people of it\. Still watching until/)).toBeVisible();
  await expectSum(page, 5, ["2 delivered", "1 failed", "2 not certain"]);
  // The chart without its colours.
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
  await openCampaign(page, "Being taken in");
  await expect(page.getByText("the service is taking it in, and not everybody of it is there yet.")).toBeVisible();
  await openCampaign(page, "Out of money");
  await expect(page.getByText(/paused at the service, mostly for want of money/)).toBeVisible();
  await expectSum(page, 3, ["3 waiting"]);

  await openCampaign(page, "Of another account");
  await expect(page.getByText("This campaign belongs to the account 7100999.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel what is not sent yet" })).toBeDisabled();

  // Nobody could look.
  await openCampaign(page, "Not checked");
  await expect(page.getByText("This campaign could not be looked up at the service. Send it?")).toBeVisible();
  await expect(page.getByText(/for 1 hour the service gave no answer that could be relied on/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open my BSG account" })).toBeVisible();
  await expectSum(page, 3, ["3 not certain"]);
  expect(posts()).toBe(before);

  // Three looks found nothing.
  await openCampaign(page, "Absent, sent");
  await expect(page.getByText("This campaign left no trace at the service. Send it?")).toBeVisible();
  await expect(page.getByText(/We looked \d+ times in 1\d minutes/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Send to 3 people" }).click();
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expectOnce("Absent, sent", 3);

  await openCampaign(page, "Absent, looked for");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText(/nothing is sent again before that is known/)).toBeVisible();
  await expectSum(page, 3, ["3 not certain"]);

  await openCampaign(page, "Absent, dropped");
  await page.getByRole("button", { name: "Do not send it" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("3 people will not be texted. This cannot be taken back.");
  await dialog.getByRole("button", { name: "Do not send it" }).click();
  await expect(page.getByText("No trace", { exact: true })).toBeVisible();
  await expect(page.getByText(/Still watching until/)).toBeVisible();
  expect([...held.accepted("Absent, looked for"), ...held.accepted("Absent, dropped")]).toEqual([]);

  // Closed before anything had left.
  await openCampaign(page, "Closed with Undo");
  await expect(page.getByText("The program was closed before this left. Send it now?")).toBeVisible();
  await page.getByRole("button", { name: "Send to 3 people" }).click();
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expectOnce("Closed with Undo", 3);

  await openCampaign(page, "Closed, for later");
  await page.getByRole("button", { name: "Send at another time…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Schedule for 3 people" }).click();
  await expect(page.getByText("Scheduled", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  // It is called so before the service has it. A full hour here, which in UTC is none where the clock is half an hour or
  // a quarter aside.
  await expect
    .poll(() => held.service.ledger().campaigns.at(-1)?.startAt ?? "", { timeout: 60_000 })
    .toMatch(/^\d{4}-\d\d-\d\d \d\d:(?:00|15|30|45):00$/);
  expect(held.service.ledger().campaigns.at(-1)).toMatchObject({ messages: 3, haltAt: null });

  await openCampaign(page, "Closed in two parts");
  await expect(page.getByText("1 more part waits for an answer after this one.")).toBeVisible();
  await page.getByRole("button", { name: "Send part 1 to 10,000 people" }).click();
  await expect(page.getByRole("button", { name: "Send part 2 to 3 people" })).toBeVisible();
  await page.getByRole("button", { name: "Do not send it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Do not send it" }).click();
  await expect(page.getByText("3 not sent")).toBeVisible();
  await expect.poll(() => held.accepted("Closed in two parts").length, { timeout: 60_000 }).toBe(10_000);
  expectOnce("Closed in two parts", 10_000);
  // Each of the four answers that send was one request, and nothing else was handed over.
  expect(posts()).toBe(before + 4);
});
