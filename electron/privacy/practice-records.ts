import { DatabaseSync } from "node:sqlite";
import { compact } from "./wiped-file.ts";

/** What the practice service keeps of people: it stands for BSG's computers, but its file is on this one. */
export type PracticeRecords = {
  erasePerson: (number: string) => void;
  /** Erases numbers and texts of campaigns by the service's ids. */
  eraseCampaigns: (serviceIds: string[]) => void;
};

// Fifteen digits that are nobody's number, so that its answers keep their shape.
const nobody = "phone = printf('%015d', id), text = ''";

/** Over the state file of a practice service, which may be running meanwhile. */
export function practiceRecords(file: string): PracticeRecords {
  const withFile = (act: (database: DatabaseSync) => void) => {
    const database = new DatabaseSync(file);
    try {
      database.exec(
        "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
      );
      act(database);
      compact(database);
    } finally {
      database.close();
    }
  };
  return {
    erasePerson: (number) =>
      withFile((database) => {
        database.prepare(`UPDATE message SET ${nobody} WHERE phone = ?`).run(number);
        database.prepare("DELETE FROM contact WHERE phone = ?").run(number);
        database.prepare("DELETE FROM stop_entry WHERE phone = ?").run(number);
      }),
    eraseCampaigns: (serviceIds) =>
      withFile((database) => {
        database
          .prepare(`UPDATE message SET ${nobody} WHERE campaign_id IN (SELECT value FROM json_each(?))`)
          .run(JSON.stringify(serviceIds.map(Number)));
      }),
  };
}
