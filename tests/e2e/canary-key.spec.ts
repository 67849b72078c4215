import { commandNames, eventNames } from "../../shared/ipc/bridge.ts";
import { filesWith } from "./files-with.ts";
import type { RunningApp } from "./launch-app.ts";
import { expect, test } from "./service.ts";
import {
  chooseFile,
  confirm,
  connectAccount,
  looksRight,
  newCampaign,
  reviewAndConsent,
  sendNow,
  writeMessage,
} from "./steps.ts";

const canary = "canary7Qq2XrZ8vWm4";
const key = `live_${canary}abc`;
/** The head of every JWT that the practice service makes. */
const jwt = Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url");
const secrets = [canary, jwt];
const account = 7_200_002;
const people = { name: "People.csv", bytes: new TextEncoder().encode("Name;Phone\nOlena;+380671234567") };

/** No secret is there, where something known is: so it was looked for in the right place. */
function expectNoSecret(place: string, text: string, known: string): void {
  expect(text.includes(known), `${place}: ${known}`).toBe(true);
  for (const secret of secrets) expect(text.includes(secret), place).toBe(false);
}

function expectNoSecretInFiles(folder: string): void {
  expect(filesWith(folder, ["the tulips are here"])).not.toEqual([]);
  expect(filesWith(folder, secrets)).toEqual([]);
}

/** Everything that main answers and tells this page while all commands are called. */
function everyAnswer({ page }: RunningApp): Promise<string> {
  return page.evaluate(
    async ({ commands, events }) => {
      const desk = window.desk as unknown as Record<string, (input: unknown) => Promise<unknown>>;
      const heard: unknown[] = [];
      for (const event of events) window.desk.on(event, (payload) => heard.push(payload));
      const page = { search: "", filter: "all", offset: 0, limit: 100 };
      const inputs = [
        {},
        page,
        { search: "", offset: 0, limit: 100 },
        { id: null },
        { theme: "dark" },
        { key: "live_wrong00" },
      ];
      for (const command of commands) {
        // What takes the key away, or the page from the account, is called elsewhere.
        if (/^(remove|usePractice|leavePractice|open[DL])/.test(command)) continue;
        for (const input of inputs) heard.push(await desk[command]?.(input));
      }
      return JSON.stringify(heard);
    },
    { commands: commandNames, events: eventNames },
  );
}

/** The page's whole memory, after a collection of what nobody holds any more. */
async function heapOf({ electron, page }: RunningApp): Promise<string> {
  const session = await electron.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", {});
  await session.detach();
  return chunks.join("");
}

test("neither the key nor the JWT is in the window, in what main tells it, in any file, or in any output", async ({
  startService,
  launchApp,
}) => {
  const service = await startService({ keys: { [key]: account }, switches: { duplicateSeconds: { campaigns: 0 } } });
  const app = await launchApp({ env: { BSG_API_URL: service.url } });
  await connectAccount(app.page, key);
  await newCampaign(app.page);
  await chooseFile(app.page, people);
  await looksRight(app.page);
  await writeMessage(app.page, "Hello {Name}, the tulips are here. Flora");
  await reviewAndConsent(app.page);
  await confirm(app.page);
  await sendNow(app.page);
  await expect.poll(() => service.ledger().messages.length).toBe(1);
  // Failures are what is logged: some of every kind while the key is in use.
  service.setSwitches({
    faults: [{ path: "/api/*", act: "answer", status: 500, body: { kind: "malformed" }, accepts: false }],
  });
  expectNoSecret("the answers", await everyAnswer(app), `${account}`);
  expectNoSecret("the page", await app.page.content(), `${account}`);
  expectNoSecretInFiles(app.userData);
  service.setSwitches({ faults: [] });

  // The key was typed into this page; the next one never had it.
  await app.relaunch();
  await expect(app.page.getByText("Key live_…abc")).toBeVisible();
  await expect(app.page.getByText(/^Balance €/)).toBeVisible();
  expectNoSecret("the answers after a relaunch", await everyAnswer(app), `${account}`);
  expectNoSecret("the page after a relaunch", await app.page.content(), `${account}`);
  expectNoSecret("the page's memory", await heapOf(app), `${account}`);
  expectNoSecretInFiles(app.userData);
  await app.close();
  expectNoSecretInFiles(app.userData);
  expectNoSecret("what main wrote", app.output, "Debugger");
});
