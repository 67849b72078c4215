import type { DatabaseSync, StatementSync } from "node:sqlite";

/** What a thing that is remembered depends on: names and numbers, which only erasing changes, or everything. */
export type DependsOn = "names" | "everything";

/** So many campaigns are remembered: the one that is looked at, and the one before. */
const campaigns = 2;

type Held = { version: number; thing: unknown };

/**
 * What was worked out of the people of a part, kept until one of them changes: a look at a campaign of a million goes
 * over nothing but the parts that moved on. Triggers of this connection, the only one that writes, count the changes
 * (https://www.sqlite.org/lang_createtrigger.html), so that no writer can forget to tell.
 */
export class PartMemory {
  private readonly database: DatabaseSync;
  private readonly held = new Map<string, Map<string, Held>>();
  private version: StatementSync | null = null;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** What is called `what` of a part, worked out now unless it is known and still true. */
  of<T>(campaignId: string, part: number, what: string, dependsOn: DependsOn, workOut: () => T): T {
    const version = this.versionOf(campaignId, part, dependsOn);
    const things = this.thingsOf(campaignId);
    const key = `${what} ${part}`;
    const known = things.get(key);
    if (known?.version === version) return known.thing as T;
    const thing = workOut();
    things.set(key, { version, thing });
    return thing;
  }

  /** Whether it is known and still true. */
  knows(campaignId: string, part: number, what: string, dependsOn: DependsOn): boolean {
    const known = this.held.get(campaignId)?.get(`${what} ${part}`);
    return known?.version === this.versionOf(campaignId, part, dependsOn);
  }

  private thingsOf(campaignId: string): Map<string, Held> {
    const things = this.held.get(campaignId) ?? new Map<string, Held>();
    this.held.delete(campaignId);
    this.held.set(campaignId, things);
    for (const oldest of this.held.keys()) {
      if (this.held.size <= campaigns) break;
      this.held.delete(oldest);
    }
    return things;
  }

  private versionOf(campaignId: string, part: number, dependsOn: DependsOn): number {
    this.version ??= this.watch();
    return Number(this.version.get(campaignId, part)?.[dependsOn] ?? 0);
  }

  /** Begins to count. What a transaction has changed is taken back with it, and so is its count. */
  private watch(): StatementSync {
    this.database.exec(`
      CREATE TEMP TABLE IF NOT EXISTS person_changes (
        campaign_id TEXT NOT NULL,
        part INTEGER NOT NULL,
        names INTEGER NOT NULL,
        everything INTEGER NOT NULL,
        PRIMARY KEY (campaign_id, part)
      ) WITHOUT ROWID;
      CREATE TEMP TRIGGER IF NOT EXISTS person_changed AFTER UPDATE ON main.person BEGIN
        INSERT INTO person_changes
          VALUES (new.campaign_id, new.part, new.number IS NOT old.number OR new.name IS NOT old.name, 1)
          ON CONFLICT DO UPDATE SET names = names + excluded.names, everything = everything + 1;
      END;
    `);
    return this.database.prepare("SELECT names, everything FROM person_changes WHERE campaign_id = ? AND part = ?");
  }
}
