// What a run needs of the machine, and how it gets it. Plain JavaScript without dependencies.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { end, environment, findNode24, root } from "./node-24.mjs";

const electronPackage = join(root, "node_modules", "electron");
const chromiums = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable"];

/** Whether windows can be seen here. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Where a program is on the PATH, or undefined. */
export function which(name) {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false; // Not here.
    }
  });
}

/**
 * The Electron to use: the real one when it is there or can be fetched, otherwise, on Linux, the stand-in on an installed
 * Chromium, which root installs on Debian. Answers `{ kind, executable, line, env }`; ends with a sentence when there is
 * no way.
 */
export async function findElectron() {
  const { version } = JSON.parse(readFileSync(join(electronPackage, "package.json"), "utf8"));
  const forced = process.env.CAMPAIGN_DESK_ELECTRON === "stand-in";
  const real = forced ? undefined : (realElectron() ?? (await fetchElectron()));
  if (real !== undefined) {
    return {
      kind: "real",
      executable: real,
      line: `Electron ${version}`,
      env: { ELECTRON_EXEC_PATH: real },
    };
  }
  if (process.platform !== "linux") {
    end(`Electron ${version} could not be downloaded: connect to the network and run "npx install-electron" once.`);
  }
  const why =
    existsSync(join(electronPackage, "path.txt")) && !forced ? "does not start here" : "could not be downloaded";
  if (findChromium() === undefined) install(["chromium"]);
  const chromium = findChromium();
  if (chromium === undefined) {
    end(
      `Electron ${version} ${why}, and no Chromium is installed that could show the window: ` +
        "install Chromium (Debian and Ubuntu: sudo apt-get install chromium) and try again.",
    );
  }
  const folder = join(root, "tests", "electron-stand-in");
  return {
    kind: "stand-in",
    executable: join(folder, "electron"),
    line: `Electron ${version} cannot be had here; its stand-in shows the window with ${chromium}`,
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ELECTRON_EXEC_PATH: join(folder, "electron"),
      STAND_IN_CHROMIUM: chromium,
    },
  };
}

/** Whether a Linux can run tests of the keychain; as root on Debian it is made able to. */
export function needKeyring() {
  if (process.platform !== "linux") return true;
  const missing = () => [
    ...(which("gnome-keyring-daemon") ? [] : ["gnome-keyring"]),
    ...(which("dbus-run-session") ? [] : ["dbus"]),
    ...(keytarLoads() ? [] : ["libsecret-1-0"]),
  ];
  if (missing().length > 0) install(missing());
  if (missing().length === 0) return true;
  process.stderr.write(
    `The tests of the keychain need ${missing().join(", ")} (Debian and Ubuntu: sudo apt-get install ${missing().join(" ")}).\n`,
  );
  return false;
}

function realElectron() {
  const file = join(electronPackage, "path.txt");
  if (!existsSync(file)) return undefined;
  const executable = join(electronPackage, "dist", readFileSync(file, "utf8"));
  if (!existsSync(executable)) return undefined;
  if (process.platform !== "linux") return executable;
  // Without GTK and its like it does not start at all; without a display it needs a virtual one.
  const starts = spawnSync(executable, ["--no-sandbox", "--version"], { timeout: 20_000 }).status === 0;
  return starts && (hasDisplay() || which("xvfb-run")) ? executable : undefined;
}

/** Electron's own installer, where its address answers: without that it would wait for long. */
async function fetchElectron() {
  if (existsSync(join(electronPackage, "path.txt"))) return undefined;
  if (!hasDisplay() && !which("xvfb-run")) return undefined;
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? "https://github.com/electron/";
  try {
    await fetch(mirror, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(5000) });
  } catch {
    return undefined; // No way there.
  }
  process.stdout.write("Fetching Electron, once: it is large\n");
  const options = { cwd: root, env: environment(), stdio: "ignore", timeout: 300_000 };
  spawnSync(findNode24() ?? process.execPath, [join(electronPackage, "install.js")], options);
  return realElectron();
}

function findChromium() {
  return [process.env.STAND_IN_CHROMIUM, ...chromiums.map(which)].find(Boolean);
}

function keytarLoads() {
  return spawnSync(findNode24() ?? process.execPath, ["-e", 'require("keytar")'], { cwd: root }).status === 0;
}

/** Debian packages, by root only. Says what it does; what comes of it is for the caller to see. */
function install(packages) {
  if (process.platform !== "linux" || process.getuid() !== 0 || !which("apt-get")) return;
  process.stdout.write(`Installing ${packages.join(", ")}\n`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], options);
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...packages);
}
