import type { Page } from "@playwright/test";
import { expect } from "./launch-app.ts";

/** What a user does, in the words of the English window. The demo and the tests walk with the same steps. */

/** From the welcome to an empty desk in practice mode. */
export async function startPractice(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start in practice mode" }).click();
  await expect(page.getByRole("heading", { name: "Campaigns", exact: true })).toBeVisible();
}

/** From the welcome to the desk of an account. */
export async function connectAccount(page: Page, key: string): Promise<void> {
  await page.getByRole("textbox", { name: "API key" }).fill(key);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Campaigns", exact: true })).toBeVisible();
}

/** A new draft, empty. */
export async function newCampaign(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New campaign", exact: true }).click();
  await expect(page.getByText("Drop a spreadsheet here")).toBeVisible();
}

/** Chooses a file for the draft that is on the screen, as the file dialog would, or drops it there. */
export async function chooseFile(page: Page, file: string | { name: string; bytes: Uint8Array }): Promise<void> {
  const given =
    typeof file === "string"
      ? file
      : { name: file.name, mimeType: "application/octet-stream", buffer: Buffer.from(file.bytes) };
  const inputs = page.locator('input[type="file"]');
  if ((await inputs.count()) > 0) return inputs.first().setInputFiles(given);
  // A list that is there has no button for another file: one is dropped on it.
  const hand = await page.evaluateHandle(() => Object.assign(document.createElement("input"), { type: "file" }));
  await hand.setInputFiles(given);
  await hand.evaluate((input) => {
    const dataTransfer = new DataTransfer();
    for (const one of input.files ?? []) dataTransfer.items.add(one);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** Says yes to "Do these look right?". */
export async function looksRight(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Looks right" }).click();
  await expect(page.getByRole("button", { name: "Write the message" })).toBeVisible();
}

/** From the list to the message, which then has this text. */
export async function writeMessage(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Write the message" }).click();
  const editor = page.getByRole("textbox", { name: "Text" });
  await editor.fill(text);
  await expect(editor).toHaveValue(text);
}

/** From the message to its review. */
export async function review(page: Page): Promise<void> {
  await page.locator("footer").getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("checkbox", { name: /These people agreed/ })).toBeVisible();
}

/** From the message to a review that names a price, with the consent given. */
export async function reviewAndConsent(page: Page): Promise<void> {
  await review(page);
  await consent(page);
}

/** Ticks the box, which is all that is left before the button can be pressed. */
export async function consent(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /These people agreed/ }).check();
  await expect(page.getByRole("button", { name: /^(Send to|Schedule for)/ })).toBeEnabled();
}

/** The button and its confirmation; the campaign then waits with Undo. */
export async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Send to|Schedule for)/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^(Send to|Schedule for)/ })
    .click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
}

/** From now on Undo stays for ten minutes: on a slow computer it would be gone before a test comes to its button. */
export async function waitLongForUndo(page: Page): Promise<void> {
  await page.evaluate(() => window.desk.changeSettings({ undoSeconds: 600 }));
}

/** Ends the undo window. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Send|Schedule) now$/ }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();
}

/** From the campaign's page: cancels it and waits until that is final. */
export async function cancelCampaign(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Cancel what is not sent yet/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Cancel/ })
    .click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
}

/** A figure of the sum above the list, by its word. */
export async function figure(page: Page, word: string): Promise<number> {
  const text = await page.getByRole("button", { name: new RegExp(`^[\\d,]+\\s*${word}$`) }).innerText();
  return Number(text.replaceAll(/\D/g, ""));
}
