import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import Papa from "papaparse";
import { onTestFinished } from "vitest";
import { journalMigrations } from "../../../../electron/database/migrations/journal.ts";
import { libraryMigrations } from "../../../../electron/database/migrations/library.ts";
import { openDatabase } from "../../../../electron/database/open.ts";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import { ListStore } from "../../../../electron/library/lists.ts";
import { NeverTextStore } from "../../../../electron/library/never-text.ts";
import { SettingsStore } from "../../../../electron/library/settings.ts";
import { NumberMarks } from "../../../../electron/privacy/number-marks.ts";
import { PrivacyStore } from "../../../../electron/privacy/privacy-store.ts";
import { Journal } from "../../../../electron/sending/journal.ts";
import type { ConfirmedCampaign } from "../../../../shared/campaign/plan.ts";
import { aCampaign } from "../../../sending/a-campaign.ts";
import { temporaryFolder } from "../library/library-file.ts";

export const key = "0f".repeat(32);
export const noon = "2026-07-15T12:00:00.000Z";
export const watchUntil = Date.parse("2026-07-25T12:00:00.000Z");

/** Both files of a side on a real disk, with everything that works on them. */
export class Side {
  readonly folder = temporaryFolder();
  readonly library = opened(join(this.folder, "library.sqlite"), libraryMigrations);
  readonly journalFile = opened(join(this.folder, "journal.sqlite"), journalMigrations);
  readonly marks = new NumberMarks();
  readonly drafts = new DraftStore(this.library);
  readonly lists = new ListStore(this.library, this.drafts);
  readonly neverText = new NeverTextStore(this.library, this.marks);
  readonly settings = new SettingsStore(this.library);
  readonly journal = new Journal(this.journalFile, this.marks);
  readonly privacy = new PrivacyStore({
    library: this.library,
    journal: this.journalFile,
    drafts: this.drafts,
    neverText: this.neverText,
    settings: this.settings,
    marks: this.marks,
    practice: null,
  });

  /** A draft with a spreadsheet of these people; `accepted` ones are handed over. */
  draft(
    id: string,
    people: { number: string; cells: string[] }[],
    { accepted = true, file = csvOf(people) } = {},
  ): void {
    this.drafts.create({ id, campaignId: `campaign-of-${id}` }, id, noon);
    const source = { kind: "file", name: "Customers.csv", size: file.length } as const;
    this.drafts.writeSource(id, { source, offset: 0, last: true, bytes: file }, noon);
    this.drafts.writeEdit(id, { place: 0, edit: { kind: "answer", question: "country", choice: "UA" } }, noon);
    if (!accepted) return;
    const written = this.drafts.writePeople(
      {
        draftId: id,
        offset: 0,
        last: true,
        columns: ["Name", "Second phone"],
        numbers: people.map(({ number }) => number),
        rows: people.map((_, index) => index + 2),
        cells: [0, 1].map((column) => people.map(({ cells }) => cells[column] ?? "")),
        phones: { columns: ["Mobile"], cells: [people.map(({ number }) => `+${number}`)] },
      },
      noon,
    );
    if (!written.ok) throw new Error(written.error.code);
  }

  /** A campaign that was confirmed and posted. */
  posted(changes: Partial<ConfirmedCampaign> = {}, at = noon): string {
    const campaign = aCampaign(changes);
    const confirmed = this.journal.confirm(campaign, { now: at, undoUntil: null });
    if (!confirmed.ok) throw new Error(confirmed.error.code);
    this.happens(campaign.campaignId, { kind: "post", watchUntil }, at);
    return campaign.campaignId;
  }

  /** The same, accepted and read to its end: nothing happens to it any more. */
  over(changes: Partial<ConfirmedCampaign> = {}, at = noon): string {
    const id = this.posted(changes, at);
    this.happens(id, { kind: "taken", attempt: 1, serviceId: `9${id.replaceAll(/\D/g, "")}` }, at);
    this.journalFile.prepare("UPDATE owned SET final = 1 WHERE campaign_id = ?").run(id);
    return id;
  }

  happens(campaignId: string, event: Parameters<Journal["apply"]>[0]["event"], at = noon, evidence = "raw"): void {
    if (this.journal.apply({ campaignId, index: 0, event, evidence }, at) === null) throw new Error(event.kind);
  }

  /** The source of a draft as text. */
  sourceOf(id: string): string {
    const read = this.drafts.readSource(id, 0);
    if (!read.ok) throw new Error(read.error.code);
    return Buffer.from(read.value.bytes).toString("utf8");
  }

  /** Which of these texts are in any byte of any file below the folder. */
  inBytes(...sought: string[]): string[] {
    const bytes = readdirSync(this.folder).map((name) => readFileSync(join(this.folder, name)));
    return sought.filter((text) =>
      bytes.some((file) => file.includes(Buffer.from(text)) || file.includes(Buffer.from(text, "utf16le"))),
    );
  }
}

/** A spreadsheet as the shop has it. */
export function csvOf(people: { number: string; cells: string[] }[]): Uint8Array {
  const rows = people.map(({ number, cells }) => [cells[0] ?? "", `+${number}`, cells[1] ?? ""]);
  return new TextEncoder().encode(Papa.unparse([["Name", "Phone", "Second phone"], ...rows]));
}

function opened(file: string, migrations: readonly string[]): DatabaseSync {
  const database = openDatabase({ file, migrations, exclusive: false });
  if (!database.ok) throw new Error(database.error.code);
  onTestFinished(() => {
    if (database.value.isOpen) database.value.close();
  });
  return database.value;
}
