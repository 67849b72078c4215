import { expect, test } from "vitest";
import { MatchingStore } from "../../../../electron/library/matchings.ts";
import type { ColumnRole } from "../../../../shared/recipients/reading.ts";
import { openLibrary } from "./library-file.ts";

const phone: ColumnRole = { kind: "phone", order: 0 };
const name: ColumnRole = { kind: "field", name: "Name" };

test("a matching is there for the next file with its headings, the newest of each last", () => {
  const store = new MatchingStore(openLibrary());
  store.remember({ fingerprint: "a", columns: [name, phone] });
  store.remember({ fingerprint: "b", columns: [phone] });
  store.remember({ fingerprint: "a", columns: [phone, { kind: "unused" }] });
  expect(store.all()).toEqual([
    { fingerprint: "b", columns: [phone] },
    { fingerprint: "a", columns: [phone, { kind: "unused" }] },
  ]);
});

test("a matching that was forgotten is gone, the others stay", () => {
  const store = new MatchingStore(openLibrary());
  store.remember({ fingerprint: "a", columns: [phone] });
  store.remember({ fingerprint: "b", columns: [phone] });
  store.forget("a");
  expect(store.all().map(({ fingerprint }) => fingerprint)).toEqual(["b"]);
});

test("of more kinds of files than are kept those used longest ago go", () => {
  const store = new MatchingStore(openLibrary());
  for (let kind = 0; kind < 205; kind++) store.remember({ fingerprint: `kind ${kind}`, columns: [phone] });
  expect([store.all().length, store.all()[0]?.fingerprint]).toEqual([200, "kind 5"]);
});

test("a matching that a later version wrote differently does not stop the program", () => {
  const database = openLibrary();
  const store = new MatchingStore(database);
  store.remember({ fingerprint: "a", columns: [phone] });
  database.prepare("UPDATE matching SET columns = ?").run('[{"kind":"birthday"}]');
  expect(store.all()).toEqual([]);
});
