import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { saveFile } from "../../../electron/saved-files.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { err, ok } from "../../../shared/result.ts";
import { temporaryFolder } from "./library/library-file.ts";

const bytes = new TextEncoder().encode("Phone");

test("a file is written where it was asked for, in the place of one that was there, and leaves nothing beside it", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "Old.csv"), "a longer text than the new one");
  const asked: string[] = [];
  const saved = await saveFile("../Report: \u202exslx.csv", bytes, async (name) => {
    asked.push(name);
    return join(folder, "Old.csv");
  });
  expect(asked).toEqual(["..-Report- -xslx.csv"]);
  expect(saved).toEqual(ok({ saved: true, name: "Old.csv" }));
  expect(readFileSync(join(folder, "Old.csv"), "utf8")).toBe("Phone");
  expect(readdirSync(folder)).toEqual(["Old.csv"]);
});

test("a name as long as the disk takes is written, letters of two bytes and all", async () => {
  const folder = temporaryFolder();
  const name = `${"я".repeat(125)}.xlsx`;
  expect(await saveFile(name, bytes, async () => join(folder, name))).toEqual(ok({ saved: true, name }));
  expect(readdirSync(folder)).toEqual([name]);
});

test("where it cannot be written, what was there stays as it was, and no half file", async () => {
  const folder = temporaryFolder();
  // A folder of that name cannot be replaced by a file.
  mkdirSync(join(folder, "Report.csv"));
  writeFileSync(join(folder, "Report.csv", "mine"), "mine");
  const saved = await saveFile("Report.csv", bytes, async (name) => join(folder, name));
  expect(saved).toEqual(err(appErrorOf("export.failed")));
  expect(readdirSync(folder)).toEqual(["Report.csv"]);
  expect(readdirSync(join(folder, "Report.csv"))).toEqual(["mine"]);
});

test("nothing is written when the user decides otherwise", async () => {
  expect(await saveFile("Report.csv", bytes, async () => null)).toEqual(ok({ saved: false, name: "Report.csv" }));
});
