import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { contactField, type ContactField } from "../../shared/account.ts";

/** Fields of a Contact Book as the service named them last. `readAt` is ISO 8601 UTC. */
export type KeptFields = { fields: ContactField[]; readAt: string };

const keptFields = z.array(contactField);

/** The fields of each account's Contact Book, for texts that are written without a network. */
export class ContactFieldStore {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** What was kept of an account; null when nothing was, or a later version wrote it differently. */
  read(account: string): KeptFields | null {
    const row = this.database.prepare("SELECT fields, read_at FROM contact_field WHERE account = ?").get(account);
    if (row === undefined) return null;
    const fields = keptFields.safeParse(JSON.parse(String(row["fields"])));
    return fields.success ? { fields: fields.data, readAt: String(row["read_at"]) } : null;
  }

  /** Takes the place of what was kept of the account. */
  keep(account: string, { fields, readAt }: KeptFields): void {
    this.database
      .prepare("INSERT OR REPLACE INTO contact_field (account, fields, read_at) VALUES (?, ?, ?)")
      .run(account, JSON.stringify(fields), readAt);
  }
}
