import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

test("a Contact Book list is texted once, its fields filled by the service, and nobody of the never-text list in it", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: { messagesPerSecond: 200, deliverySeconds: [0, 1] } });
  const { page } = await launchConnected(service);
  await steps.newCampaign(page);
  await page.getByRole("button", { name: /^Contact Book lists/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { name: /^Wholesale/ })
    .check();
  await page.getByRole("dialog").getByRole("button", { name: "Use 36 people" }).click();
  await expect(page.getByText("put on the stop list of the service")).toBeVisible();

  await steps.writeMessage(page, "Hello {Name}, we open at 8. Flora");
  await expect(page.getByText("The service fills these fields")).toBeVisible();
  await steps.reviewAndConsent(page);
  await expect(page.getByText("Counted by the service when it fills the fields")).toBeVisible();
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });

  const { campaigns, messages } = service.ledger();
  expect(campaigns.map(({ kind }) => kind)).toEqual(["send-groups"]);
  expect(new Set(messages.map(({ phone }) => phone)).size).toBe(messages.length);
  // One of the 36 is on the service's own stop list.
  expect(messages).toHaveLength(35);
  expect(messages.every(({ text }) => /^Hello .*, we open at 8\. Flora$/.test(text) && !text.includes("{"))).toBe(true);
  expect(new Set(messages.map(({ text }) => text)).size).toBeGreaterThan(3);
});
