import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./launch-app.ts";

test("a data folder in which nothing can be opened is said in words, in a window", async ({ launchApp }) => {
  const userData = mkdtempSync(join(tmpdir(), "desk-bad-"));
  try {
    // Where the folder of the databases should be, there is a file.
    writeFileSync(join(userData, "account"), "");
    const { page } = await launchApp({ userData });
    await expect(page.getByRole("alert")).toContainText("Something went wrong");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 20 });
  }
});
