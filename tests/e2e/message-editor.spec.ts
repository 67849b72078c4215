import { violationsOn } from "./axe.ts";
import { editor, line, long, openMessage } from "./message-steps.ts";
import { expect, test } from "./service.ts";

test("fields are typed, completed, inserted, pasted and deleted as one, and undo takes each step back", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, "Hi ");
  const text = editor(page);
  await text.press("End");
  await text.pressSequentially("{na");
  await expect(page.getByRole("option", { name: "Name" })).toBeVisible();
  await text.press("Enter");
  await expect(text).toHaveValue("Hi {Name}");
  await page.getByRole("button", { name: "Insert field" }).click();
  await page.getByRole("menuitem", { name: "City" }).click();
  await expect(text).toHaveValue("Hi {Name}{City}");
  await text.press("Backspace");
  await expect(text).toHaveValue("Hi {Name}");
  await text.press("ControlOrMeta+z");
  await expect(text).toHaveValue("Hi {Name}{City}");

  await text.press("ControlOrMeta+a");
  await text.press("ControlOrMeta+x");
  await expect(text).toHaveValue("");
  await text.press("ControlOrMeta+v");
  await expect(text).toHaveValue("Hi {Name}{City}");
  await expect(page.getByText("Hi AnnKyiv")).toBeVisible();

  await text.fill("Hi {Nmae}");
  await page.getByRole("button", { name: "Use {Name}" }).click();
  await expect(text).toHaveValue("Hi {Name}");
});

test("a chip says its words for an empty cell, opens for the caret, and is dragged as one with the mouse", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, "Hello {Name|friend}, see you in {City}.");
  const text = editor(page);
  await page.getByRole("heading", { name: "Text", exact: true }).click();
  const chip = (start: number) => page.locator(`[data-start="${start}"]`);
  await expect(chip(6).locator("[data-words]")).toHaveAttribute("data-words", "Name, or “friend”");
  await expect(chip(6).locator("[data-words]")).toBeVisible();
  // Its words fit into the room of its letters.
  const cut = await chip(6)
    .locator("[data-words]")
    .evaluate((words) => words.scrollWidth - words.clientWidth);
  expect(cut).toBeLessThanOrEqual(0);

  const middle = async (start: number) => {
    const box = await chip(start).boundingBox();
    if (box === null) throw new Error("the chip is not drawn");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x };
  };
  const city = await middle(32);
  const name = await middle(6);
  await page.mouse.move(city.x, city.y);
  await page.mouse.down();
  await page.mouse.move(name.left + 80, name.y, { steps: 4 });
  await page.mouse.move(name.left + 4, name.y, { steps: 4 });
  await page.mouse.up();
  await expect(text).toHaveValue("Hello {City}{Name|friend}, see you in .");
  await text.press("ControlOrMeta+z");
  await expect(text).toHaveValue("Hello {Name|friend}, see you in {City}.");

  // With the caret in it a chip shows its letters, to be changed.
  await text.press("Home");
  for (let step = 0; step < 12; step++) await text.press("ArrowRight");
  await expect(chip(6).locator("[data-words]")).toBeHidden();
  await text.pressSequentially("X");
  await expect(text).toHaveValue("Hello {Name|Xfriend}, see you in {City}.");
});

test("the caret steps over whole letters, whatever they are made of, and right-to-left text is drawn where it is typed", async ({
  startService,
  launchConnected,
}) => {
  const { page } = await launchConnected(await startService());
  await openMessage(page, "a👩‍👧e\u0301");
  const text = editor(page);
  await text.press("End");
  await text.press("ArrowLeft");
  await text.press("ArrowLeft");
  await text.pressSequentially("|");
  await expect(text).toHaveValue("a|👩‍👧e\u0301");

  // An input method composes letters before it gives them; Enter belongs to it meanwhile, not to the offered fields.
  await text.fill("{na");
  const ime = await page.context().newCDPSession(page);
  await ime.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  await expect(text).toHaveValue("{naにほ");
  await ime.send("Input.insertText", { text: "日本" });
  await expect(text).toHaveValue("{na日本");

  await text.fill("שלום {Name}");
  const edges = await text.evaluate((field) => {
    const drawn = field.previousElementSibling;
    const range = document.createRange();
    range.selectNodeContents(drawn?.firstElementChild ?? field);
    const box = field.getBoundingClientRect();
    return {
      left: range.getBoundingClientRect().left - box.left,
      right: box.right - range.getBoundingClientRect().right,
    };
  });
  expect(edges.right).toBeLessThan(edges.left);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`what opens over the message passes the checks of WCAG 2.1 AA in ${colorScheme} colours`, async ({
    startService,
    launchConnected,
  }) => {
    const { page } = await launchConnected(await startService());
    await page.emulateMedia({ colorScheme });
    await openMessage(page, `Hello {Name|friend}! ${long}`);
    await page.getByRole("button", { name: "Use Latin letters…" }).click();
    await expect(page.getByText("5 parts in all instead of 7 parts.")).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await line(page, "Name is in Cyrillic").getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Templates", exact: true }).last().click();
    await expect(page.getByRole("button", { name: /^Order ready/ })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await editor(page).fill("Sale… Reply STOP {Nmae}");
    await expect(page.getByRole("button", { name: "Use {Name}" })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });
}
