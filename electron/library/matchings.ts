import type { DatabaseSync } from "node:sqlite";
import { type RememberedMatching, rememberedMatching } from "../../shared/recipients/fingerprint.ts";
import { transaction } from "../database/transaction.ts";

/** So many kinds of files are remembered; the one used longest ago goes first. */
const most = 200;

/** How the columns of earlier files were matched, by the fingerprint of their headings. */
export class MatchingStore {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** All that are remembered, the newest last. One that a later version wrote differently is left out. */
  all(): RememberedMatching[] {
    return this.database
      .prepare("SELECT fingerprint, columns FROM matching ORDER BY place")
      .all()
      .flatMap(({ fingerprint, columns }) => {
        const parsed = rememberedMatching.safeParse({ fingerprint, columns: JSON.parse(String(columns)) });
        return parsed.success ? [parsed.data] : [];
      });
  }

  /** Takes the place of what was remembered for the same headings, as the newest. */
  remember({ fingerprint, columns }: RememberedMatching): void {
    transaction(this.database, () => {
      this.forget(fingerprint);
      this.database
        .prepare("INSERT INTO matching (fingerprint, columns) VALUES (?, ?)")
        .run(fingerprint, JSON.stringify(columns));
      this.database
        .prepare("DELETE FROM matching WHERE place NOT IN (SELECT place FROM matching ORDER BY place DESC LIMIT ?)")
        .run(most);
    });
  }

  forget(fingerprint: string): void {
    this.database.prepare("DELETE FROM matching WHERE fingerprint = ?").run(fingerprint);
  }
}
