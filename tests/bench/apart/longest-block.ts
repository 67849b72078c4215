// Opens files in the program's window one after the other, up to its list of rows, goes through the list by wheel, in jumps
// and by search, and prints for how many milliseconds the window's thread was blocked at most.
import { launchApp } from "../../e2e/launch-app.ts";
import { chooseFile, newCampaign, startPractice } from "../../e2e/steps.ts";

const minutes = 60_000;
const app = await launchApp();
try {
  const { page } = app;
  page.setDefaultTimeout(10 * minutes);
  await startPractice(page);
  // What the browser itself calls a long task: one turn of the thread that took more than 50 ms.
  await page.evaluate(() => {
    const seen = { longest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask" });
  });
  for (const file of process.argv.slice(2)) {
    await newCampaign(page);
    await chooseFile(page, file);
    await page.getByRole("button", { name: "Looks right" }).click();
    await page.getByRole("button", { name: "Write the message" }).waitFor();
    const rows = page.getByRole("grid", { name: "Rows" });
    await rows.hover();
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 400);
    for (const share of [0.5, 0.9, 0.1]) {
      const row = await rows.evaluate((grid, to) => {
        grid.scrollTop = to * grid.scrollHeight;
        return Math.ceil(to * Number(grid.getAttribute("aria-rowcount")));
      }, share);
      await rows.locator(`[aria-rowindex="${row + 5}"]`).waitFor();
    }
    await page.getByRole("searchbox").fill("Kravchuk");
    await page.waitForFunction(
      (all) => document.querySelector('[role="grid"]')?.ariaRowCount !== all,
      await rows.getAttribute("aria-rowcount"),
    );
  }
  const longest = await page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
  process.stdout.write(`${longest}\n`);
} finally {
  await app.dispose();
}
