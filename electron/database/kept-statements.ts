import { DatabaseSync, type StatementSync } from "node:sqlite";

/** More different statements than any of our databases has; those whose SQL is put together could grow without end. */
const mostKept = 500;

/**
 * A database that keeps what it has prepared: the same SQL is parsed once, which is most of the cost of a small
 * statement. Not for statements that are iterated: two iterations of the same SQL would share one.
 */
export class KeptStatements extends DatabaseSync {
  private readonly kept = new Map<string, StatementSync>();

  override prepare(sql: string): StatementSync {
    const known = this.kept.get(sql);
    if (known !== undefined) return known;
    if (this.kept.size >= mostKept) this.kept.clear();
    const statement = super.prepare(sql);
    this.kept.set(sql, statement);
    return statement;
  }
}
