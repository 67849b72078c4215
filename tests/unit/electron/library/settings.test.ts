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
