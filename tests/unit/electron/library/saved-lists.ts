import { transaction } from "../../../../electron/database/transaction.ts";
import { DraftStore } from "../../../../electron/library/drafts.ts";
import { ListPeople } from "../../../../electron/library/list-people.ts";
import { ListSets } from "../../../../electron/library/list-sets.ts";
import { ListUpdates } from "../../../../electron/library/list-updates.ts";
import { ListStore } from "../../../../electron/library/lists.ts";
import type { AppError } from "../../../../shared/errors.ts";
import type { Result } from "../../../../shared/result.ts";
import { openLibrary } from "./library-file.ts";

export const now = "2026-11-24T09:41:00.000Z";

/** A library file with everything that works on lists. */
export function listShelf() {
  const database = openLibrary();
  const drafts = new DraftStore(database);
  const lists = new ListStore(database, drafts);
  const people = new ListPeople(database, lists.steps);
  const sets = new ListSets(database, lists);
  const updates = new ListUpdates(database, lists, people);
  /** Puts a list there: its columns, and people as `[number, ...cells]`. */
  const put = (id: string, columns: string[], rows: string[][]) => {
    valueOf(lists.beginBuilding({ id, name: id, columns }, now));
    const insert = database.prepare("INSERT INTO list_person VALUES (?, ?, ?, ?)");
    transaction(database, () => {
      for (const [position, [number = "", ...cells]] of rows.entries()) {
        insert.run(id, position, number, JSON.stringify(cells));
      }
    });
    return lists.endBuilding(id);
  };
  /** Everybody on a list as `[number, ...cells]`, in order. */
  const rowsOf = async (id: string) => {
    const page = valueOf(await people.page({ id, search: "", offset: 0, limit: 500 }));
    return page.rows.map(({ number, cells }) => [number, ...cells]);
  };
  return { database, drafts, lists, people, sets, updates, put, rowsOf };
}

/** What was answered, where a refusal would be a fault of the test. */
export function valueOf<T>(answer: Result<T, AppError>): T {
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
