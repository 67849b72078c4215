import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { listPackage } from "@electron/asar";
import { expect, test } from "@playwright/test";
import { Ajv } from "ajv";
import { load } from "js-yaml";

const root = resolve(import.meta.dirname, "../..");

test("the installer's configuration is one that electron-builder's own schema allows", () => {
  const schema: unknown = JSON.parse(readFileSync(join(root, "node_modules/app-builder-lib/scheme.json"), "utf8"));
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema as object);
  const configuration = installerConfiguration();
  expect(check(configuration), JSON.stringify(check.errors, null, 2)).toBe(true);
  expect(configuration).toMatchObject({
    nsis: {},
    electronFuses: { runAsNode: false, onlyLoadAppFromAsar: true, enableEmbeddedAsarIntegrityValidation: true },
  });
});

// The other systems pack with the real Electron in the release workflow.
if (process.platform === "linux") {
  test("what gets packed is the bundles and one native module for this processor, and no test code", () => {
    const folder = mkdtempSync(join(tmpdir(), "campaign-desk-package-"));
    try {
      packOnto(emptyElectron(folder), join(folder, "out"));
      const resources = join(folder, "out", "linux-unpacked", "resources");
      const packed = listPackage(join(resources, "app.asar"), { isPack: false });
      const files = packed.filter((path) => /\.[a-z0-9]+$/i.test(path));
      expect(files).toContain("/out/main/main.js");
      expect(files).toContain("/out/preload/preload.cjs");
      expect(files).toContain("/out/renderer/index.html");
      const native = files.filter((path) => path.endsWith(".node"));
      expect(native).toEqual([`/node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`]);
      expect(readdirSync(join(resources, "app.asar.unpacked", ...native[0]!.split("/").slice(1, -1)))).toEqual([
        "keytar.node",
      ]);
      const superfluous = files.filter(
        (path) =>
          !/^\/(out\/(main|preload|renderer)\/|node_modules\/keytar\/|package\.json|build\/icon\.png)/.test(path),
      );
      expect(superfluous).toEqual([]);
      expect(files.filter((path) => /test|stand-in|fixture|\.map$|\.ts$/.test(path))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** The few files that electron-builder expects of a distribution, without the program in it. */
function emptyElectron(folder: string): string {
  const distribution = join(folder, "electron");
  mkdirSync(join(distribution, "resources"), { recursive: true });
  mkdirSync(join(distribution, "locales"));
  const names = [
    "electron",
    "chrome-sandbox",
    "chrome_crashpad_handler",
    "LICENSE",
    "LICENSES.chromium.html",
    "locales/en-US.pak",
  ];
  for (const name of names) writeFileSync(join(distribution, name), "");
  chmodSync(join(distribution, "electron"), 0o755);
  const electron = readFileSync(join(root, "node_modules/electron/package.json"), "utf8");
  writeFileSync(join(distribution, "version"), (JSON.parse(electron) as { version: string }).version);
  return distribution;
}

/** Packs with the installer's configuration, less the fuses: those are flipped inside the real binary. */
function packOnto(distribution: string, output: string): void {
  const builder = join(root, "node_modules/electron-builder/cli.js");
  const { electronFuses: _fuses, ...configuration } = installerConfiguration();
  const file = join(distribution, "..", "electron-builder.json");
  const directories = { ...(configuration["directories"] as object), output };
  writeFileSync(file, JSON.stringify({ ...configuration, directories, electronDist: distribution }));
  const packing = [builder, "--linux", "--dir", "--publish", "never", "--config", file];
  const { status, stdout, stderr } = spawnSync(process.execPath, packing, { cwd: root, encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
}

function installerConfiguration(): Record<string, unknown> {
  return load(readFileSync(join(root, "electron-builder.yml"), "utf8")) as Record<string, unknown>;
}
