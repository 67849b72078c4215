// Opens files in the program's window one after the other, up to its list of rows, and prints for how many milliseconds
// the window's thread was blocked at most.
import { launchApp } from "../../e2e/launch-app.ts";
import { chooseFile, newCampaign, startPractice } from "../../e2e/steps.ts";

const minutes = 60_000;
const app = await launchApp();
try {
  const { page } = app;
  page.setDefaultTimeout(10 * minutes);
  await startPractice(page);
  // Times from one turn of the thread's queue to the next: whatever blocks the thread keeps the next one waiting.
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    const seen = { longest: 0 };
    Object.assign(window, { seen });
    port1.addEventListener("message", () => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      setTimeout(() => port2.postMessage(null));
    });
    port1.start();
    port2.postMessage(null);
  });
  for (const file of process.argv.slice(2)) {
    await newCampaign(page);
    await chooseFile(page, file);
    await page.getByRole("button", { name: "Looks right" }).click();
    await page.getByRole("button", { name: "Write the message" }).waitFor();
  }
  const longest = await page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
  process.stdout.write(`${longest}\n`);
} finally {
  await app.dispose();
}
