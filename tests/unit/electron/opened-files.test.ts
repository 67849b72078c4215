import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { OpenedFiles, takeFilesOf } from "../../../electron/opened-files.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { err, ok } from "../../../shared/result.ts";

const folder = mkdtempSync(join(tmpdir(), "desk-opened-"));
afterAll(() => rmSync(folder, { recursive: true }));

const outOfReach = err(appErrorOf("file.out-of-reach"));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function taken(files: OpenedFiles) {
  const file = await files.take();
  if (!file.ok || file.value === null) throw new Error("no file");
  return file.value;
}

test("a spreadsheet that was opened is handed over in pieces, and let go with the last of them", async () => {
  const text = "Name;Phone\n".repeat(100_000);
  let told = 0;
  const files = new OpenedFiles(() => told++);
  files.add(["--flag", "program", fileOf("People.fods", text), fileOf("picture.png", "")]);
  expect(told).toBe(1);
  const file = await taken(files);
  expect(file).toMatchObject({ name: "People.fods", size: text.length, asked: false });
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < file.size;) {
    const piece = await files.read(file.opened, offset);
    if (!piece.ok) throw new Error(piece.error.code);
    pieces.push(piece.value);
    offset += piece.value.length;
  }
  expect(pieces.length).toBeGreaterThan(2);
  expect(Buffer.concat(pieces).toString()).toBe(text);
  expect(await files.read(file.opened, 0)).toEqual(outOfReach);
  expect(await files.take()).toEqual(ok(null));
});

test("a file is found in the folder where it was typed, and by its address as desktops of Linux write it", async () => {
  fileOf("Люди 1.csv", "Phone");
  const files = new OpenedFiles(() => {});
  files.add(["Люди 1.csv"], folder);
  expect((await taken(files)).name).toBe("Люди 1.csv");
  files.add([pathToFileURL(join(folder, "Люди 1.csv")).href]);
  expect((await taken(files)).name).toBe("Люди 1.csv");
  files.add(["--log=/tmp/people.csv"]);
  expect(await files.take()).toEqual(ok(null));
});

test("what was chosen in the program's own dialog is taken whatever it is called", async () => {
  const files = new OpenedFiles(() => {});
  files.choose([]);
  expect(await files.take()).toEqual(ok(null));
  files.choose([fileOf("people.old", "Phone")]);
  expect(await taken(files)).toMatchObject({ name: "people.old", asked: true });
});

test("of several that are opened at once none is taken, and none comes up when another is opened later", async () => {
  const files = new OpenedFiles(() => {});
  files.add([fileOf("one.csv", "Phone"), fileOf("two.csv", "Phone")]);
  files.add([fileOf("three.csv", "Phone")]);
  expect(await files.take()).toEqual(err(appErrorOf("file.several", { count: 3 })));
  files.add([fileOf("later.csv", "Phone")]);
  expect((await taken(files)).name).toBe("later.csv");
  expect(await files.take()).toEqual(ok(null));
});

test("one that is too large, gone, or cut short meanwhile is refused in words, and the next is taken", async () => {
  const [large, short] = [fileOf("large.csv", ""), fileOf("short.csv", "Phone\n0671234567\n")];
  truncateSync(large, 200 * 1024 * 1024 + 1);
  const files = new OpenedFiles(() => {});
  files.add([large]);
  expect(await files.take()).toEqual(err(appErrorOf("file.too-large")));
  files.add([join(folder, "gone.csv")]);
  expect(await files.take()).toEqual(outOfReach);
  files.add([short]);
  const file = await taken(files);
  truncateSync(short, 0);
  expect(await files.read(file.opened, 0)).toEqual(outOfReach);
  expect(await files.read(file.opened + 1, 0)).toEqual(outOfReach);
});

test("a file that launches the program on macOS, told before it is ready, waits for its window; later ones show it", async () => {
  let [ready, shown] = [false, 0];
  const app = Object.assign(new EventEmitter(), { isReady: () => ready });
  const files = new OpenedFiles(() => undefined);
  takeFilesOf(app, files, () => shown++);
  const event = new Event("open-file", { cancelable: true });
  app.emit("open-file", event, fileOf("First.csv", "Phone"));
  expect([event.defaultPrevented, shown]).toEqual([true, 0]);
  expect((await taken(files)).name).toBe("First.csv");
  ready = true;
  app.emit("open-file", event, fileOf("Later.csv", "Phone"));
  expect(shown).toBe(1);
  expect((await taken(files)).name).toBe("Later.csv");
});
