import type { Page } from "@playwright/test";
import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

const list = {
  name: "People.csv",
  bytes: new TextEncoder().encode(
    "Name;City;Country;Phone\nOlena;Kyiv;Ukraine;067 123 45 67\nJan;Warszawa;Польща;501 234 567\n",
  ),
};

/** From an empty desk to the editor with this text in it. */
async function write(page: Page, text: string): Promise<void> {
  await steps.newCampaign(page);
  await steps.chooseFile(page, list);
  await expect(page.getByText("read by the country of their row, column C “Country”.")).toBeVisible();
  await steps.looksRight(page);
  await steps.writeMessage(page, text);
}

test("a text with broken braces or an unknown field says what is wrong, and nothing goes on before it is mended", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await write(page, "Hello {Name, we open at 8");
  const problems = page.getByRole("alert");
  const toReview = page.locator("footer").getByRole("button", { name: "Review" });
  const editor = page.getByRole("textbox", { name: "Text" });
  await expect(problems).toContainText("has no closing brace");
  await expect(toReview).toBeDisabled();
  await editor.fill("Hello Name}, we open at 8");
  await expect(problems).toContainText("This closing brace closes nothing.");
  await editor.fill("Hello {Nmae}, we open at 8");
  await expect(problems).toContainText("There is no field “Nmae”.");
  await problems.getByRole("button", { name: "Use {Name}" }).click();
  await expect(editor).toHaveValue("Hello {Name}, we open at 8");
  await expect(toReview).toBeEnabled();
});

test("a sender in Cyrillic is not taken; one that is blocked is refused by the service, and the page says so", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const { page } = await launchConnected(service);
  await write(page, "Hello {Name}, we open at 8");
  await steps.review(page);
  const sender = page.getByRole("combobox", { name: "Sender" });
  const use = page.getByRole("button", { name: "Use this sender" });
  await page.getByRole("button", { name: "Change: From" }).click();
  await sender.fill("Флора");
  await expect(page.getByText("The service does not take this sender.")).toBeVisible();
  await expect(use).toBeDisabled();
  await sender.fill("FLORA-SALE");
  await sender.press("Escape");
  await use.click();
  await expect(page.getByText("blocked by the service")).toBeVisible();
  await steps.consent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText("Refused", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("2 not sent")).toBeVisible();
  expect(service.ledger().messages).toEqual([]);

  // Nothing of the work is lost: the draft is there again, to be mended and confirmed.
  await page.getByRole("button", { name: "Prepare it again" }).click();
  await page.getByRole("button", { name: "Change: From" }).click();
  await sender.fill("FloraKyiv");
  await sender.press("Escape");
  await use.click();
  await steps.consent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  // Each of them at the number as it is dialled in the country of their row.
  await expect
    .poll(() => service.ledger().messages.map(({ phone }) => phone), { timeout: 60_000 })
    .toEqual(["380671234567", "48501234567"]);
});

test("a service that answers with a page of a proxy is told in words, and the draft is as it was", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const { page } = await launchConnected(service);
  await write(page, "Hello {Name}, we open at 8");
  service.setSwitches({
    faults: [{ path: "/api/*", act: "answer", status: 200, body: { kind: "html" }, accepts: false }],
  });
  await steps.review(page);
  await expect(page.getByText("Something other than the service answered.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Send/ }).last()).toBeDisabled();
  await page.locator("footer").getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("Hello {Name}, we open at 8");
  service.setSwitches({ faults: [] });
  await steps.reviewAndConsent(page);
});
