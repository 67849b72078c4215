import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type PracticeService, startPracticeService } from "../../electron/practice/service.ts";
import { people } from "../sending/a-campaign.ts";
import { compare, type Moment, type Verdict } from "../sending/comparison.ts";
import { openJournalAt } from "../sending/journal-file.ts";
import { bundledProgram, type BundledProgram } from "./bundled-program.ts";
import { hurriedTime } from "./hurried-time.ts";
import { aFolder } from "./one-desk.ts";
import { type Life, Program } from "./program.ts";

/** A service, a data folder, and programs that are started on it and killed. */
export class KilledCampaign {
  readonly programs: Program[] = [];
  private readonly life: Omit<Life, "worker">;
  private readonly service: PracticeService;
  private readonly bundled: BundledProgram;

  private constructor(service: PracticeService, bundled: BundledProgram, life: Omit<Life, "worker">) {
    this.service = service;
    this.bundled = bundled;
    this.life = life;
  }

  /** Plays with a campaign of so many people and clears everything away, also the programs. */
  static async play<T>(count: number, act: (campaign: KilledCampaign) => Promise<T>): Promise<T> {
    const bundled = await bundledProgram();
    const start = Date.now();
    const pace = { moderationSeconds: 5, messagesPerSecond: 100_000, sendingSeconds: 1 };
    const duplicateSeconds = { campaigns: 0 };
    const options = {
      stateFile: ":memory:",
      clock: hurriedTime(start),
      pace,
      switches: { duplicateSeconds, balance: 1e6 },
    };
    const service = await startPracticeService(options);
    const house = aFolder();
    const folder = join(house, "data");
    mkdirSync(folder);
    const campaign = new KilledCampaign(service, bundled, { folder, url: service.url, people: count, start });
    try {
      return await act(campaign);
    } finally {
      for (const program of campaign.programs) await program.kill();
      await service.close();
      rmSync(house, { recursive: true, force: true });
    }
  }

  begin(): Program {
    const program = new Program(this.bundled, this.life);
    this.programs.push(program);
    return program;
  }

  /** The ledger and the journal side by side; no program may be alive. */
  verdict(moment: Moment, allSent = false): Verdict {
    const recipients = people(this.life.people);
    const { messages } = this.service.ledger();
    const file = openJournalAt(join(this.life.folder, "journal.sqlite"));
    try {
      const details = file.journal.details("campaign-1");
      if (details === null) {
        const lost = messages.length === 0 ? [] : [`${messages.length} were texted without a confirmation`];
        return { duplicates: [], lost };
      }
      const { rows } = file.journal.people("campaign-1", { offset: 0, limit: recipients.length + 1 });
      const verdict = compare(recipients, messages, rows, moment);
      const never = recipients.length - new Set(messages.map(({ phone }) => phone)).size;
      if (allSent && never > 0) verdict.lost.push(`${never} were never texted`);
      const failures = this.programs.flatMap((program) => program.failures);
      if (failures.length > 0) throw new Error(failures.join("; "));
      return verdict;
    } finally {
      file.close();
    }
  }

  /** Requests for a campaign that reached the service so far. */
  posts(): number {
    return this.service.ledger().requests.filter(({ path }) => path.startsWith("/api/campaigns/sms/")).length;
  }
}
