// `npm run demo`: the whole main job by itself, in practice mode and without a window. It takes a spreadsheet of a few
// hundred rows, good and bad ones, from the welcome to a finished and to a cancelled campaign, leaves a picture of every
// step and the report in out/demo/, and prints what the practice service accepted.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Ledger, readLedger } from "../electron/practice/ledger.ts";
import { launchApp } from "../tests/e2e/launch-app.ts";
import { demoList } from "./make-demo-list.ts";
import { picturesOf, walk } from "./walk.ts";

const folder = resolve(import.meta.dirname, "../out/demo");
const data = join(folder, "data");
const customers = join(folder, "Customers of the flower shop.xlsx");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(customers, demoList());

const app = await launchApp({ userData: data, env: { BSG_API_URL: "" } });
try {
  await walk(app.page, customers, await picturesOf(app.page, folder));
  const [report = ""] = readdirSync(app.saveFolder);
  copyFileSync(join(app.saveFolder, report), join(folder, "report.xlsx"));
  process.stdout.write("  out/demo/report.xlsx\n");
  tellLedger(readLedger(join(data, "practice", "service.sqlite")));
  if (app.problems.length > 0) throw new Error(`The window complained: ${app.problems.join("\n")}`);
} finally {
  await app.dispose();
}

/** What really arrived, from the service's own book: not what the program believes. */
function tellLedger({ messages, campaigns }: Ledger): void {
  process.stdout.write("What the practice service accepted:\n");
  for (const campaign of campaigns) {
    const own = messages.filter((message) => message.campaign === campaign.id);
    const people = new Set(own.map(({ phone }) => phone)).size;
    const out = own.filter(({ goes }) => goes);
    const parts = own.reduce((sum, message) => sum + message.parts, 0);
    const price = own.reduce((sum, message) => sum + message.price, 0) / 1_000_000;
    const halted = campaign.haltStatus === null ? "sent" : `${campaign.haltStatus} after ${out.length}`;
    process.stdout.write(
      `  campaign ${campaign.id} (${campaign.kind}): ${own.length} messages to ${people} people, ` +
        `${parts} parts, €${price.toFixed(2)}, ${halted}\n`,
    );
    if (people !== own.length) throw new Error(`Somebody was texted twice by campaign ${campaign.id}`);
  }
  if (campaigns.length !== 2) throw new Error(`Two campaigns were confirmed, ${campaigns.length} arrived`);
}
