import { copyFileSync, mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PracticeService } from "../../electron/practice/service.ts";
import { people } from "../sending/a-campaign.ts";
import { Desk, hour, minute, posts, reads } from "../sending/desk.ts";

/** What the sending half left behind three hours ago, in a data folder that the program can be started on. */
export type HeldJournal = {
  userData: string;
  service: PracticeService;
  /** Whom the service accepted of a campaign, by its ledger. */
  accepted: (title: string) => string[];
  close: () => Promise<void>;
};

const lost = { ...posts, act: "reset", accepts: false } as const;
const unanswered = { ...posts, act: "reset", accepts: true, times: 1 } as const;
/** The account of the key that the tests connect. */
const account = "7100002";
const text = "Our winter roses are here. Flora";

/**
 * Lets the sending half live through everything that ends in a question or a watch, in virtual time, against the
 * practice service on real sockets; the service then goes on by the computer's clock. Each campaign has three people
 * and is named by what becomes of it.
 */
export async function heldJournal(): Promise<HeldJournal> {
  const folder = await mkdtemp(join(tmpdir(), "desk-held-"));
  const endings: (() => Promise<void>)[] = [];
  const began = Date.now() - 5 * hour;
  const time: { now: () => number } = { now: () => began };
  let journals = 0;
  const desk = await Desk.open({
    service: { clock: { now: () => time.now() }, seed: 2 },
    switches: { pace: { messagesPerSecond: 5000, deliverySeconds: [0, 1] }, duplicateSeconds: { campaigns: 0 } },
    newFolder: () => {
      journals += 1;
      const own = join(folder, `journal-${journals}`);
      mkdirSync(own);
      return own;
    },
    atTheEnd: (act) => endings.push(act),
  });
  time.now = () => began + desk.time.monotonic();
  desk.time.setWall(began);
  // Noticed before there is anything to ask about again.
  desk.sending.hurry();
  await desk.pass(minute);
  const numbers = await liveThroughIt(desk);

  await desk.sending.quit();
  await desk.settle();
  desk.journalFile.close();
  const userData = join(folder, "data");
  mkdirSync(join(userData, "account"), { recursive: true });
  copyFileSync(desk.journalFile.file, join(userData, "account", "journal.sqlite"));
  time.now = () => Date.now();
  const close = async () => {
    for (const end of endings.toReversed()) await end().catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  const accepted = (title: string) => {
    const { messages } = desk.service.ledger();
    return messages.map(({ phone }) => phone).filter((phone) => numbers.get(title)?.has(phone) === true);
  };
  return { userData, service: desk.service, accepted, close };
}

/** @returns the numbers of each campaign, no number in two of them */
async function liveThroughIt(desk: Desk): Promise<Map<string, Set<string>>> {
  const numbers = new Map<string, Set<string>>();
  let from = 380_670_000_000;
  const confirm = (title: string, count = 3, undoSeconds = 0, identity = account) => {
    from += 1_000_000;
    const recipients = people(count, text, from).map((person, row) => ({ ...person, name: `Person ${row + 1}` }));
    numbers.set(title, new Set(recipients.map(({ number }) => number)));
    return desk.confirm({ text, campaignId: title, title, recipients, identity }, undoSeconds);
  };
  await desk.sendOneBefore();

  // Nothing arrived and no answer came: three looks in eleven minutes find nothing.
  desk.service.setSwitches({ faults: [{ ...lost, times: 4 }] });
  for (const title of ["Absent, sent", "Absent, looked for", "Absent, dropped", "Cancelled in doubt"]) {
    await confirm(title);
  }
  await desk.pass(5 * minute);
  await desk.sending.cancel("Cancelled in doubt");
  await desk.pass(7 * minute);

  // The same, and for an hour nobody can look.
  const blind = { ...reads, act: "answer", status: 503, body: { kind: "html" }, accepts: false } as const;
  desk.service.setSwitches({ faults: [lost, blind] });
  await confirm("Not checked");
  await desk.pass(67 * minute);

  // Taken in all but two people, and the answer lost.
  desk.service.setSwitches({ stopListHonoured: "everywhere", faults: [unanswered] });
  await desk.client?.addToStopList([String(from + 1_000_000), String(from + 1_000_002)]);
  await confirm("Two missing", 5);
  await desk.pass(30 * minute);

  // No money is left when it begins.
  desk.service.setSwitches({ faults: [], noMoney: "pause", balance: 0.01 });
  await confirm("Out of money");
  await desk.pass(2 * minute);
  desk.service.setSwitches({ noMoney: "refuse", balance: 500 });

  // The service shows its people one by one, for hours.
  desk.service.setSwitches({ takenInPerSecond: 0.001, faults: [unanswered] });
  await confirm("Being taken in", 40);
  await desk.pass(3 * minute);

  // Confirmed with a key of another account.
  await confirm("Of another account", 3, 0, "7100999");
  await desk.pass(minute);

  // The program is closed while Undo is open, and once more over two parts.
  await confirm("Closed with Undo", 3, 600);
  await confirm("Closed, for later", 3, 600);
  await confirm("Closed in two parts", 10_003, 600);
  return numbers;
}
