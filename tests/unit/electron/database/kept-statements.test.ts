import { expect, test } from "vitest";
import { KeptStatements } from "../../../../electron/database/kept-statements.ts";

function aTable(): KeptStatements {
  const database = new KeptStatements(":memory:");
  database.exec("CREATE TABLE thing (name TEXT NOT NULL) STRICT; INSERT INTO thing VALUES ('first')");
  return database;
}

test("the same SQL is prepared once, and another one apart from it", () => {
  const database = aTable();
  const all = database.prepare("SELECT * FROM thing");
  expect(database.prepare("SELECT * FROM thing")).toBe(all);
  expect(database.prepare("SELECT name FROM thing")).not.toBe(all);
});

test("what is kept answers with the values and the columns of now", () => {
  const database = aTable();
  const one = () => database.prepare("SELECT * FROM thing WHERE name = ?");
  expect(one().get("first")).toEqual({ name: "first" });
  expect(one().get("second")).toBeUndefined();
  database.exec("ALTER TABLE thing ADD COLUMN size INTEGER; UPDATE thing SET size = 3");
  expect(one().get("first")).toEqual({ name: "first", size: 3 });
});

test("a statement that failed can be asked again", () => {
  const database = aTable();
  const insert = () => database.prepare("INSERT INTO thing VALUES (?)");
  expect(() => insert().run(null)).toThrow("NOT NULL");
  insert().run("second");
  expect(database.prepare("SELECT count(*) AS n FROM thing").get()).toEqual({ n: 2 });
});

test("SQL without end does not fill the memory: what is kept goes when it is too much, and is prepared anew", () => {
  const database = aTable();
  const first = database.prepare("SELECT 0 AS n");
  for (let n = 1; n <= 600; n++) database.prepare(`SELECT ${n} AS n`);
  expect(database.prepare("SELECT 0 AS n")).not.toBe(first);
  expect(database.prepare("SELECT 0 AS n").get()).toEqual({ n: 0 });
});
