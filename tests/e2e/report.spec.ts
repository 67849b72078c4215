import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

const people = 60;
const list = {
  name: "Customers.csv",
  bytes: new TextEncoder().encode(
    [
      "Name;City;Phone",
      ...Array.from({ length: people }, (_, index) => `Person ${index};City ${index};380671${100_000 + index}`),
    ].join("\n"),
  ),
};

test("the report has the user's own columns and what became of everybody, and those not reached become a new campaign", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService({ pace: { messagesPerSecond: 500, deliverySeconds: [0, 1] } });
  const { page, saveFolder } = await launchConnected(service);
  await steps.newCampaign(page);
  await steps.chooseFile(page, list);
  await steps.looksRight(page);
  await steps.writeMessage(page, "Hello {Name}, roses are here");
  await steps.reviewAndConsent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("The service is still counting")).toBeHidden({ timeout: 90_000 });

  await page.getByRole("button", { name: "Export report" }).click();
  await expect(page.getByText("Saved as Report Customers.xlsx")).toBeVisible();
  const sheet = read(readFileSync(join(saveFolder, "Report Customers.xlsx"))).Sheets["Report"];
  if (sheet === undefined) throw new Error("The workbook has no sheet named Report");
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet);
  expect(rows).toHaveLength(people);
  expect(rows[7]).toMatchObject({ Name: "Person 7", City: "City 7", "Number texted": "380671100007", Parts: 1 });
  const failed = rows.filter((row) => ["Failed", "Not reached in time"].includes(String(row["State"])));
  expect(failed.length).toBeGreaterThan(0);

  await page.getByRole("button", { name: `New campaign to the ${failed.length} not reached` }).click();
  await steps.looksRight(page);
  await expect(page.getByRole("button", { name: /^Recipients/ })).toContainText(
    failed.length === 1 ? "1 person" : `${failed.length} people`,
  );
  await page.getByRole("button", { name: "Write the message" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("Hello {Name}, roses are here");
  expect(service.ledger().campaigns, "nothing is sent by itself").toHaveLength(1);
});
