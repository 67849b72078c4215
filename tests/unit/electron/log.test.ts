import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { logWhatNobodyCaught } from "../../../electron/crashes.ts";
import { logEvent, logFailure, logTo } from "../../../electron/log.ts";
import { temporaryFolder } from "./library/library-file.ts";

const canary = "380671234567";

/** Sends the log to a new file and answers how to read it. */
function aLog(): { folder: string; read: () => string } {
  const folder = temporaryFolder();
  const file = join(folder, "logs", "campaign-desk.log");
  logTo(file);
  return { folder: join(folder, "logs"), read: () => readFileSync(file, "utf8") };
}

/** An error that carries a secret in every place an error has. */
function leaky(secret: string): Error {
  const error = new Error(`UNIQUE failed for ${secret}`);
  error.name = `Error of ${secret}`;
  Reflect.set(error, "code", secret);
  Reflect.set(error, "phone", secret);
  error.stack = [
    `Error: ${secret}`,
    `    at confirm${secret} (/home/${secret}/main.js:12:34)`,
    `    at Object.${secret} [as ${secret}] (file:///C:/Users/${secret}/journal.js:1:2)`,
    `    at sendTo (${secret})`,
    `    ${secret}`,
  ].join("\n");
  return error;
}

describe("the log", () => {
  test.each([
    canary,
    `+${canary}`,
    "+38 (067) 123-45-67",
    "38\u00a0067\u202f123\u200b45\u206067",
    "067/123.45.67",
    "３８０６７１２３４５６７",
    "٣٨٠٦٧١٢٣٤٥٦٧",
    "live_canary7Qq2XrZ8vWm4",
    "TEST_canary7Qq2XrZ8vWm4",
    "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6NzIwMDAwMn0.c2lnbmF0dXJl",
    "Hello Olena, the tulips are here",
  ])("says that something failed and where, without %j", (secret) => {
    const log = aLog();
    logFailure("pump", leaky(secret));
    const line: unknown = JSON.parse(log.read());
    expect(line).toMatchObject({ place: "pump", kind: "Error", code: null });
    expect(log.read()).not.toContain(secret);
    expect(log.read().slice(34)).not.toMatch(/\p{Nd}{9}|canary|tulips|eyJ/u);
  });

  test("names the functions and lines that an error came through, and the system's code", () => {
    const log = aLog();
    const error = Object.assign(new RangeError("of somebody"), { code: "ENOSPC" });
    error.stack =
      "RangeError: of somebody\n    at async Journal.confirm (/home/o/app/journal.js:12:34)\n    at /o/a.js:1:2";
    logFailure("command confirmCampaign", error);
    expect(JSON.parse(log.read())).toMatchObject({
      place: "command confirmCampaign",
      kind: "RangeError",
      code: "ENOSPC",
      frames: ["Journal.confirm journal.js:12:34", "a.js:1:2"],
    });
  });

  test("takes no count for a count that could be somebody's number", () => {
    const log = aLog();
    logEvent("window gone", { crashes: Number(canary) });
    logEvent("window gone", { crashes: 2 });
    expect(log.read()).not.toContain(canary);
    expect(log.read()).toContain('"crashes":2');
  });

  test("stays local and small: two files of a megabyte", () => {
    const log = aLog();
    for (let line = 0; line < 12_000; line += 1) logFailure("tracker", new Error("again"));
    const files = readdirSync(log.folder);
    expect(files.toSorted()).toEqual(["campaign-desk.log", "campaign-desk.log.1"]);
    for (const name of files) expect(statSync(join(log.folder, name)).size).toBeLessThan(1_001_000);
  });

  test("has whatever nobody caught, without its words", () => {
    const log = aLog();
    const program = new EventEmitter();
    logWhatNobodyCaught(program);
    program.emit("uncaughtException", leaky(canary));
    program.emit("unhandledRejection", `nobody waited for ${canary}`);
    expect(log.read().match(/"place":"uncaught"/g)).toHaveLength(2);
    expect(log.read()).not.toContain(canary);
  });
});

test("nothing in the main process has another way to write words down, nor makes dumps of its memory", () => {
  const folder = join(import.meta.dirname, "../../../electron");
  const others = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "log.ts")
    .filter((name) =>
      /crashReporter\.start|\bconsole\.\w+\(|process\.std(?:out|err)\.write/.test(
        readFileSync(join(folder, name), "utf8"),
      ),
    );
  // The practice service alone, started by hand from a terminal, says its address there.
  expect(others.map((name) => name.replaceAll("\\", "/"))).toEqual(["practice/serve.ts"]);
});
