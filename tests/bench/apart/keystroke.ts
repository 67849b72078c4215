// Types into the message of a campaign to one person and of one to 10,000, in turn, and prints how many times as long a
// key takes with 10,000, from the key until the counters and the preview of the new text are painted.
import type { Page } from "@playwright/test";
import { launchApp } from "../../e2e/launch-app.ts";
import { chooseFile, looksRight, newCampaign, startPractice, writeMessage } from "../../e2e/steps.ts";
import { median } from "../compare.ts";

const turns = 3;
const keys = 12;
/** One part, full to the last letter once a name of three letters is in it, so that one more key changes every figure. */
const words =
  "Hello {Name|friend}! Tulip and crocus bulbs are in the shop until Sunday evening. No more texts? flora.ua/stop";
const text = words.padEnd(160 + "{Name|friend}".length - 3, ".");
const letter = "x";

function people(count: number): Uint8Array {
  const names = ["Ann", "Bob", "Eva", "Jim"];
  const rows = Array.from({ length: count }, (_, row) => `${names[row % 4]};+${380_671_000_000 + row}`);
  return new TextEncoder().encode(`Name;Phone\n${rows.join("\n")}\n`);
}

/** What of the screen depends on the text: the sum of what everybody gets, and the person's message. */
async function figures(page: Page): Promise<{ sum: string; message: string }> {
  return page.evaluate(() => {
    const head = [...document.querySelectorAll("h2")].find((h2) => h2.textContent === "What everybody gets");
    return {
      sum:
        /^[^,]+(?:,\d+)* (?:person|people), [\d,]+ parts?/.exec(head?.nextElementSibling?.textContent ?? "")?.[0] ?? "",
      message: document.querySelector("section p[dir=auto]")?.textContent ?? "",
    };
  });
}

/** The figures once they are those of the text with the letter, or without it. */
async function settled(page: Page, withLetter: boolean): Promise<{ sum: string; message: string }> {
  for (;;) {
    await page.waitForTimeout(300);
    const seen = await figures(page);
    if (seen.sum !== "" && seen.message.endsWith(letter) === withLetter) return seen;
  }
}

async function timeOfKey(page: Page, key: string, wanted: { sum: string; message: string }): Promise<number> {
  await page.evaluate(({ sum, message }) => {
    const painted = Promise.withResolvers<number>();
    Object.assign(window, { painted: painted.promise });
    const isShown = () => {
      const head = [...document.querySelectorAll("h2")].find((h2) => h2.textContent === "What everybody gets");
      const hasSum = head?.nextElementSibling?.textContent?.startsWith(sum) === true;
      return hasSum && document.querySelector("section p[dir=auto]")?.textContent === message;
    };
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        const watching = new MutationObserver(() => {
          if (!isShown()) return;
          watching.disconnect();
          // The first task after the frame that shows it.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener("message", () => painted.resolve(performance.now() - timeStamp));
            port1.start();
            port2.postMessage(null);
          });
        });
        watching.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      { once: true, capture: true },
    );
  }, wanted);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}

async function timesOfKeys(page: Page, count: number): Promise<number[]> {
  await newCampaign(page);
  await chooseFile(page, { name: `${count}.csv`, bytes: people(count) });
  await looksRight(page);
  await writeMessage(page, text);
  const plain = await settled(page, false);
  await page.keyboard.press(letter);
  const longer = await settled(page, true);
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    times.push(await timeOfKey(page, "Backspace", plain), await timeOfKey(page, letter, longer));
  }
  return times;
}

const app = await launchApp({ env: { BSG_API_URL: "" } });
try {
  const { page } = app;
  page.setDefaultTimeout(120_000);
  await startPractice(page);
  const [one, many]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    one.push(...(await timesOfKeys(page, 1)));
    many.push(...(await timesOfKeys(page, 10_000)));
  }
  process.stdout.write(`${median(one).toFixed(1)} ms with one, ${median(many).toFixed(1)} ms with 10,000\n`);
  process.stdout.write(`${median(many) / median(one)}\n`);
} finally {
  await app.dispose();
}
