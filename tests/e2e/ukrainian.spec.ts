import type { Page } from "@playwright/test";
import { expect, test } from "./launch-app.ts";
import { ukrainian, walkMainPath } from "./main-path.ts";

// Ukrainian is a third longer than English, so it is the language in which something would be cut first.
const windows = [
  { name: "in a window as it opens", width: 1200, height: 780 },
  { name: "at 1024 × 700", width: 1024, height: 700 },
  // The same window at 200 % has half as many CSS pixels each way.
  { name: "at 1024 × 700 with 200 % zoom", width: 512, height: 350 },
];

for (const { name, width, height } of windows) {
  test(`the whole main path can be walked in Ukrainian ${name}, and nothing is cut`, async ({ launchApp }) => {
    test.setTimeout(180_000);
    const { page } = await launchApp({ env: { BSG_API_URL: "" } });
    await page.setViewportSize({ width, height });
    await walkMainPath(page, ukrainian, async (screen) => {
      expect.soft(await cutOn(page), screen).toEqual([]);
      expect.soft(await englishOn(page), screen).toEqual([]);
    });
    await expect(page.locator("html")).toHaveAttribute("lang", "uk");
  });
}

/** What does not fit: the page or its body sideways, and the words of buttons and headings. */
function cutOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tooWide = (element: Element) => element.scrollWidth > element.clientWidth;
    const areas = [document.documentElement, ...document.querySelectorAll("main, main > div, [role=dialog]")];
    // A campaign's name can be of any length: it may end in an ellipsis, and its title holds all of it.
    const words = [...document.querySelectorAll<HTMLElement>("button:not([title]), h1, h2, th, label")].filter(
      (element) =>
        element.checkVisibility() &&
        !element.classList.contains("unseen") &&
        getComputedStyle(element).display !== "inline",
    );
    const broken = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return !/\s/.test(element.textContent) && range.getClientRects().length > 1;
    };
    const labels = words.filter((element) => element.childElementCount === 0);
    return [...[...areas, ...words].filter(tooWide), ...labels.filter(broken)].map(
      (element) =>
        `${element.tagName} ${element.textContent.slice(0, 60)} ${element.scrollWidth} > ${element.clientWidth}`,
    );
  });
}

/** Buttons, headings and labels without a Ukrainian letter; what users and the product are called may be Latin. */
function englishOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const given = ["Customers of the flower shop", "Order ready", "Workshop on Saturday", "Summer sale", "English"];
    return [...document.querySelectorAll<HTMLElement>("button, h1, h2, label, th")]
      .map((element) => element.innerText.trim())
      .filter((words) => /[A-Za-z]{3}/.test(words) && !/[а-яіїєґ]/i.test(words) && !given.includes(words));
  });
}
