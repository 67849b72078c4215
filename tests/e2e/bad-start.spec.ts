import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./launch-app.ts";

test("a data folder in which nothing can be opened is said in words, in a window, and opened once it can be", async ({
  launchApp,
}) => {
  const userData = mkdtempSync(join(tmpdir(), "desk-bad-"));
  try {
    // Where the folders of the databases and of the log should be, there are files.
    for (const folder of ["account", "logs"]) writeFileSync(join(userData, folder), "");
    const { page } = await launchApp({ userData });
    await expect(page.getByRole("alert")).toContainText("The file with your drafts, lists and templates cannot be");
    for (const folder of ["account", "logs"]) rmSync(join(userData, folder));
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 20 });
  }
});
