import { equal } from "node:assert/strict";
import { day, type Desk, firstKey, hour, minute, secondKey } from "./desk.ts";

/**
 * What the user, the network and the computer may do in a story about one campaign, `confirm` being how it was
 * confirmed. What cannot be done because of the disk is left undone, as a user would have to leave it.
 */
export class Acts {
  private readonly desk: Desk;
  private readonly barred: string;
  private readonly confirm: () => Promise<unknown>;
  private trouble = false;
  private started = true;

  /** @param barred the number that the act "never-text" puts on the list */
  constructor(desk: Desk, barred: string, confirm: () => Promise<unknown>) {
    this.desk = desk;
    this.barred = barred;
    this.confirm = confirm;
  }

  async do(act: string): Promise<void> {
    try {
      await this.perform(act);
    } catch (error) {
      // Whoever asks while the disk refuses gets an error, and asks again later.
      if (!this.trouble) throw error;
    }
  }

  /** Everything is as it should be again: room on the disk, the first account, and a program that runs. */
  async putRight(): Promise<void> {
    const { database } = this.desk.journalFile;
    database.exec("PRAGMA query_only = OFF; PRAGMA max_page_count = 1073741823");
    this.trouble = false;
    this.desk.connect(firstKey);
    if (!this.started) await this.start();
    this.desk.sending.hurry();
    await this.desk.settle();
  }

  private async perform(act: string): Promise<void> {
    const { desk } = this;
    switch (act) {
      case "crash":
        desk.crash();
        return this.start();
      case "sleep":
        return desk.sleep(hour);
      case "never-text":
        desk.neverText.add(this.barred);
        return;
      case "cancel":
        return this.cancel();
      case "send":
      case "look":
      case "drop":
        await desk.sending.answer("campaign-1", 0, act);
        return;
      case "send-at": {
        const local = new Date(desk.time.now() + 2 * hour).toISOString().slice(0, 16);
        await desk.sending.sendAt("campaign-1", 0, { local, zone: "UTC" });
        return;
      }
      case "confirm-again":
        await this.confirm();
        return;
      case "clock+25h":
      case "clock-25h":
        desk.time.setWall(desk.time.now() + (act === "clock+25h" ? 1 : -1) * (day + hour));
        return;
      case "other-account":
        desk.connect(secondKey);
        return;
      case "own-account":
        desk.connect(firstKey);
        return;
      case "disk-full":
      case "read-only":
        this.trouble = true;
        desk.journalFile.database.exec(act === "read-only" ? "PRAGMA query_only = ON" : "PRAGMA max_page_count = 1");
        return;
      case "room":
        return this.putRight();
      default:
        throw new Error(act);
    }
  }

  private async start(): Promise<void> {
    this.started = false;
    await this.desk.sending.start();
    this.started = true;
  }

  private async cancel(): Promise<void> {
    const { desk } = this;
    const cancelled = await desk.sending.cancel("campaign-1");
    const before = desk.postOutcomes().length;
    await desk.pass(20 * minute);
    if (cancelled.ok) equal(desk.postOutcomes().length, before, "A POST began after Cancel");
  }
}
