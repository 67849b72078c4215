import type { Locator } from "@playwright/test";
import { correctCell, tabTo } from "./keyboard-steps.ts";
import { expect, test } from "./launch-app.ts";
import { chooseFile, waitLongForUndo } from "./steps.ts";

const people = "Name;Phone;City\nOlena;380671234567;Kyiv\nIhor;067 12 45;Lviv\nМарія;+380 93 765 43 21;Odesa\n";

test("a spreadsheet becomes a sent campaign by keyboard alone, and the focus is always seen", async ({ launchApp }) => {
  const { page } = await launchApp({ env: { BSG_API_URL: "" } });
  await page.setViewportSize({ width: 1200, height: 780 });
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const press = async (target: Locator, key: "Enter" | "Space" = "Enter") => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };

  await press(button("Start in practice mode"), "Space");
  await waitLongForUndo(page);
  await press(button("New campaign"));
  await expect(page.getByText("Drop a spreadsheet here")).toBeVisible();
  await tabTo(page, button("Choose a file"));
  await chooseFile(page, { name: "People.csv", bytes: new TextEncoder().encode(people) });
  await press(button("Looks right"));

  // A wrong number is corrected in its cell; Ctrl Z takes it back, and it is corrected again.
  await tabTo(page, page.getByRole("gridcell", { name: "Olena" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("gridcell", { name: "067 12 45" })).toBeFocused();
  await correctCell(page, "+380 67 123 45 68");
  await expect(page.getByRole("gridcell", { name: "380671234568" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("gridcell", { name: "067 12 45" })).toBeVisible();
  await correctCell(page, "+380 67 123 45 68");
  await expect(page.getByRole("gridcell", { name: "380671234568" })).toBeVisible();

  await press(button("Write the message"));
  await tabTo(page, page.getByRole("textbox", { name: "Text", exact: true }));
  await page.keyboard.type("Hello {Na");
  await expect(page.getByRole("option", { name: "Name" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type(", we are open until 8. Flora");
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toHaveValue(
    "Hello {Name}, we are open until 8. Flora",
  );
  await press(page.locator("footer").getByRole("button", { name: "Review" }));

  await press(page.getByRole("checkbox", { name: /These people agreed/ }), "Space");
  await expect(button("Send to 3 people")).toBeEnabled();
  await press(button("Send to 3 people"));
  const dialog = page.getByRole("dialog");
  // A stray Enter changes nothing, and Esc brings the focus back.
  await expect(dialog.getByRole("button", { name: "Not yet" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button("Send to 3 people")).toBeFocused();
  await page.keyboard.press("Enter");
  await press(dialog.getByRole("button", { name: "Send to 3 people" }));

  await tabTo(page, button("Undo"));
  await press(button("Send now"));
  await expect(page.getByText("of 3 delivered")).toBeVisible();
  await press(page.getByText("Text from FloraKyiv"));
  await expect(page.getByText("Hello {Name}, we are open until 8. Flora")).toBeVisible();
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });
});
