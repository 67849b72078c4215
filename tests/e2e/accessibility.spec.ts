import type { Desk } from "../../shared/ipc/bridge.ts";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./launch-app.ts";
import { english, walkMainPath } from "./main-path.ts";

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
