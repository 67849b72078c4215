import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

const people = {
  name: "People.csv",
  bytes: new TextEncoder().encode("Name;Phone\nOlena;380671234567\nIhor;380501234567\n"),
};

test("a campaign planned for tomorrow 09:00 in Kyiv is told to the service as 07:00 UTC, and can be cancelled until then", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const { electron, page } = await launchConnected(service, { env: { TZ: "Europe/Kyiv" } });
  // The window of Windows asks the system for its zone, whatever a variable says.
  const session = await electron.context().newCDPSession(page);
  await session.send("Emulation.setTimezoneOverride", { timezoneId: "Europe/Kyiv" });
  await steps.newCampaign(page);
  await steps.chooseFile(page, people);
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name}, we open at 8. Flora");
  await steps.review(page);
  await page.getByRole("button", { name: "Change: When" }).click();
  await page.getByRole("radio", { name: "On a day and at a time" }).check();
  const day = await page.getByRole("textbox", { name: "Day" }).inputValue();
  await page.getByLabel("Time", { exact: true }).fill("09:00");
  await page.getByRole("button", { name: "Use this time" }).click();
  await steps.consent(page);
  await page.getByRole("button", { name: "Schedule for 2 people" }).click();
  await expect(page.getByRole("dialog")).toContainText("09:00");
  await page.getByRole("dialog").getByRole("button", { name: "Schedule for 2 people" }).click();
  await steps.sendNow(page);
  await expect(page.getByText("Scheduled", { exact: true }).first()).toBeVisible({ timeout: 30_000 });

  const offset = new Intl.DateTimeFormat("en-US", { timeZone: "Europe/Kyiv", timeZoneName: "shortOffset" })
    .formatToParts(new Date(`${day}T07:00:00Z`))
    .find(({ type }) => type === "timeZoneName")?.value;
  const hour = offset === "GMT+3" ? "06" : "07";
  // It is called scheduled before the service has it.
  await expect
    .poll(() => service.ledger().campaigns.map(({ startAt }) => startAt), { timeout: 60_000 })
    .toEqual([`${day} ${hour}:00:00`]);

  await page.getByRole("button", { name: /^Cancel what is not sent yet/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Nobody has been texted yet. 2 will not be texted.");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the campaign" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("2 not sent")).toBeVisible();
  expect(service.ledger().messages.filter(({ goes }) => goes)).toEqual([]);
});

test("a time that has passed and one further than 30 days are refused in words", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await steps.newCampaign(page);
  await steps.chooseFile(page, people);
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name}");
  await steps.review(page);
  await page.getByRole("button", { name: "Change: When" }).click();
  await page.getByRole("radio", { name: "On a day and at a time" }).check();
  for (const [day, words] of [
    ["2020-01-01", "This time has passed."],
    ["2099-01-01", "The service takes campaigns up to 30 days ahead."],
  ] as const) {
    await page.getByRole("textbox", { name: "Day" }).fill(day);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole("button", { name: "Use this time" })).toBeDisabled();
  }
});
