// Starts the program (`desk`, on a data folder whose welcome is behind it) or an empty page on the same runtime
// (`empty`), and prints how many milliseconds pass until the window can be clicked.
import { resolve } from "node:path";
import { launchApp } from "../../e2e/launch-app.ts";
import { startPractice } from "../../e2e/steps.ts";

const [what = "desk", userData = ""] = process.argv.slice(2);
const emptyPage = resolve(import.meta.dirname, "../../electron-stand-in/fixture-app");

const start = performance.now();
const app = await launchApp(what === "empty" ? { folder: emptyPage } : { userData });
try {
  if (what === "welcome") await startPractice(app.page);
  const button = app.page.getByRole("button", { name: "New campaign", exact: true });
  await (what === "empty" ? app.page.locator("#file") : button).click({ trial: true });
  process.stdout.write(`${performance.now() - start}\n`);
} finally {
  await app.dispose();
}
