import type { DatabaseSync } from "node:sqlite";
import { type Settings, settings, type SettingsPatch } from "../../shared/library/settings.ts";

/** Which data the window works on; `welcome` until the user has chosen. */
export type Mode = "welcome" | "practice" | "account";

/** Settings of the program, one JSON value a name. An unreadable value counts as not set. */
export class SettingsStore {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  read(): Settings {
    const parsed = settings.safeParse(this.value("settings") ?? {});
    return parsed.success ? parsed.data : settings.parse({});
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
    return row === undefined ? undefined : JSON.parse(String(row["value"]));
  }

  private put(name: string, value: unknown): void {
    this.database
      .prepare("INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
      .run(name, JSON.stringify(value));
  }
}
