import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Desk } from "../../shared/ipc/bridge.ts";
import { expect, test } from "./launch-app.ts";
import { english, walkMainPath } from "./main-path.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21aa"];

for (const theme of ["light", "dark"] as const) {
  test(`every screen of the main path passes the checks of WCAG 2.1 AA in ${theme} colours`, async ({ launchApp }) => {
    test.setTimeout(240_000);
    const { page } = await launchApp({ env: { BSG_API_URL: "" } });
    await page.setViewportSize({ width: 1200, height: 780 });
    await page.evaluate(
      (chosen) => (globalThis as unknown as { desk: Desk }).desk.changeSettings({ theme: chosen }),
      theme,
    );
    await expect(page.locator(`html[data-mantine-color-scheme="${theme}"]`)).toBeAttached();
    await walkMainPath(page, english, async (screen) => {
      expect.soft(await violationsOn(page), screen).toEqual([]);
    });
  });
}

/** What axe finds, each with the elements it found it in. */
async function violationsOn(page: Page): Promise<string[]> {
  await settled(page);
  // The other mode opens a page of its own to finish in, which a window of Electron cannot.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
}

/** Colours are read when nothing fades any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
}
