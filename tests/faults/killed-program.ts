// The sending half of the program as a process of its own, to be killed: databases in their thread, sending, and a
// user who confirms one campaign, answers Send to whatever it asks, and cancels when told. Started by `program.ts`.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { accountClient } from "../../electron/account/account-client.ts";
import { createHttp } from "../../electron/bsg/http.ts";
import { type Database, openDatabases } from "../../electron/database/database.ts";
import { createSending, type Sending } from "../../electron/sending/sending.ts";
import { aCampaign, people } from "../sending/a-campaign.ts";
import { hurriedTime } from "./hurried-time.ts";
import type { Life, News } from "./program.ts";

const life = JSON.parse(process.argv[2] ?? "{}") as Life;
const time = hurriedTime(life.start);
const noteFile = join(life.folder, "..", "note");
const final: ReadonlySet<string> = new Set(["accepted", "stopped", "cancelled", "cancelled-by-absence"]);

let cancelWanted = false;
process.on("message", (message) => {
  if (message === "cancel") cancelWanted = true;
});
// Whoever started it is gone: so is everything that it was to be compared with.
process.on("disconnect", () => process.exit(1));

function say(news: News): void {
  process.send?.(news);
}

/** Waits for its turn: only one instance has the journal. */
async function openWhenFree(): Promise<Database> {
  for (;;) {
    const database = await openDatabases(pathToFileURL(life.worker), life.folder);
    if (database.journalProblem === null && database.libraryProblem === null) return database;
    say({ locked: database.journalProblem?.code ?? "library" });
    await database.close();
    await pause(20);
  }
}

function readNote(): bigint | null {
  try {
    return BigInt(readFileSync(noteFile, "utf8"));
  } catch {
    return null; // Nothing was noted yet.
  }
}

function compose(database: Database): Sending {
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const client = accountClient("live_demo_key_0001", { base: life.url, http, now: () => time.now() });
  return createSending({
    journal: database.journal,
    client: () => client,
    clock: time,
    timers: time,
    neverText: async () => [],
    neverTextIn: ({ campaignId, index }) => database.partGate.neverTextIn(campaignId, index),
    sealed: async () => null,
    // Beside the data folder, as the keychain is.
    sequenceNote: {
      read: async () => readNote(),
      write: async (sequence) => {
        writeFileSync(`${noteFile}-${process.pid}`, String(sequence));
        renameSync(`${noteFile}-${process.pid}`, noteFile);
      },
    },
    isNight: async () => false,
    changed: () => {},
    failed: (place, error) => say({ failed: `${place}: ${String(error)}` }),
  });
}

async function live(sending: Sending): Promise<void> {
  say({ opened: true });
  await sending.start();
  const confirmed = await sending.confirm(aCampaign({ base: life.url, recipients: people(life.people) }), 0);
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  say({ confirmed: true });
  for (;;) {
    if (cancelWanted) {
      cancelWanted = false;
      await sending.cancel("campaign-1");
      say({ cancelled: true });
    }
    const details = await sending.details("campaign-1");
    const parts = details.ok ? details.value.parts : [];
    for (const { index, question } of parts) {
      if (question !== null) await sending.answer("campaign-1", index, "send");
    }
    if (parts.length > 0 && parts.every(({ state }) => final.has(state))) say({ settled: true });
    await pause(25);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

await live(compose(await openWhenFree()));
