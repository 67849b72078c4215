import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { ListPerson, OpenedList, PersonChange, WhoOfList } from "../../shared/library/list.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import { textsOf } from "./list-cells.ts";
import { ListSearch } from "./list-search.ts";
import type { ListSteps } from "./list-steps.ts";
import { endOf } from "./list-work.ts";
import { summaryOf } from "./lists.ts";

/** The largest list, in people. */
export const mostPeople = 1_000_000;

/** The people of one saved list: found, corrected, added, removed, and each of these taken back. */
export class ListPeople {
  private readonly database: DatabaseSync;
  private readonly steps: ListSteps;
  private readonly search: ListSearch;

  constructor(database: DatabaseSync, steps: ListSteps) {
    this.database = database;
    this.steps = steps;
    this.search = new ListSearch(database);
  }

  open(id: string): Result<OpenedList, AppError> {
    const row = this.database.prepare("SELECT * FROM list WHERE id = ? AND building = 0").get(id);
    if (row === undefined) return err(appErrorOf("list.missing"));
    return ok({ list: summaryOf(row), columns: textsOf(row["columns"]), undo: this.steps.last(id) });
  }

  /** People in the list's order whose number or cells contain the words; everybody for none. */
  async page(query: {
    id: string;
    search: string;
    offset: number;
    limit: number;
  }): Promise<Result<{ total: number; rows: ListPerson[] }, AppError>> {
    const { id, offset, limit } = query;
    const list = this.open(id);
    if (!list.ok) return list;
    if (query.search.trim() !== "") {
      const found = await this.search.positions(id, query.search, { shown: true });
      const positions = JSON.stringify([...found.subarray(offset, offset + limit)]);
      const rows = this.database
        .prepare(
          `SELECT position, number, cells FROM list_person
           WHERE list_id = ? AND position IN (SELECT value FROM json_each(?)) ORDER BY position`,
        )
        .all(id, positions);
      return ok({ total: found.length, rows: rows.map(personOf) });
    }
    const rows = this.database
      .prepare("SELECT position, number, cells FROM list_person WHERE list_id = ? ORDER BY position LIMIT ? OFFSET ?")
      .all(id, limit, offset);
    return ok({ total: list.value.list.people, rows: rows.map(personOf) });
  }

  /** Corrects a number or a cell. Refused when the number is somebody else's on the list. */
  change(id: string, position: number, change: PersonChange, now: string): Result<OpenedList, AppError> {
    const row = this.database
      .prepare("SELECT number, cells FROM list_person WHERE list_id = ? AND position = ?")
      .get(id, position);
    if (row === undefined) return err(appErrorOf("list.person-missing"));
    if (change.kind === "number") {
      if (row["number"] === change.number) return this.open(id);
      if (this.isOn(id, change.number)) return err(appErrorOf("list.number-there"));
      return this.write(id, now, "number", (step) => {
        this.steps.remember(step, id, "SELECT ?", [position]);
        this.database
          .prepare("UPDATE list_person SET number = ? WHERE list_id = ? AND position = ?")
          .run(change.number, id, position);
        return { people: 1, more: 0 };
      });
    }
    const cells = textsOf(row["cells"]);
    if ((cells[change.column] ?? "") === change.value) return this.open(id);
    while (cells.length < change.column) cells.push("");
    cells[change.column] = change.value;
    return this.write(id, now, "cell", (step) => {
      this.steps.remember(step, id, "SELECT ?", [position]);
      this.database
        .prepare("UPDATE list_person SET cells = ? WHERE list_id = ? AND position = ?")
        .run(JSON.stringify(cells), id, position);
      return { people: 1, more: 0 };
    });
  }

  /** Puts somebody at the end of the list. Refused when the number is there already, or the list is full. */
  add(id: string, person: { number: string; cells: string[] }, now: string): Result<OpenedList, AppError> {
    const list = this.open(id);
    if (!list.ok) return list;
    if (this.isOn(id, person.number)) return err(appErrorOf("list.number-there"));
    if (list.value.list.people >= mostPeople) return err(appErrorOf("draft.too-many", { most: mostPeople }));
    return this.write(id, now, "added", (step) => {
      const position = endOf(this.database, id);
      this.steps.rememberNobody(step, "SELECT ? AS position", [position]);
      this.database
        .prepare("INSERT INTO list_person VALUES (?, ?, ?, ?)")
        .run(id, position, person.number, JSON.stringify(person.cells));
      return { people: 1, more: 1 };
    });
  }

  async remove(id: string, who: WhoOfList, now: string): Promise<Result<OpenedList, AppError>> {
    const positions =
      "positions" in who ? who.positions : [...(await this.search.positions(id, who.search, { shown: false }))];
    return this.write(id, now, "removed", (step) => {
      const among = "SELECT value FROM json_each(?)";
      this.steps.remember(step, id, among, [JSON.stringify(positions)]);
      const { changes } = this.database
        .prepare(`DELETE FROM list_person WHERE list_id = ? AND position IN (${among})`)
        .run(id, JSON.stringify(positions));
      return { people: Number(changes), more: -Number(changes) };
    });
  }

  /** Takes back what was done to the list last. */
  undo(id: string, now: string): Result<OpenedList, AppError> {
    return transaction(this.database, () => {
      this.steps.undo(id, now);
      return this.open(id);
    });
  }

  /** One step: `act` does it and answers how many people it was about, and how many more are on the list now. */
  private write(
    id: string,
    now: string,
    kind: "number" | "cell" | "added" | "removed",
    act: (step: number) => { people: number; more: number },
  ): Result<OpenedList, AppError> {
    return transaction(this.database, () => {
      if (!this.open(id).ok) return err(appErrorOf("list.missing"));
      const step = this.steps.begin(id, kind);
      const { people, more } = act(step);
      this.steps.end(step, people);
      this.database.prepare("UPDATE list SET people = people + ?, updated_at = ? WHERE id = ?").run(more, now, id);
      return this.open(id);
    });
  }

  private isOn(id: string, number: string): boolean {
    return (
      this.database.prepare("SELECT 1 FROM list_person WHERE list_id = ? AND number = ?").get(id, number) !== undefined
    );
  }
}

function personOf(row: Record<string, SQLOutputValue>): ListPerson {
  return { position: Number(row["position"]), number: String(row["number"]), cells: textsOf(row["cells"]) };
}
