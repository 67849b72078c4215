import type { DatabaseSync } from "node:sqlite";
import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { ListSummary, MergePreview, WhichStays } from "../../shared/library/list.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { transaction } from "../database/transaction.ts";
import { orderOf, textsOf, unitedColumns } from "./list-cells.ts";
import { mostPeople } from "./list-people.ts";
import { endOf, inStretches } from "./list-work.ts";
import type { ListStore } from "./lists.ts";

/**
 * New lists from others. Everything is done within SQLite and a stretch at a time; a list that is being put together is
 * not seen by anybody, and what is left of one that never was finished goes at the next start.
 */
export class ListSets {
  private readonly database: DatabaseSync;
  private readonly lists: ListStore;
  /** The lists that are being put together: a window that was closed has perhaps left one behind. */
  private readonly works = new Set<Work>();

  constructor(database: DatabaseSync, lists: ListStore) {
    this.database = database;
    this.lists = lists;
  }

  /** How far the list is that is being put together, the last begun of several, in people; null while none is. */
  progress(): { done: number; total: number } | null {
    const last = [...this.works].at(-1);
    return last === undefined ? null : { done: last.done, total: last.total };
  }

  /** Stops putting lists together: they leave no trace. */
  stop(): void {
    for (const work of this.works) work.stopped = true;
  }

  /** What {@link merge} of these lists would come to. */
  async previewMerge(ids: string[]): Promise<Result<MergePreview, AppError>> {
    const columns = this.columnsOf(ids);
    if (!columns.ok) return columns;
    const together = unitedColumns(columns.value);
    let [all, again, inSeveral] = [0, 0, 0];
    const differing = new Set<string>();
    for (const [place, id] of ids.entries()) {
      const before = ids.slice(0, place);
      const earlier = this.database.prepare(
        `SELECT coalesce(sum(earlier > 0), 0) AS again, coalesce(sum(earlier = 1), 0) AS second, count(*) AS people
         FROM (
           SELECT (
             SELECT count(*) FROM list_person AS other
             WHERE other.list_id IN (SELECT value FROM json_each(?)) AND other.number = list_person.number
           ) AS earlier FROM list_person WHERE list_id = ? AND position BETWEEN ? AND ?
         )`,
      );
      const differ = this.database.prepare(
        `SELECT one.number FROM list_person AS one JOIN list_person AS other
           ON other.list_id = ? AND other.number = one.number
         WHERE one.list_id = ? AND one.position BETWEEN ? AND ?
           AND list_differ(list_arranged(other.cells, ?), list_arranged(one.cells, ?))`,
      );
      await inStretches(this.database, id, (from, to) => {
        const counted = earlier.get(JSON.stringify(before), id, from, to);
        all += Number(counted?.["people"]);
        again += Number(counted?.["again"]);
        inSeveral += Number(counted?.["second"]);
        if (Number(counted?.["again"]) === 0) return;
        for (const [at, other] of before.entries()) {
          const orders = [columns.value[at], columns.value[place]].map((own) => orderText(together, own));
          for (const { number } of differ.all(other, id, from, to, ...orders)) differing.add(String(number));
        }
      });
    }
    return ok({ people: all - again, inSeveral, differ: differing.size, columns: together });
  }

  /**
   * Everybody of these lists once, in the order of the lists, under all their columns. Empty cells are filled from the
   * other lists; of two values that of the first or the last list stays. The lists themselves stay as they are. Null
   * when it was stopped.
   */
  async merge(
    to: { id: string; name: string },
    ids: string[],
    keep: WhichStays,
    now: string,
  ): Promise<Result<ListSummary | null, AppError>> {
    const columns = this.columnsOf(ids);
    if (!columns.ok) return columns;
    const together = unitedColumns(columns.value);
    return this.build(to, { columns: together, from: ids }, now, async (work) => {
      const insert = this.database.prepare(
        `INSERT INTO list_person
         SELECT ?, ? + position, number, list_arranged(cells, ?) FROM list_person
         WHERE list_id = ? AND position BETWEEN ? AND ? ORDER BY position
         ON CONFLICT (list_id, number) DO UPDATE SET cells = list_united(cells, excluded.cells, ?)`,
      );
      for (const [place, id] of ids.entries()) {
        const begin = endOf(this.database, to.id);
        const order = orderText(together, columns.value[place]);
        await this.goOver(work, id, (from, last) => {
          transaction(this.database, () => insert.run(to.id, begin, order, id, from, last, keep));
        });
      }
    });
  }

  /** How many people {@link subtract} would leave, and how many of the first list it would not take. */
  async previewSubtract(ids: string[]): Promise<Result<{ people: number; removed: number }, AppError>> {
    const columns = this.columnsOf(ids);
    if (!columns.ok) return columns;
    const [first = "", ...others] = ids;
    let [people, removed] = [0, 0];
    const count = this.database.prepare(
      `SELECT count(*) AS people, coalesce(sum(${onOthers}), 0) AS removed FROM list_person
       WHERE list_id = ? AND position BETWEEN ? AND ?`,
    );
    await inStretches(this.database, first, (from, to) => {
      const counted = count.get(JSON.stringify(others), first, from, to);
      people += Number(counted?.["people"]);
      removed += Number(counted?.["removed"]);
    });
    return ok({ people: people - removed, removed });
  }

  /** The people of the first list who are on none of the others, with its columns, as a new list; null when stopped. */
  async subtract(
    to: { id: string; name: string },
    ids: string[],
    now: string,
  ): Promise<Result<ListSummary | null, AppError>> {
    const columns = this.columnsOf(ids);
    if (!columns.ok) return columns;
    const [first = "", ...others] = ids;
    return this.build(to, { columns: columns.value[0] ?? [], from: [first] }, now, async (work) => {
      const insert = this.database.prepare(
        `INSERT INTO list_person SELECT ?, position, number, cells FROM list_person
         WHERE list_id = ? AND position BETWEEN ? AND ? AND NOT ${onOthers} ORDER BY position`,
      );
      await this.goOver(work, first, (from, last) => {
        transaction(this.database, () => insert.run(to.id, first, from, last, JSON.stringify(others)));
      });
    });
  }

  /** The columns of each of the lists, refused when one is not there. */
  private columnsOf(ids: string[]): Result<string[][], AppError> {
    const find = this.database.prepare("SELECT columns FROM list WHERE id = ? AND building = 0");
    const rows = ids.map((id) => find.get(id));
    if (rows.some((row) => row === undefined)) return err(appErrorOf("list.missing"));
    return ok(rows.map((row) => textsOf(row?.["columns"])));
  }

  /** Does something to all people of a list in stretches, until the work is stopped. */
  private goOver(work: Work, id: string, act: (from: number, last: number) => void): Promise<void> {
    return inStretches(this.database, id, (from, last) => {
      if (work.stopped) return false;
      act(from, last);
      work.done += last + 1 - from;
      return true;
    });
  }

  /**
   * A list that is seen once `fill` has put its people there; refused, without a trace, when they are none or too many.
   * Null, without a trace either, when it was stopped. `from`: the lists that `fill` goes over.
   */
  private async build(
    { id, name }: { id: string; name: string },
    { columns, from }: { columns: string[]; from: string[] },
    now: string,
    fill: (work: Work) => Promise<void>,
  ): Promise<Result<ListSummary | null, AppError>> {
    const begun = this.lists.beginBuilding({ id, name, columns }, now);
    if (!begun.ok) return begun;
    const total = from.reduce((sum, list) => sum + endOf(this.database, list), 0);
    const work: Work = { done: 0, total, stopped: false };
    this.works.add(work);
    try {
      await fill(work);
    } catch (error) {
      this.lists.delete(id);
      throw error;
    } finally {
      this.works.delete(work);
    }
    if (work.stopped) {
      this.lists.delete(id);
      return ok(null);
    }
    const built = this.lists.endBuilding(id);
    const refusal =
      built.people === 0
        ? appErrorOf("list.nobody")
        : built.people > mostPeople
          ? appErrorOf("draft.too-many", { most: mostPeople })
          : null;
    if (refusal === null) return ok(built);
    this.lists.delete(id);
    return err(refusal);
  }
}

/** A list that is being put together: people gone over, of so many. */
type Work = { done: number; total: number; stopped: boolean };

/** Whether a row of `list_person` is on one of the lists of a JSON array. */
const onOthers = `EXISTS (
  SELECT 1 FROM list_person AS other
  WHERE other.list_id IN (SELECT value FROM json_each(?)) AND other.number = list_person.number
)`;

function orderText(wanted: readonly string[], given: readonly string[] = []): string {
  return JSON.stringify(orderOf(wanted, given));
}
