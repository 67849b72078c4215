import { editor, file, line, long, openMessage } from "./message-steps.ts";
import { expect, test } from "./service.ts";
import * as steps from "./steps.ts";

test("everybody's text is counted with its cause, and the people behind each line are listed", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, `Hello {Name|friend}! ${long}`);
  await expect(line(page, "Name is in Cyrillic")).toContainText("2 people");
  await expect(line(page, "nothing makes it longer")).toContainText("3 people");
  await expect(page.getByText(/5 people, 7 parts, €0\.1[56]/)).toBeVisible();
  await expect(
    page.getByText(/Price by your account's tariff, .* €499\.84\d* of the balance is left after it\./),
  ).toBeVisible();

  await line(page, "Name is in Cyrillic").getByRole("button", { name: "Show" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row")).toHaveCount(3);
  await expect(dialog.getByRole("row").nth(2)).toContainText("+380671234503");
  await dialog.getByRole("button", { name: /^Hello Олександра!/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("3 of 5")).toBeVisible();

  const search = page.getByRole("searchbox", { name: "Find a person" });
  await search.fill("kyiv");
  for (const place of ["1 of 5", "2 of 5", "4 of 5", "1 of 5"]) {
    await search.press("Enter");
    await expect(page.getByText(place)).toBeVisible();
  }
  await search.fill("nobody at all");
  await search.press("Enter");
  await expect(page.getByText("Nobody here has these words.")).toBeVisible();

  await line(page, "have no Name").getByRole("button", { name: "Show" }).click();
  await expect(dialog.getByRole("button", { name: /^Hello friend!/ })).toBeVisible();
});

test("Latin letters are seen and priced before they are used, and are what is sent", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const { page } = await launchConnected(service);
  await openMessage(page, `Hello {Name|friend}! ${long}`);
  await page.getByRole("button", { name: "Use Latin letters…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(`Hello Олена! ${long}`)).toBeVisible();
  await expect(dialog.getByText(`Hello Olena! ${long}`)).toBeVisible();
  await expect(dialog.getByText("5 parts in all instead of 7 parts.")).toBeVisible();
  await expect(dialog.getByText(/^Save €/)).toBeVisible();
  await dialog.getByRole("button", { name: "Use Latin letters" }).click();

  await expect(page.getByText("Everybody's text goes out in Latin letters.")).toBeVisible();
  await expect(page.getByText("5 people, 5 parts")).toBeVisible();
  await expect(editor(page)).toHaveValue(`Hello {Name|friend}! ${long}`);
  await steps.reviewAndConsent(page);
  await steps.confirm(page);
  await steps.sendNow(page);
  await expect
    .poll(() => service.ledger().messages.map(({ text }) => text.slice(0, 16)))
    .toEqual(["Hello Ann! Tulip", "Hello Olena! Tul", "Hello Oleksandra", "Hello friend! Tu", "Hello Bartholome"]);
});

test("one click replaces the marks that cost, and undo brings them back", async ({ startService, launchConnected }) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, `Get “3 for 2”… ${long}`);
  await expect(page.getByText(/The curly quotes “ ” and ellipses … in the text/)).toBeVisible();
  await expect(page.getByText(/5 people get fewer parts: 5 fewer in all\./)).toBeVisible();
  await expect(page.getByText(/^Save €/)).toBeVisible();
  await page.getByRole("button", { name: "Replace 3 marks" }).click();
  await expect(editor(page)).toHaveValue(`Get "3 for 2"... ${long}`);
  await expect(page.getByText("5 people, 5 parts")).toBeVisible();
  await editor(page).press("ControlOrMeta+z");
  await expect(editor(page)).toHaveValue(`Get “3 for 2”… ${long}`);

  // A short text saves no part; a Cyrillic one saves nothing at all.
  await editor(page).fill("Hеllo {Name}");
  await expect(
    page.getByText(/Cyrillic letters in Latin words е in the text .* room for 160 characters/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Replace 1 mark" }).click();
  await expect(editor(page)).toHaveValue("Hello {Name}");
  await editor(page).fill("Вітаємо… “усіх”");
  await expect(line(page, "the text is in Cyrillic")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Replace/ })).toBeHidden();
});

test("the counts of 10,000 people follow the typing, and no number of the list leaves before the review", async ({
  startService,
  launchConnected,
}) => {
  const service = await startService();
  const { page } = await launchConnected(service);
  const rows = Array.from(
    { length: 10_000 },
    (_, row) => `${row % 2 === 0 ? "Ann" : "Олена"};${380_671_000_000 + row}`,
  );
  await steps.newCampaign(page);
  await steps.chooseFile(page, {
    name: "Many.csv",
    bytes: new TextEncoder().encode(`Name;Phone\n${rows.join("\n")}\n`),
  });
  await steps.looksRight(page);
  await steps.writeMessage(page, "");
  await editor(page).pressSequentially("Hello {Name}, the tulips and crocuses are in the shop until Sunday evening.");
  await expect(page.getByText(/10,000 people, 15,000 parts, €339\.00/)).toBeVisible();
  await expect(
    page.getByText("Hello Ann, the tulips and crocuses are in the shop until Sunday evening."),
  ).toBeVisible();
  const asked = service.ledger().requests.filter(({ path }) => path === "/api/campaigns/price");
  // One text a kind of message, each to one number of the country, however often a key was pressed.
  expect(asked.length).toBeLessThanOrEqual(4);
});

test("a text that asks for an answer says that a sender with letters takes none", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, "Sale until Sunday. Reply STOP to opt out.");
  const notice = page.getByText(/Phones take no answer to a sender with letters, so “Reply STOP to opt out”/);
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Change these words" }).click();
  await page.keyboard.type("No more texts? flora.ua/stop");
  await expect(editor(page)).toHaveValue("Sale until Sunday. No more texts? flora.ua/stop.");
  await expect(notice).toBeHidden();
});

test("people whose text is too long are listed and left out with one click", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, `{City} ${"я".repeat(330)}`);
  await expect(page.getByText("The text of 1 person is longer than 5 parts.")).toBeVisible();
  await expect(page.locator("footer").getByRole("button", { name: "Review" })).toBeDisabled();
  await page.getByRole("button", { name: "Leave this person out" }).click();
  await expect(page.getByText("1 of 4")).toBeVisible();
  await expect(page.locator("footer").getByRole("button", { name: "Review" })).toBeEnabled();
});

test("the same in Ukrainian: counts, causes, Latin letters, answers and templates", async ({ launchApp }) => {
  const { page } = await launchApp({ env: { BSG_API_URL: "" } });
  await page.getByRole("button", { name: "Українська", exact: true }).click();
  await page.getByRole("button", { name: "Почати в навчальному режимі" }).click();
  await page.getByRole("button", { name: "Нова кампанія" }).click();
  await steps.chooseFile(page, file);
  await page.getByRole("button", { name: "Усе правильно" }).click();
  await page.getByRole("button", { name: "Написати повідомлення" }).click();
  const text = page.getByRole("textbox", { name: "Текст", exact: true });
  await text.fill(`Вітаємо, {Name|друже}! ${"Тюльпани вже в крамниці. ".repeat(2)}Щоб відмовитися, надішліть СТОП`);
  await expect(line(page, "текст кирилицею")).toContainText("5 людей");
  await expect(page.getByText(/«надішліть СТОП» нікуди не веде/)).toBeVisible();
  await page.getByRole("button", { name: "Писати латиницею…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^Vitaiemo, Ann! Tiulpany vzhe v kramnytsi\./)).toBeVisible();
  await expect(dialog.getByText("Разом 5 частин замість 10 частин.")).toBeVisible();
  await dialog.getByRole("button", { name: "Писати латиницею" }).click();
  await expect(page.getByText("Усі отримають текст латиницею.")).toBeVisible();
  await page.getByRole("button", { name: "Надсилати літери, як набрано" }).click();
  await expect(line(page, "текст кирилицею")).toContainText("5 людей");

  await page.getByRole("button", { name: "Шаблони", exact: true }).last().click();
  await dialog.getByRole("button", { name: /^День народження/ }).click();
  await expect(text).toHaveValue(/^З днем народження, \{Name\|друже\}\./);
});
