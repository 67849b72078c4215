import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { CdpPipe } from "./cdp.ts";

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-sync",
  "--disable-features=Translate,MediaRouter,OptimizationHints,PaintHolding",
  "--password-store=basic",
  "--test-type",
];

export type Chromium = { cdp: CdpPipe; process: ChildProcess; headed: boolean; openAppWindow: (url: string) => void };

/**
 * Starts the installed Chromium on its own profile in `profile`, in a visible way where there is a display. It ends when
 * this process ends, however that happens: the pipe closes then. `debuggable` also opens the port to which Playwright
 * connects, and hands on the line that names it.
 */
export async function startChromium(
  profile: string,
  options: { headless: boolean; debuggable: boolean; signal: AbortSignal },
): Promise<Chromium> {
  mkdirSync(profile, { recursive: true });
  await untilFree(profile, options.signal);
  const display = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? "";
  const headed = !options.headless && display !== "";
  const executable = process.env["STAND_IN_CHROMIUM"] ?? "chromium";
  const flags = [
    ...quiet,
    `--user-data-dir=${profile}`,
    // Chromium refuses its sandbox to root. The stand-in proves nothing about the sandbox anyway.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...(headed ? [] : ["--headless"]),
  ];
  const child = spawn(
    executable,
    [
      ...flags,
      "--remote-debugging-pipe",
      ...(options.debuggable ? ["--remote-debugging-port=0"] : []),
      "--no-startup-window",
    ],
    { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] },
  );
  await Promise.race([once(child, "spawn"), once(child, "error").then(([error]) => Promise.reject(error as Error))]);
  const cdp = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const listening = handOnDevToolsLine(child);
  if (options.debuggable) await listening;
  return {
    cdp,
    process: child,
    headed,
    // A second call of Chromium with the same profile asks the first one for a window without tabs and address bar.
    openAppWindow: (url) => spawn(executable, [...flags, `--app=${url}`], { stdio: "ignore" }),
  };
}

function handOnDevToolsLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    child.once("exit", (code) => reject(new Error(`Chromium ended with ${code}\n${lines.join("\n")}`)));
    createInterface({ input: child.stderr as Readable }).on("line", (line) => {
      lines.splice(0, Math.max(0, lines.length - 20));
      lines.push(line);
      if (!line.startsWith("DevTools listening on ")) return;
      process.stderr.write(`${line}\n`);
      resolve();
    });
  });
}

/** After a kill, the last Chromium of this profile still writes its storage for a moment. */
async function untilFree(profile: string, signal: AbortSignal): Promise<void> {
  const lock = join(profile, "SingletonLock");
  for (let attempt = 0; attempt < 200 && isHeld(lock); attempt += 1) await wait(50, undefined, { signal });
}

function isHeld(lock: string): boolean {
  try {
    const pid = readlinkSync(lock).split("-").at(-1) ?? "";
    return existsSync(`/proc/${pid}`);
  } catch {
    return false; // No lock: nobody has the profile.
  }
}
