import type { DatabaseSync } from "node:sqlite";
import { type Settings, settings, type SettingsPatch } from "../../shared/library/settings.ts";

/** Which data the window works on; `welcome` until the user has chosen. */
export type Mode = "welcome" | "practice" | "account";

/**
 * Settings of the program, one JSON value a name. A setting that cannot be read counts as not set, and those beside it
 * stay; where it is for how long people are kept, they are kept: what is erased does not come back.
 */
export class SettingsStore {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  read(): Settings {
    const written = this.value("settings");
    if (written === undefined) return settings.parse({});
    const isWhole = typeof written === "object" && written !== null && !Array.isArray(written);
    const named: object = isWhole ? written : { keepMonths: undefined };
    const readable = Object.entries(settings.shape).flatMap(([name, one]): [string, unknown][] => {
      if (!(name in named)) return [];
      const value: unknown = Reflect.get(named, name);
      if (value !== undefined && one.safeParse(value).success) return [[name, value]];
      return name === "keepMonths" ? [[name, null]] : [];
    });
    return settings.parse(Object.fromEntries(readable));
  }

  /** Applies the changes that are given and answers all settings. */
  change(patch: SettingsPatch): Settings {
    const changed = settings.parse({ ...this.read(), ...patch });
    this.put("settings", changed);
    return changed;
  }

  mode(): Mode {
    const mode = this.value("mode");
    return mode === "practice" || mode === "account" ? mode : "welcome";
  }

  setMode(mode: Mode): void {
    this.put("mode", mode);
  }

  private value(name: string): unknown {
    const row = this.database.prepare("SELECT value FROM setting WHERE name = ?").get(name);
    if (row === undefined) return undefined;
    try {
      return JSON.parse(String(row["value"]));
    } catch {
      // Half a value is none: what it was about has its own default.
      return null;
    }
  }

  private put(name: string, value: unknown): void {
    this.database
      .prepare("INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
      .run(name, JSON.stringify(value));
  }
}
