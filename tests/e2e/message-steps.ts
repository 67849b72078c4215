import type { Locator, Page } from "@playwright/test";
import * as steps from "./steps.ts";

/** What the tests of the message step share: five people, one of them without a name, two with Cyrillic ones. */

const people = [
  "Name;City;Phone",
  "Ann;Kyiv;380671234501",
  "Олена;Kyiv;380671234502",
  "Олександра;Lviv;380671234503",
  ";Kyiv;380671234504",
  "Bartholomew;Odesa;380671234505",
].join("\n");
/** The five people as a file. */
export const file = { name: "People.csv", bytes: new TextEncoder().encode(`${people}\n`) };
/** A text that leaves room for a name in one part of plain letters. */
export const long = "Tulip and crocus bulbs are in the shop until Sunday evening. No more texts? flora.ua/stop";

/** The message itself. */
export const editor = (page: Page): Locator => page.getByRole("textbox", { name: "Text", exact: true });
/** A line of "What everybody gets", by its reason. */
export const line = (page: Page, why: string | RegExp): Locator => page.getByRole("listitem").filter({ hasText: why });

/** From an empty desk to the message step with this text. */
export async function openMessage(page: Page, text: string): Promise<void> {
  await steps.newCampaign(page);
  await steps.chooseFile(page, file);
  await steps.looksRight(page);
  await steps.writeMessage(page, text);
}
