import { deepEqual } from "node:assert/strict";
import { accountClient } from "../../electron/account/account-client.ts";
import { createHttp, type Http, type Limits } from "../../electron/bsg/http.ts";
import type { BsgClient } from "../../electron/bsg/port.ts";
import type { LedgerMessage, LedgerRequest } from "../../electron/practice/ledger.ts";
import { type OpenPractice, openPractice } from "../../electron/practice/open.ts";
import { type PracticeOptions, type PracticeService, startPracticeService } from "../../electron/practice/service.ts";
import type { SwitchesPatch } from "../../electron/practice/switches.ts";
import type { SendingDeps } from "../../electron/sending/context.ts";
import { createSending, type Sending } from "../../electron/sending/sending.ts";
import type { PartStateName, CampaignDetails } from "../../shared/campaign/view.ts";
import type { ConfirmedCampaign } from "../../shared/campaign/plan.ts";
import type { AppError } from "../../shared/errors.ts";
import { aCampaign, people } from "./a-campaign.ts";
import { Activity, type Watcher } from "./activity.ts";
import type { Begun } from "./begun.ts";
import {
  afterCrash,
  copyOfJournal,
  type JournalFile,
  journalInMemory,
  journalOf,
  openJournalAt,
} from "./journal-file.ts";
import { memoryHttp } from "./memory-http.ts";
import { noon, VirtualTime } from "./virtual-time.ts";

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Every way to create a campaign, as the faults of the practice service name it. */
export const posts = { method: "POST", path: "/api/campaigns/sms/*" } as const;
export const reads = { method: "GET", path: "/api/*" } as const;

/** Two of the keys that the practice service knows, of two accounts. */
export const firstKey = "live_demo_key_0001";
export const secondKey = "live_demo_key_0002";

export type DeskOptions = {
  switches?: SwitchesPatch;
  limits?: Partial<Limits>;
  service?: Partial<PracticeOptions>;
  /** Real sockets unless told otherwise. */
  network?: "sockets" | "memory";
  /** A real file unless told otherwise. */
  journal?: "file" | "memory";
  /** Instead of a service and a journal of its own in memory: as both are now, and for this desk alone until it ends. */
  begun?: Begun;
  /** Between the program and the service: given the service's address, answers with the one to connect to. */
  relay?: (url: string) => string;
  /** Asked at every write and every step on the network. */
  watcher?: Watcher;
  /** What the program reports as failed is expected: a disk is full, or a step was made to fail. */
  mayFail?: boolean;
  /** A new folder that goes when the desk does. */
  newFolder: () => string;
  /** Is told how to clear up. */
  atTheEnd: (act: () => Promise<void>) => void;
};

type World = { service: PracticeService; http: Http };

/** The sending half of the program as composed for the desktop, against a practice service, in virtual time. */
export class Desk {
  readonly time: VirtualTime;
  readonly serviceClock = { now: () => noon + this.time.monotonic() };
  readonly neverText = new Set<string>();
  /** Why nobody can say who is on it. */
  sealed: AppError | null = null;
  night = false;
  /** The number kept beside the key. */
  note: bigint | null = null;
  client: BsgClient | null = null;
  sending: Sending;
  service: PracticeService;
  journalFile: JournalFile;
  activity: Activity;
  private failures: unknown[] = [];
  private readonly http: Http;
  private readonly options: DeskOptions;

  private constructor({ service, http }: World, options: DeskOptions) {
    this.service = service;
    this.http = http;
    this.options = options;
    this.time = new VirtualTime(noon, options.begun?.elapsed);
    this.journalFile = openJournal(options);
    this.activity = new Activity(options.watcher);
    this.sending = this.composed();
    this.connect(firstKey);
  }

  /** Starts the service and the program, with an account connected. */
  static async open(options: DeskOptions): Promise<Desk> {
    let now = () => noon;
    // The service's clock goes on whatever somebody does to the computer's.
    const world = await openWorld(options, () => now());
    options.atTheEnd(() => world.service.close());
    const desk = new Desk(world, options);
    options.atTheEnd(async () => desk.journalFile.close());
    now = () => desk.serviceClock.now();
    await desk.sending.start();
    // As after the campaign that was sent before.
    if (options.begun !== undefined && options.begun.elapsed > 0) await desk.client?.identity();
    await desk.settle();
    return desk;
  }

  /** Connects an account, as a new key does. */
  connect(key: string, base = this.service.url): void {
    this.client = accountClient(key, { base, http: this.activity.http(this.http), now: () => this.time.now() });
  }

  /** Confirms a campaign without an undo window unless told otherwise. */
  async confirm(changes: Partial<ConfirmedCampaign> = {}, undoSeconds = 0): Promise<string> {
    const campaign = aCampaign({ base: this.service.url, ...changes });
    const confirmed = await this.sending.confirm(campaign, undoSeconds);
    if (!confirmed.ok) throw new Error(confirmed.error.code);
    return confirmed.value.campaignId;
  }

  /** A campaign to one other person, delivered: from then on the account has a reference that is known to be there. */
  async sendOneBefore(): Promise<void> {
    if (this.journalFile.journal.details("before") !== null) return;
    await this.confirm({ campaignId: "before", recipients: people(1, "Hello", 380_990_000_000) });
    await this.pass(2 * minute);
    deepEqual(await this.states("before"), ["accepted"]);
  }

  /** Lets time pass for the program and for the service. */
  async pass(ms: number): Promise<void> {
    await this.time.pass(ms, () => this.settle());
  }

  /** The computer sleeps: the wall clock goes on, the monotonic one stands still. */
  async sleep(ms: number): Promise<void> {
    // A computer asks nobody whether it may: what a full disk keeps from ending is still under way when it wakes up.
    await Promise.race([this.sending.suspend(), this.settle()]);
    this.time.setWall(this.time.now() + ms);
    this.service.advance(ms / second);
    await this.sending.resume();
    await this.pass(2 * hour);
  }

  /** Waits until nothing is under way. What the program reported as failed fails the test. */
  async settle(): Promise<void> {
    await this.activity.rest();
    if (this.options.mayFail !== true) deepEqual(this.failures, []);
  }

  /** Waits in real time for something that happens while a request is held. */
  async until(happened: () => boolean | Promise<boolean>): Promise<void> {
    const patience = performance.now() + 50_000;
    while (!(await happened())) {
      if (performance.now() > patience) throw new Error("What was waited for does not happen");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** The process ends in the middle of whatever it does; what was committed is what the next one finds. */
  crash(): void {
    this.startAnew(() => afterCrash(this.journalFile, this.options.newFolder));
  }

  /** The journal as it is on disk now, for {@link restore}. */
  backUp(): string {
    return copyOfJournal(this.journalFile.file, this.options.newFolder());
  }

  /** The program ends, and its journal is replaced by a backup. */
  restore(backup: string): void {
    this.startAnew(() => {
      this.journalFile.close();
      return openJournalAt(backup);
    });
  }

  private startAnew(open: () => JournalFile): void {
    this.activity.end();
    this.time.forgetTimers();
    this.activity = new Activity(this.options.watcher);
    this.failures = [];
    this.journalFile = open();
    this.sending = this.composed();
    this.connect(firstKey);
  }

  /** Ends the service and the journal before the test does. */
  async close(): Promise<void> {
    await this.sending.quit();
    await this.settle();
    await this.service.close();
    this.journalFile.close();
  }

  async details(id = "campaign-1"): Promise<CampaignDetails> {
    const details = await this.sending.details(id);
    if (!details.ok) throw new Error(details.error.code);
    return details.value;
  }

  async states(id = "campaign-1"): Promise<PartStateName[]> {
    return (await this.details(id)).parts.map(({ state }) => state);
  }

  /** How often a campaign was posted, {@link sendOneBefore} aside, and what the ledger says came of it. */
  postOutcomes(): string[] {
    return this.posted().map(({ outcome }) => outcome);
  }

  /** The ledger's lines of those POSTs. */
  posted(): LedgerRequest[] {
    const { requests, campaigns } = this.service.ledger();
    const posted = requests.filter(({ path }) => path.startsWith("/api/campaigns/sms/"));
    return campaigns.some(({ id }) => this.sentBefore(id)) ? posted.slice(1) : posted;
  }

  /** What the service accepted, {@link sendOneBefore} aside, in the order of its ledger. */
  accepted(): LedgerMessage[] {
    return this.service.ledger().messages.filter(({ campaign }) => !this.sentBefore(campaign));
  }

  /** The same as numbers and texts, in the order of numbers. */
  texts(): [string, string][] {
    return this.accepted()
      .map(({ phone, text }): [string, string] => [phone, text])
      .sort(([a], [b]) => a.localeCompare(b));
  }

  private sentBefore(campaign: number): boolean {
    return this.journalFile.journal.ownerOf(this.service.url, String(campaign))?.campaignId === "before";
  }

  private composed(): Sending {
    const { activity, time } = this;
    const failures = this.failures;
    const journal = activity.journal(this.journalFile.remote);
    const neverText = async (numbers: string[]) => numbers.filter((number) => this.neverText.has(number));
    const deps: SendingDeps = {
      journal,
      client: () => this.client,
      clock: time,
      timers: time,
      neverText,
      neverTextIn: async ({ campaignId, index }) => neverText(await journal.partNumbers(campaignId, index)),
      sealed: async () => this.sealed,
      sequenceNote: {
        read: async () => this.note,
        write: (sequence) =>
          activity.note(async () => {
            this.note = sequence;
          }),
      },
      isNight: async () => this.night,
      changed: () => {},
      failed: (place, error) => void failures.push({ place, error }),
    };
    return createSending(deps);
  }
}

/** What the ledger must hold when these people were texted exactly once. */
export function onceEach(recipients: readonly { number: string; text: string }[]): [string, string][] {
  return recipients.map(({ number, text }): [string, string] => [number, text]).sort(([a], [b]) => a.localeCompare(b));
}

function openJournal({ begun, journal, newFolder }: DeskOptions): JournalFile {
  if (begun !== undefined) return journalOf(begun.journal, () => {});
  return journal === "memory" ? journalInMemory() : openJournalAt(`${newFolder()}/journal.sqlite`);
}

async function openWorld(options: DeskOptions, now: () => number): Promise<World> {
  const { begun } = options;
  if (begun !== undefined) {
    begun.now = now;
    return inMemory(begun.inside, async () => {});
  }
  const practice = { stateFile: ":memory:", clock: { now }, switches: options.switches ?? {}, ...options.service };
  if (options.network !== "memory") {
    const http = createHttp({ resolveProxy: async () => "DIRECT", limits: options.limits ?? {} });
    const service = await startPracticeService(practice);
    return { service: options.relay === undefined ? service : { ...service, url: options.relay(service.url) }, http };
  }
  const inside = openPractice(practice);
  return inMemory(inside, async () => inside.close());
}

function inMemory(inside: OpenPractice, close: () => Promise<void>): World {
  return { service: { ...inside.controls, url: "http://127.0.0.1:1", port: 1, close }, http: memoryHttp(inside) };
}
