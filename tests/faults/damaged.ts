import { closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from "node:fs";
import { journalMigrations } from "../../electron/database/migrations/journal.ts";
import { openDatabase } from "../../electron/database/open.ts";
import { people } from "../sending/a-campaign.ts";
import { noComplaints, type Verdict } from "../sending/comparison.ts";
import { type Desk, minute } from "../sending/desk.ts";
import { type FaultCampaign, playRuns } from "./campaign.ts";
import { Chance } from "./chance.ts";
import { bare, withDesk } from "./one-desk.ts";
import { Survivor } from "./survivor.ts";

const recipients = people(4);

/** Bytes of the journal overwritten, or its end cut off, while the program is not running. */
export const damagedCampaign: FaultCampaign = {
  name: "damaged",
  runs: { quick: 25, full: 2_000 },
  about: "a journal overwritten or cut at a random place: refused in words, or nothing sent twice",
  play: (order) =>
    playRuns(order, (seed) =>
      withDesk({ network: "memory", service: bare, mayFail: true }, (desk) => damaged(desk, new Chance(seed))),
    ),
};

async function damaged(desk: Desk, chance: Chance): Promise<Verdict> {
  const user = new Survivor(desk, recipients);
  await user.confirm();
  await user.waits(chance.of([0, minute]));
  const copy = desk.backUp();
  damage(copy, chance);
  const opened = openDatabase({ file: copy, migrations: journalMigrations, exclusive: true });
  if (!opened.ok) {
    const { code } = opened.error;
    if (!["journal.damaged", "journal.read-only"].includes(code)) throw new Error(`It is refused as ${code}`);
    return noComplaints;
  }
  opened.value.close();
  // What SQLite takes for whole is what was committed at some moment, as in a backup.
  try {
    desk.restore(copy);
    await desk.sending.start();
    await desk.pass(2 * minute);
  } catch (error) {
    // It may notice later; then nothing of it is done.
    if (!/malformed|damaged|corrupt|not JSON|column/i.test(String(error))) throw error;
  }
  const phones = desk.service.ledger().messages.map(({ phone }) => phone);
  const twice = phones.filter((phone, index) => phones.indexOf(phone) !== index);
  return { duplicates: twice.map((phone) => `${phone} was accepted twice`), lost: [] };
}

/** Of the file, or of what was last written and is not in it yet. */
function damage(file: string, chance: Chance): void {
  const walSize = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const victim = walSize > 0 && chance.next() < 0.5 ? `${file}-wal` : file;
  const size = statSync(victim).size;
  if (chance.next() < 0.3) {
    truncateSync(victim, chance.whole(0, size - 1));
    return;
  }
  const at = chance.whole(0, size - 1);
  const length = Math.min(chance.whole(1, 5000), size - at);
  const noise = Buffer.from(readFileSync(victim).subarray(at, at + length)).map((byte) => byte ^ chance.whole(1, 255));
  const handle = openSync(victim, "r+");
  writeSync(handle, noise, 0, length, at);
  closeSync(handle);
}
