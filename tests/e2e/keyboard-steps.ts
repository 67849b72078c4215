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

/** Goes down in the menu that is opening until the item has the focus, and chooses it. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  const item = page.getByRole("menuitem", { name, exact: true });
  await expect(item).toBeVisible();
  // A menu takes its keys a frame after it is seen; its arrows go round.
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(item).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Enter");
}

/** Corrects the cell that has the focus. */
export async function correctCell(page: Page, value: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
}
