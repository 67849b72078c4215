import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21aa"];

/** What axe finds, each with the elements it found it in. `with advice`: also what no rule of WCAG asks for. */
export async function violationsOn(page: Page, asked: "rules" | "with advice" = "rules"): Promise<string[]> {
  await settled(page);
  // The other mode opens a page of its own to finish in, which a window of Electron cannot.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (asked === "rules" ? axe.withTags(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
}

/** Colours are read when nothing fades any more; what turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return Promise.all(ending.map((animation) => animation.finished.catch(() => null)));
  });
}
