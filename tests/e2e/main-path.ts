import type { Locator, Page } from "@playwright/test";
import { demoList } from "../../build/make-demo-list.ts";
import { expect } from "./launch-app.ts";
import { chooseFile, waitLongForUndo } from "./steps.ts";

/** The words on the way through the program in one language, as they stand on the screen. */
export type PathWords = {
  language: string;
  headline: string;
  practice: string;
  campaigns: string;
  newCampaign: string;
  drop: string;
  check: string;
  right: string;
  happened: string;
  write: string;
  text: string;
  everybody: string;
  review: string;
  agreed: string;
  reason: string;
  /** The button, by how it begins. */
  send: RegExp;
  notYet: string;
  undo: string;
  sendNow: string;
  delivered: RegExp;
  lists: [entry: string, empty: string];
  templates: [entry: string, empty: string];
  neverText: [entry: string, empty: string];
  settings: [entry: string, heading: string];
};

export const english: PathWords = {
  language: "English",
  headline: "Your spreadsheet, as a text message to everybody on it.",
  practice: "Start in practice mode",
  campaigns: "Campaigns",
  newCampaign: "New campaign",
  drop: "Drop a spreadsheet here",
  check: "Do these look right?",
  right: "Looks right",
  happened: "What happened",
  write: "Write the message",
  text: "Text",
  everybody: "What everybody gets",
  review: "Review",
  agreed: "These people agreed to get texts from me, and each text says how to stop them.",
  reason: "First tick the box.",
  send: /^Send to 377 people$/,
  notYet: "Not yet",
  undo: "Undo",
  sendNow: "Send now",
  delivered: /of 377 delivered/,
  lists: ["Lists", "No lists yet"],
  templates: ["Templates", "No templates yet"],
  neverText: ["Never-text list", "Nobody is on this list"],
  settings: ["Settings", "Data on this computer"],
};

export const ukrainian: PathWords = {
  language: "Українська",
  headline: "Ваша таблиця — повідомленням кожному, хто в ній є.",
  practice: "Почати в навчальному режимі",
  campaigns: "Кампанії",
  newCampaign: "Нова кампанія",
  drop: "Перетягніть сюди таблицю",
  check: "Тут усе правильно?",
  right: "Усе правильно",
  happened: "Що сталося",
  write: "Написати повідомлення",
  text: "Текст",
  everybody: "Що отримає кожен",
  review: "Перевірити",
  agreed: "Ці люди погодилися отримувати від мене повідомлення, і в кожному сказано, як від них відмовитися.",
  reason: "Спершу поставте позначку.",
  send: /^Надіслати 377 людям$/,
  notYet: "Ще ні",
  undo: "Скасувати надсилання",
  sendNow: "Надіслати зараз",
  delivered: /із 377 доставлено/,
  lists: ["Списки", "Списків ще немає"],
  templates: ["Шаблони", "Шаблонів ще немає"],
  neverText: ["Не писати", "У списку нікого немає"],
  settings: ["Налаштування", "Дані на цьому комп’ютері"],
};

const message = "Hello {Name|friend}! Tulip bulbs are in… Regular customers get “3 for 2” in {City}. flora.ua/stop";

/**
 * Walks the whole main path in practice mode, from the welcome to a sent campaign and through every other screen, and
 * calls `look` on each screen once its words are there.
 */
export async function walkMainPath(page: Page, words: PathWords, look: (screen: string) => Promise<void>) {
  const see = async (screen: string, there: Locator) => {
    await expect(there.first()).toBeVisible();
    await look(screen);
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const foot = page.locator("footer");

  await button(words.language).click();
  await see("welcome", page.getByRole("heading", { name: words.headline }));
  await button(words.practice).click();
  await see("campaigns, all made elsewhere", page.getByRole("heading", { name: words.campaigns }));
  await waitLongForUndo(page);
  await button(words.newCampaign).click();
  await see("recipients, empty", page.getByText(words.drop));
  await chooseFile(page, { name: "Customers of the flower shop.xlsx", bytes: demoList() });
  await see("recipients, check", page.getByRole("heading", { name: words.check }));
  await button(words.right).click();
  await expect(page.getByRole("columnheader", { name: words.happened })).toBeAttached();
  await see("recipients, list", page.getByRole("gridcell"));
  await button(words.write).click();
  await page.getByRole("textbox", { name: words.text, exact: true }).fill(message);
  await see("message", page.getByRole("heading", { name: words.everybody }));
  await foot.getByRole("button", { name: words.review, exact: true }).click();
  await expect(foot.getByText(words.reason)).toBeVisible();
  await see("review", page.getByRole("checkbox", { name: words.agreed }));
  await page.getByRole("checkbox", { name: words.agreed }).check();
  await foot.getByRole("button", { name: words.send }).click();
  const dialog = page.getByRole("dialog");
  await see("confirmation", dialog.getByRole("button", { name: words.notYet, exact: true }));
  await dialog.getByRole("button", { name: words.send }).click();
  await see("campaign, with undo", button(words.undo));
  await button(words.sendNow).click();
  await see("campaign", page.getByText(words.delivered));

  const main = page.locator("aside nav");
  const entry = (name: string) => main.getByRole("button", { name: new RegExp(`^${name}`) });
  await entry(words.campaigns).click();
  await see("campaigns", page.getByRole("cell", { name: "377", exact: true }));
  for (const [name, there] of [words.lists, words.templates, words.neverText, words.settings]) {
    await entry(name).click();
    await see(name, page.getByRole("heading", { name: there }));
  }
}
