import { editor } from "./message-steps.ts";
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
  // Who is on two lists is counted in both: with several there are at most so many.
  const regular = page.getByRole("dialog").getByRole("checkbox", { name: /^Regular/ });
  await regular.check();
  await expect(page.getByRole("dialog").getByRole("button", { name: /^Use up to \d+ people$/ })).toBeVisible();
  await regular.uncheck();
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

test("after a start without a network the fields of the chosen lists are still offered, and say how old they are", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const app = await launchConnected(service);
  await steps.newCampaign(app.page);
  await app.page.getByRole("button", { name: /^Contact Book lists/ }).click();
  const lists = app.page.getByRole("dialog");
  await lists.getByRole("checkbox", { name: /^Wholesale/ }).check();
  await lists.getByRole("button", { name: "Use 36 people" }).click();
  await steps.writeMessage(app.page, "Hello {Name}");
  await expect(app.page.getByText("The service fills these fields")).toBeVisible();
  await expect(app.page.getByText("as they were")).toBeHidden();
  await expect(app.page.getByText("Draft saved")).toBeVisible();

  await service.close();
  await app.relaunch();
  await app.page.getByRole("button", { name: "Drafts 1", exact: true }).click();
  await app.page.getByRole("button", { name: /^Draft: / }).click();
  await expect(app.page.getByText(/The service does not answer: these are the fields as they were/)).toBeVisible();
  await editor(app.page).press("End");
  await editor(app.page).pressSequentially(", {");
  const offers = app.page.getByRole("listbox", { name: "Fields" });
  await expect(offers.getByRole("option", { name: "Name", exact: true })).toBeVisible();
  await editor(app.page).press("Enter");
  await expect(app.page.getByRole("alert").filter({ hasText: "There is no field" })).toBeHidden();
});
