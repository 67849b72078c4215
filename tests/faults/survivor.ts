import type { ConfirmedCampaign, Recipient } from "../../shared/campaign/plan.ts";
import { compareAllSent, compareDesk, together, type Verdict } from "../sending/comparison.ts";
import { type Desk, minute } from "../sending/desk.ts";

/** A user who starts the program again whenever it died, and does again what was not done. */
export class Survivor {
  readonly desk: Desk;
  private readonly recipients: readonly Recipient[];
  private readonly verdicts: Verdict[] = [];
  private confirmed = false;

  constructor(desk: Desk, recipients: readonly Recipient[]) {
    this.desk = desk;
    this.recipients = recipients;
  }

  confirm(changes: Partial<ConfirmedCampaign> = {}, undoSeconds = 0): Promise<void> {
    return this.does(async () => {
      await this.desk.confirm({ recipients: [...this.recipients], ...changes }, undoSeconds);
      this.confirmed = true;
    });
  }

  /** Cancels, and sees to it that no POST begins from then on. */
  async cancel(): Promise<void> {
    await this.does(async () => void (await this.desk.sending.cancel("campaign-1")));
    const before = this.desk.postOutcomes().length;
    await this.waits(30 * minute);
    const after = this.desk.postOutcomes().length;
    if (after !== before) this.verdicts.push({ duplicates: ["a POST began after Cancel"], lost: [] });
  }

  waits(ms: number): Promise<void> {
    return this.does(() => this.desk.pass(ms));
  }

  /** Lets time pass and answers Send to every question, until everything is settled or patience is over. */
  async sendsWhateverAsks(): Promise<void> {
    for (let rounds = 0; rounds < 14; rounds++) {
      await this.waits(6 * minute);
      const { parts } = await this.desk.details();
      const asking = parts.filter(({ question }) => question !== null);
      if (asking.length === 0 && parts.every(({ state }) => state === "accepted")) return;
      for (const { index } of asking) {
        await this.does(async () => void (await this.desk.sending.answer("campaign-1", index, "send")));
      }
    }
  }

  /** What was found wrong so far, and is wrong in the end; `allSent`: by now everybody must have been texted. */
  async verdict(allSent: boolean): Promise<Verdict> {
    const compared = allSent ? compareAllSent : compareDesk;
    return together([...this.verdicts, await compared(this.desk, this.recipients)]);
  }

  /** Does it until it was done in one life of the program. An error, such as that of a full disk, means once more. */
  private async does(act: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 10; tries++) {
      let done = false;
      const trying = act().then(
        () => (done = true),
        () => {},
      );
      await Promise.race([trying, this.desk.activity.death]);
      // What it began may still die.
      await this.desk.settle();
      if (this.desk.activity.isDead) await this.startsAgain();
      if (this.confirmed) this.verdicts.push(await compareDesk(this.desk, this.recipients, "meanwhile"));
      if (done) return;
    }
    throw new Error("Cannot be done, however often it is tried");
  }

  /** A start may die, or fail, as well. */
  private async startsAgain(): Promise<void> {
    for (let tries = 0; tries < 10; tries++) {
      this.desk.crash();
      let started = false;
      const starting = this.desk.sending.start().then(
        () => (started = true),
        () => {},
      );
      await Promise.race([starting, this.desk.activity.death]);
      await this.desk.settle();
      if (started && !this.desk.activity.isDead) return;
    }
    throw new Error("Does not start, however often it is tried");
  }
}
