import { expect, test } from "vitest";
import { SettingsStore } from "../../../../electron/library/settings.ts";
import { openLibrary } from "./library-file.ts";

test("a new installation has the defaults and has not chosen a mode", () => {
  const store = new SettingsStore(openLibrary());
  expect(store.read()).toEqual({
    language: "system",
    theme: "system",
    defaultCountry: null,
    undoSeconds: 15,
    testNumber: "",
    notifications: true,
    keepMonths: 12,
  });
  expect(store.mode()).toBe("welcome");
});

test("a change keeps the other settings", () => {
  const store = new SettingsStore(openLibrary());
  store.change({ language: "uk" });
  expect(store.change({ undoSeconds: 60 })).toMatchObject({ language: "uk", undoSeconds: 60 });
});

test("settings that a later version wrote differently do not stop the program", () => {
  const database = openLibrary();
  database.prepare("INSERT INTO setting VALUES ('settings', ?)").run('{"language":"tlh"}');
  expect(new SettingsStore(database).read().language).toBe("system");
});

test("one setting that cannot be read leaves the others as they were chosen", () => {
  const database = openLibrary();
  const written = { language: "uk", keepMonths: null, undoSeconds: "soon", fromLater: true, testNumber: "0501112233" };
  database.prepare("INSERT INTO setting VALUES ('settings', ?)").run(JSON.stringify(written));
  const store = new SettingsStore(database);
  expect(store.read()).toMatchObject({ language: "uk", keepMonths: null, undoSeconds: 15, testNumber: "0501112233" });
  expect(store.change({ theme: "dark" }), "and so does a change").toMatchObject({ language: "uk", keepMonths: null });
});

test("people are kept for ever while nobody can read for how long they are to be kept", () => {
  const database = openLibrary();
  const write = database.prepare("INSERT OR REPLACE INTO setting VALUES ('settings', ?)");
  for (const unreadable of ['{"keepMonths":24}', "{", "[]", "null"]) {
    write.run(unreadable);
    expect(new SettingsStore(database).read().keepMonths, unreadable).toBeNull();
  }
});
