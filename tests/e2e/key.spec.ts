import type { Page } from "@playwright/test";
import keytar from "keytar";
import { expect, test } from "./service.ts";
import {
  confirm,
  connectAccount,
  newCampaign,
  chooseFile,
  looksRight,
  reviewAndConsent,
  sendNow,
  writeMessage,
} from "./steps.ts";

const key = "live_k3y0fThisTestX8k";
const account = 7_200_001;
const login = { method: "POST", path: "/api/auth/login" };
const people = {
  name: "People.csv",
  bytes: new TextEncoder().encode("Name;Phone\nOlena;+380671234567\nTaras;+380671234568"),
};

/** What the system's keychain holds for a program on this data folder. */
const kept = (userData: string): Promise<string | null> => keytar.getPassword(`Campaign Desk (${userData})`, "api-key");

/** Presses Connect with this key and waits for the words that say why not. */
async function expectRefused(page: Page, pasted: string, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "API key" }).fill(pasted);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "Settings" }).click();
}

test("a key is kept in the keychain, shown by its ends only, still there after a relaunch, and removed on request", async ({
  startService,
  launchApp,
}) => {
  const service = await startService({ keys: { [key]: account } });
  const app = await launchApp({ env: { BSG_API_URL: service.url } });
  await connectAccount(app.page, `  ${key}\n`);
  await expect(app.page.getByText("Key live_…X8k")).toBeVisible();
  expect(await kept(app.userData)).toBe(key);

  await app.relaunch();
  await expect(app.page.getByText(`BSG account ${account}`)).toBeVisible();
  await openSettings(app.page);
  await expect(app.page.getByText("In this computer’s keychain")).toBeVisible();
  await expect(app.page.getByText("live_…X8k", { exact: true })).toBeVisible();
  expect(await app.page.content()).not.toContain(key.slice(5));

  await app.page.getByRole("button", { name: "Remove the key" }).click();
  const dialog = app.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Keep the key" }).click();
  expect(await kept(app.userData)).toBe(key);
  await app.page.getByRole("button", { name: "Remove the key" }).click();
  await dialog.getByRole("button", { name: "Remove the key" }).click();
  await expect(app.page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
  expect(await kept(app.userData)).toBeNull();
  await app.relaunch();
  await expect(app.page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
});

test("a key that cannot be used is refused in words, and nothing is stored", async ({ startService, launchApp }) => {
  const service = await startService({ keys: { [key]: account } });
  const app = await launchApp({ env: { BSG_API_URL: service.url } });
  await expectRefused(app.page, "secret", "This does not look like a key.");
  await expectRefused(app.page, "live_nobodysKey00", "The service does not know this key.");
  service.setSwitches({ faults: [{ ...login, act: "answer", status: 200, body: { kind: "html" }, accepts: false }] });
  await expectRefused(app.page, key, "Something other than the service answered.");
  service.setSwitches({ faults: [] });
  await service.close();
  await expectRefused(app.page, key, "No internet.");
  expect(await kept(app.userData)).toBeNull();
  await app.relaunch();
  await expect(app.page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
});

test("an account that is connected and cannot be reached says so until it can", async ({ startService, launchApp }) => {
  const service = await startService({ keys: { [key]: account } });
  const app = await launchApp({ env: { BSG_API_URL: service.url } });
  await connectAccount(app.page, key);
  service.setSwitches({ faults: [{ path: "/api/*", act: "reset", accepts: false }] });
  await app.relaunch();
  await expect(app.page.getByText("Key live_…X8k")).toBeVisible();
  await expect(app.page.getByRole("complementary").getByText("The connection to the service broke.")).toBeVisible();
  service.setSwitches({ faults: [] });
  await openSettings(app.page);
  await app.page.getByRole("button", { name: "Ask for the balance" }).click();
  await expect(app.page.getByText("Balance €500.00")).toBeVisible();
  await expect(app.page.getByRole("complementary").getByText("The connection to the service broke.")).toBeHidden();
});

for (const [mode, words] of [
  ["demo", "Your account is in demo mode."],
  ["test", "Your account is in test mode."],
] as const) {
  test(`an account in ${mode} mode is told so when it sends, and nothing goes out`, async ({
    startService,
    launchConnected,
  }) => {
    const service = await startService({ switches: { mode } });
    const { page } = await launchConnected(service);
    await newCampaign(page);
    await chooseFile(page, people);
    await looksRight(page);
    await writeMessage(page, "Hello {Name}, the tulips are here. Flora");
    await reviewAndConsent(page);
    await confirm(page);
    await sendNow(page);
    await expect(page.getByText(words).first()).toBeVisible();
    expect(service.ledger().messages).toEqual([]);
  });
}

// A desktop can be taken away by a variable only here; how a keychain that refuses is answered is shown beside it.
if (process.platform === "linux") {
  test("without a keychain a key is kept until the program is closed, the window says so, and it asks again", async ({
    startService,
    launchApp,
  }) => {
    const service = await startService({ keys: { [key]: account } });
    const nowhere = { DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent" };
    const app = await launchApp({ env: { BSG_API_URL: service.url, ...nowhere } });
    await connectAccount(app.page, key);
    await openSettings(app.page);
    await expect(app.page.getByText("In memory, until the program is closed")).toBeVisible();
    expect(await kept(app.userData)).toBeNull();
    await app.relaunch();
    await expect(app.page.getByRole("button", { name: "Connect", exact: true })).toBeVisible();
    await connectAccount(app.page, key);
    await openSettings(app.page);
    await app.page.getByRole("button", { name: "Remove the key" }).click();
    await app.page.getByRole("dialog").getByRole("button", { name: "Remove the key" }).click();
    await expect(app.page.getByRole("button", { name: "Start in practice mode" })).toBeVisible();
  });
}
