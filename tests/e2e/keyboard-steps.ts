import type { Locator, Page } from "@playwright/test";
import { expect } from "./launch-app.ts";

/** Presses Tab until `target` has the focus, as somebody without a mouse does; every button on the way shows that it has it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused instanceof HTMLButtonElement && getComputedStyle(focused).outlineStyle === "none"
        ? focused.innerText
        : null;
    });
    expect(unseen, "a button without a focus ring").toBeNull();
  }
  throw new Error(`Tab does not come to ${String(target)}`);
}

/** Corrects the cell that has the focus. */
export async function correctCell(page: Page, value: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
}
