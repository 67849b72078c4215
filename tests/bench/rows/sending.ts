import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { accountClient } from "../../../electron/account/account-client.ts";
import { createHttp } from "../../../electron/bsg/http.ts";
import type { BsgClient } from "../../../electron/bsg/port.ts";
import { nativeSha256 } from "../../../electron/native-sha256.ts";
import { openDatabases } from "../../../electron/database/database.ts";
import { createSending } from "../../../electron/sending/sending.ts";
import { type ConfirmedCampaign, planCampaign } from "../../../shared/campaign/plan.ts";
import { aCampaign, people } from "../../sending/a-campaign.ts";
import type { Row } from "../compare.ts";

const recipients = people(10_000).map((person) => ({ ...person, text: `${person.name}, good morning from the shop` }));
const switches = JSON.stringify({ balance: 1e6, duplicateSeconds: { campaigns: 0 }, pace: { moderationSeconds: 60 } });

/** A practice service in a process of its own, logged in, and the time (ms) that an act on it took. */
async function onService(act: (client: BsgClient, campaign: ConfirmedCampaign) => Promise<number>): Promise<number> {
  const program = join(import.meta.dirname, "../../../electron/practice/serve.ts");
  const service = spawn(process.execPath, ["--no-warnings", program, "--switches", switches], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = (await once(service.stdout, "data")) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    const http = createHttp({ resolveProxy: async () => "DIRECT" });
    const client = accountClient("live_demo_key_0001", { base: url, http, now: () => Date.now() });
    if (!(await client.identity()).ok) throw new Error("The practice service knows no key");
    return await act(client, aCampaign({ base: url, recipients }));
  } finally {
    const over = once(service, "exit");
    service.kill();
    await over;
  }
}

/** From the confirmation until the journal says that the service has taken everybody. */
async function confirmedAndAccepted(client: BsgClient, campaign: ConfirmedCampaign): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "campaign-desk-bench-"));
  const database = await openDatabases(new URL("../../../electron/database/worker.ts", import.meta.url), folder);
  const accepted = Promise.withResolvers<void>();
  const failed = (_place: string, error: unknown) => accepted.reject(error);
  const look = async () => {
    const [work] = await database.journal.parts(campaign.campaignId);
    if (work?.part.state.name === "accepted") accepted.resolve();
  };
  const sending = createSending({
    journal: database.journal,
    client: () => client,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    timers: {
      after(ms, act) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    },
    neverText: (numbers) => database.neverText.among(numbers),
    neverTextIn: ({ campaignId, index }) => database.partGate.neverTextIn(campaignId, index),
    sealed: async () => null,
    sequenceNote: { read: async () => null, write: async () => {} },
    isNight: async () => false,
    changed: () => void look().catch((error: unknown) => failed("look", error)),
    failed,
  });
  try {
    await sending.start();
    // What the start itself asks of the database is no part of a confirmation, which comes minutes later.
    await database.journal.sequence();
    const begun = performance.now();
    const confirmed = await sending.confirm(campaign, 0);
    if (!confirmed.ok) throw new Error(confirmed.error.code);
    await accepted.promise;
    return performance.now() - begun;
  } finally {
    await sending.quit();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The very same bodies, made beforehand, by the same network and nothing else. */
async function postedBare(client: BsgClient, campaign: ConfirmedCampaign): Promise<number> {
  const plan = planCampaign(campaign, nativeSha256);
  if (!plan.ok) throw new Error(plan.error.code);
  const begun = performance.now();
  for (const { body } of plan.value.parts) {
    const outcome = await client.postCampaign(plan.value.route, body, async () => true);
    if (outcome.kind !== "answered" || outcome.status !== 200) throw new Error(JSON.stringify(outcome).slice(0, 300));
  }
  return performance.now() - begun;
}

/** What the durable journal, the gate and the never-text list cost beside the POST itself. */
export const sendingRows: readonly Row[] = [
  {
    name: "send",
    yardstick: "posting the same bodies bare, 10,000 personalised messages, to the practice service",
    goal: { kind: "at most", ratio: 1.5 },
    figure: "answer",
    prepare: () => ({
      ours: () => onService(confirmedAndAccepted),
      theirs: () => onService(postedBare),
    }),
  },
];
