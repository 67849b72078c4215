import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chooseInMenu, tabTo } from "./keyboard-steps.ts";
import { editor } from "./message-steps.ts";
import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

test("a template is picked with its fields matched to the columns, saved, found, renamed, carried in a file and deleted", async ({
  startService,
  launchConnected,
}) => {
  const { page, saveFolder } = await launchConnected(await startService());
  await steps.newCampaign(page);
  await steps.chooseFile(page, {
    name: "People.csv",
    bytes: new TextEncoder().encode("Клієнт;Телефон;№ замовлення\nОлена;+380671234501;10482\n"),
  });
  await steps.looksRight(page);
  await steps.writeMessage(page, "A text of my own");
  await page.getByRole("button", { name: "Templates", exact: true }).last().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox", { name: "Search templates" }).fill("order ready");
  await dialog.getByRole("button", { name: /^Order ready/ }).click();
  const text = "Hello {Клієнт|there}, your order {№ замовлення} is ready. We are open until 8 pm.";
  await expect(editor(page)).toHaveValue(text);
  await expect(page.getByText("Hello Олена, your order 10482 is ready. We are open until 8 pm.")).toBeVisible();
  await editor(page).press("ControlOrMeta+z");
  await expect(editor(page)).toHaveValue("A text of my own");
  await editor(page).press("ControlOrMeta+Shift+z");
  await page.getByRole("button", { name: "Templates", exact: true }).last().click();
  await dialog.getByRole("button", { name: "Save this text as a template" }).click();
  await dialog.getByRole("textbox", { name: "Name of the template" }).fill("=Ready");
  await dialog.getByRole("button", { name: "Save the template" }).click();
  await expect(dialog).toBeHidden();

  await page
    .locator("aside nav")
    .getByRole("button", { name: /^Templates/ })
    .click();
  await expect(page.getByRole("heading", { name: "Included with the program" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search templates" }).fill("=ready");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "More: =Ready" }).click();
  await page.getByRole("menuitem", { name: "Change" }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("=Order is ready");
  await dialog.getByRole("button", { name: "Save the template" }).click();
  await expect(page.getByRole("cell", { name: "=Order is ready", exact: true })).toBeHidden();
  await page.getByRole("searchbox", { name: "Search templates" }).fill("");
  await expect(page.getByRole("cell", { name: "=Order is ready", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More: Sale" }).click();
  await expect(page.getByRole("menuitem", { name: "Make a copy of my own" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeHidden();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Save as a file" }).click();
  const saved = join(saveFolder, "Templates.csv");
  const csv = `\ufeff"Name","Text"\r\n"'=Order is ready","${text}"\r\n`;
  await expect.poll(() => readFile(saved, "utf8").catch(() => "")).toBe(csv);
  await page.getByRole("button", { name: "More: =Order is ready" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete the template" }).click();
  await expect(page.getByRole("heading", { name: "No templates yet" })).toBeVisible();
  const input = page.locator('input[type="file"]').first();
  await input.setInputFiles(saved);
  await expect(page.getByText("1 template added.")).toBeVisible();
  await expect(page.getByRole("cell", { name: text, exact: true })).toBeVisible();
  await input.setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from([0xff, 0xd8, 0xff]) });
  await expect(page.getByText(/^“photo.csv” is no text in UTF-8/)).toBeVisible();
});

test("by keyboard alone and in Ukrainian a template is written, found, renamed, put into a file and deleted", async ({
  launchApp,
}) => {
  const { page, saveFolder } = await launchApp({ env: { BSG_API_URL: "" } });
  const press = async (name: string | RegExp) => {
    await tabTo(page, page.getByRole("button", { name, exact: true }).last());
    await page.keyboard.press("Enter");
  };
  await press("Українська");
  await press("Почати в навчальному режимі");
  await expect(page.getByRole("heading", { name: "Кампанії", exact: true })).toBeVisible();
  await press(/^Шаблони/);
  await expect(page.getByRole("heading", { name: "З програми" })).toBeVisible();

  await press("Новий шаблон");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "Назва" })).toBeFocused();
  await page.keyboard.type("Тюльпани");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Вітаємо, {Name|друже}! Тюльпани вже тут.");
  await press("Зберегти шаблон");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("cell", { name: "Тюльпани", exact: true })).toBeVisible();

  await tabTo(page, page.getByRole("searchbox", { name: "Шукати шаблони" }));
  await page.keyboard.type("вже тут");
  await expect(page.getByRole("row")).toHaveCount(2);
  await press("Ще: Тюльпани");
  await chooseInMenu(page, "Змінити");
  await expect(dialog.getByRole("textbox", { name: "Назва" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Весна");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("cell", { name: "Весна", exact: true })).toBeVisible();

  await press("Зберегти у файл");
  const csv = '\ufeff"Назва","Текст"\r\n"Весна","Вітаємо, {Name|друже}! Тюльпани вже тут."\r\n';
  await expect.poll(() => readFile(join(saveFolder, "Шаблони.csv"), "utf8").catch(() => "")).toBe(csv);
  await press("Ще: Весна");
  await chooseInMenu(page, "Видалити");
  await expect(page.getByText("Повернути шаблон не можна.")).toBeVisible();
  await press("Видалити шаблон");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Жоден шаблон не має таких слів.")).toBeVisible();

  const chosen = page.waitForEvent("filechooser");
  await press("Узяти з файлу");
  await (await chosen).setFiles({ name: "Шаблони.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByText("Додано 1 шаблон.")).toBeVisible();
});
