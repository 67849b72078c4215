import type { DatabaseSync } from "node:sqlite";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { SavedTemplate } from "../../shared/ipc/contract.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { byName } from "./by-name.ts";

/** Message templates of the user. The ones that come with the program are in the window's language files. */
export class TemplateStore {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  all(): SavedTemplate[] {
    return this.database
      .prepare("SELECT id, name, text FROM template")
      .all()
      .map((row) => ({ id: String(row["id"]), name: String(row["name"]), text: String(row["text"]), builtIn: false }))
      .toSorted(byName);
  }

  add(template: { id: string; name: string; text: string }, now: string): SavedTemplate {
    this.database
      .prepare("INSERT INTO template VALUES (?, ?, ?, ?)")
      .run(template.id, template.name, template.text, now);
    return { ...template, builtIn: false };
  }

  change(template: { id: string; name: string; text: string }, now: string): Result<SavedTemplate, AppError> {
    const { changes } = this.database
      .prepare("UPDATE template SET name = ?, text = ?, updated_at = ? WHERE id = ?")
      .run(template.name, template.text, now, template.id);
    return changes === 0 ? err(appErrorOf("template.missing")) : ok({ ...template, builtIn: false });
  }

  delete(id: string): void {
    this.database.prepare("DELETE FROM template WHERE id = ?").run(id);
  }
}
