import type { Page } from "@playwright/test";
import type { PracticeService } from "../../electron/practice/service.ts";
import { expect, swift, test } from "./service.ts";
import * as steps from "./steps.ts";

const createsCampaigns = { method: "POST", path: "/api/campaigns/sms/*" };

/** A list of so many people with a number each. */
function listOf(people: number): { name: string; bytes: Uint8Array } {
  const rows = Array.from({ length: people }, (_, index) => `Person ${index};38067${String(1_000_000 + index)}`);
  return { name: "People.csv", bytes: new TextEncoder().encode(["Name;Phone", ...rows].join("\n")) };
}

/** From an empty desk to a review of this list that only waits for its button. */
async function prepare(page: Page, people: number): Promise<void> {
  await steps.newCampaign(page);
  await steps.chooseFile(page, listOf(people));
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name}, the winter roses are here. Flora");
  await steps.reviewAndConsent(page);
}

/** Every person of the list exactly once, with the text that is theirs. */
function expectEachOnce(service: PracticeService, people: number): void {
  const { messages } = service.ledger();
  expect(messages.map(({ phone, text }) => `${phone} ${text}`).toSorted()).toEqual(
    Array.from(
      { length: people },
      (_, index) => `38067${1_000_000 + index} Hello Person ${index}, the winter roses are here. Flora`,
    ).toSorted(),
  );
}

test("a power cut while the second of two parts is being handed over: after the restart everybody was texted once", async ({
  startService,
  launchConnected,
}) => {
  const people = 10_040;
  const service = await startService({ pace: swift });
  const app = await launchConnected(service);
  await prepare(app.page, people);
  service.setSwitches({ faults: [{ ...createsCampaigns, act: "hold", accepts: "before", times: 1 }] });
  await steps.confirm(app.page);
  await steps.sendNow(app.page);
  await expect.poll(() => service.ledger().campaigns.length, { timeout: 60_000 }).toBe(1);
  // The first part goes through; the second is taken in, and its answer never arrives.
  service.setSwitches({ faults: [{ ...createsCampaigns, act: "hold", accepts: "before" }] });
  service.release();
  await expect.poll(() => service.ledger().campaigns.length, { timeout: 60_000 }).toBe(2);
  await app.kill();
  service.setSwitches({ faults: [] });
  service.release();

  await app.start();
  await app.page.getByRole("button", { name: "People", exact: true }).click();
  await expect(app.page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });
  expect(service.ledger().campaigns).toHaveLength(2);
  expectEachOnce(service, people);
});

test("a power cut before the service took the part in, which then does: it is found and not sent again", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: swift });
  const app = await launchConnected(service);
  await prepare(app.page, 20);
  service.setSwitches({ faults: [{ ...createsCampaigns, act: "hold", accepts: "after" }] });
  await steps.confirm(app.page);
  await steps.sendNow(app.page);
  await expect(app.page.getByText("Handing over", { exact: true })).toBeVisible();
  await app.kill();

  await app.start();
  await app.page.getByRole("button", { name: "People", exact: true }).click();
  await expect(app.page.getByText("Not certain", { exact: true }).first()).toBeVisible();
  await expect(app.page.getByText("20 not certain")).toBeVisible();
  expect(service.ledger().messages).toEqual([]);
  service.setSwitches({ faults: [] });
  service.release();
  await expect(app.page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });
  expect(service.ledger().campaigns).toHaveLength(1);
  expectEachOnce(service, 20);
});

test("a double click on the confirmation makes one campaign", async ({ startService, launchConnected }) => {
  const service = await startService({ pace: swift });
  const { page } = await launchConnected(service);
  await prepare(page, 5);
  await page.getByRole("button", { name: /^Send to/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send to/ })
    .dblclick();
  await steps.sendNow(page);
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(service.ledger().campaigns).toHaveLength(1);
  expectEachOnce(service, 5);
  await page.getByRole("button", { name: /^Campaigns/ }).click();
  await expect(page.getByRole("button", { name: "People", exact: true })).toHaveCount(1);
});

test("Undo brings the draft back as it was, nothing has left, and it can be sent once after all", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: swift });
  const { page } = await launchConnected(service);
  await prepare(page, 5);
  await steps.confirm(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Send to 5 people" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Recipients" })).toContainText("5 people");
  expect(service.ledger().messages).toEqual([]);

  await steps.consent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(service.ledger().campaigns).toHaveLength(1);
  expectEachOnce(service, 5);
});

test("closed while Undo was still possible: the program asks at the next start, and sends once", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: swift });
  const app = await launchConnected(service);
  await prepare(app.page, 5);
  await steps.confirm(app.page);
  await app.relaunch();
  await app.page.getByRole("button", { name: "People", exact: true }).click();
  await expect(app.page.getByText("Nothing of it has been sent.")).toBeVisible();
  expect(service.ledger().messages).toEqual([]);
  await app.page.getByRole("button", { name: "Send to 5 people" }).click();
  await expect(app.page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(service.ledger().campaigns).toHaveLength(1);
  expectEachOnce(service, 5);
});
