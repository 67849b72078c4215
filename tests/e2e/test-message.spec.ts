import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

test("a test to one's own number is one text, at the price on its button, and the draft goes on", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const { page } = await launchConnected(service);
  await steps.newCampaign(page);
  await steps.chooseFile(page, {
    name: "People.csv",
    bytes: new TextEncoder().encode("Name;Phone\nOlena;380671234567\nIhor;380501234567\n"),
  });
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name}, the roses are here");
  await steps.review(page);
  await page.getByRole("button", { name: "Send a test to me" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a test to me" });
  await expect(dialog.getByText("Hello Olena, the roses are here")).toBeVisible();

  await dialog.getByRole("textbox", { name: "My number" }).fill("+380 67 12");
  await expect(dialog.getByText("This is not a whole phone number.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Send the test" })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "My number" }).fill("+380 93 765 43 21");
  await dialog.getByRole("button", { name: "Send the test for €0.0226" }).click();
  await expect(dialog.getByText("The test to +380937654321 is on its way.")).toBeVisible();
  await expect
    .poll(() => service.ledger().messages.map(({ phone, text }) => ({ phone, text })))
    .toEqual([{ phone: "380937654321", text: "Hello Olena, the roses are here" }]);

  await dialog.getByRole("button", { name: "Back to the campaign" }).click();
  await steps.consent(page);
  // The number is kept for the next test.
  await page.getByRole("button", { name: "Send a test to me" }).click();
  await expect(dialog.getByRole("textbox", { name: "My number" })).toHaveValue("+380 93 765 43 21");

  // In 15 minutes it shows by which clock the service reads a planned time.
  await dialog.getByRole("checkbox", { name: "In 15 minutes instead of at once" }).check();
  await dialog.getByRole("button", { name: "Send the test for €0.0226" }).click();
  await expect(dialog.getByText("The test to +380937654321 is planned in 15 minutes.")).toBeVisible();
  await expect
    .poll(() => service.ledger().campaigns.map(({ startAt }) => startAt?.replaceAll(/\d/g, "0") ?? null))
    .toEqual([null, "0000-00-00 00:00:00"]);
});
