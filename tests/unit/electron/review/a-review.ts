import { createMemoryKeyStore } from "../../../../electron/account/key-store.ts";
import { createPrivacy } from "../../../../electron/privacy/privacy.ts";
import { onTestFinished } from "vitest";
import { accountClient } from "../../../../electron/account/account-client.ts";
import { createHttp } from "../../../../electron/bsg/http.ts";
import { type Database, openDatabases } from "../../../../electron/database/database.ts";
import { type PracticeService, startPracticeService } from "../../../../electron/practice/service.ts";
import { StopList } from "../../../../electron/review/never-text.ts";
import { Prices } from "../../../../electron/review/price.ts";
import type { ReviewPorts } from "../../../../electron/review/review.ts";
import { type ReviewSettings, reviewSettings } from "../../../../shared/library/draft.ts";
import { temporaryFolder } from "../library/library-file.ts";

export type Reviewed = {
  ports: ReviewPorts;
  database: Database;
  service: PracticeService;
  /** How often the window was told to judge its rows again. */
  told: () => number;
  /** How often somebody waited to get on the never-text list. */
  past: () => number;
};

/** A review with everything real behind it: databases in their thread, a client over sockets, a service. */
export async function aReview(): Promise<Reviewed> {
  const entry = new URL("../../../../electron/database/worker.ts", import.meta.url);
  const database = await openDatabases(entry, temporaryFolder());
  onTestFinished(() => database.close());
  const service = await startPracticeService({ stateFile: ":memory:" });
  onTestFinished(() => service.close());
  const now = () => Date.now();
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const client = accountClient("live_demo_key_0001", { base: service.url, http, now });
  let told = 0;
  let past = 0;
  const ports: ReviewPorts = {
    database,
    client,
    prices: new Prices(now),
    stopList: new StopList(now),
    sealed: createPrivacy({ database, keyStore: createMemoryKeyStore(), now, changed() {} }).sealed,
    pastTheGate: async () => {
      past += 1;
    },
    now,
    stateChanged: () => {
      told += 1;
    },
  };
  return { ports, database, service, told: () => told, past: () => past };
}

/** A draft for these people (rows from 2 on) that only waits for its confirmation. */
export async function aDraft(
  { database }: Reviewed,
  id: string,
  numbers: string[],
  review: Partial<ReviewSettings> = {},
): Promise<string> {
  const at = new Date().toISOString();
  await database.drafts.create({ id, campaignId: `campaign-${id}` }, "Roses", at);
  await database.drafts.writePeople(
    {
      draftId: id,
      offset: 0,
      last: true,
      columns: ["Name"],
      numbers,
      rows: numbers.map((_, index) => index + 2),
      cells: [numbers.map((_, index) => `Person ${index}`)],
    },
    at,
  );
  const settings = reviewSettings.parse({ sender: "FloraKyiv", consent: true, ...review });
  await database.drafts.save(id, { text: "Hello {Name}, roses are here", review: settings }, at);
  return id;
}
