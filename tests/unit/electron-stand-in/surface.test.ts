import { EventEmitter } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type * as Electron from "electron";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { BrowserWindow } from "../../electron-stand-in/browser-window.ts";
import * as standIn from "../../electron-stand-in/electron.ts";
import type { Menu, MenuItem } from "../../electron-stand-in/menu.ts";
import { WebContents } from "../../electron-stand-in/web-contents.ts";
import { WebFrameMain } from "../../electron-stand-in/web-frame-main.ts";

const root = resolve(import.meta.dirname, "../../..");
const declarations = readFileSync(join(root, "node_modules/electron/electron.d.ts"), "utf8");
/** What the stand-in's own parts say to each other. */
const ownName = "inner";
/** Electron has it and does not declare it. */
const undeclared = "getLastWebPreferences";

/** A type of ours with Electron's classes in the place of the stand-in's. */
type Real<T> = T extends WebContents
  ? Electron.WebContents
  : T extends BrowserWindow
    ? Electron.BrowserWindow
    : T extends WebFrameMain
      ? Electron.WebFrameMain
      : T extends Menu
        ? Electron.Menu
        : T extends MenuItem
          ? Electron.MenuItem
          : T extends typeof standIn.session.defaultSession
            ? Electron.Session
            : T extends { sender: WebContents }
              ? Electron.IpcMainInvokeEvent
              : T extends Promise<infer V>
                ? Promise<Real<V>>
                : T extends (...args: infer A) => infer R
                  ? (...args: { [I in keyof A]: Real<A[I]> }) => Real<R>
                  : T extends (infer I)[]
                    ? Real<I>[]
                    : T;

/** The names of ours that Electron does not have, or with another type. */
type Misfits<Ours, Theirs> = {
  [K in Exclude<keyof Ours, keyof EventEmitter | "prototype" | typeof ownName> & string]: K extends keyof Theirs
    ? Real<Ours[K]> extends Theirs[K]
      ? never
      : K
    : K;
}[Exclude<keyof Ours, keyof EventEmitter | "prototype" | typeof ownName> & string];

describe("the stand-in's surface", () => {
  it("has no member whose type differs from Electron's", () => {
    // Checked by the compiler (`tsc -b`): a name in one of these types is a member that does not fit.
    expectTypeOf<Misfits<typeof standIn.app, Electron.App>>().toEqualTypeOf<"commandLine">();
    expectTypeOf<Misfits<typeof standIn.app.commandLine, Electron.CommandLine>>().toBeNever();
    expectTypeOf<Misfits<BrowserWindow, Electron.BrowserWindow>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.BrowserWindow, typeof Electron.BrowserWindow>>().toBeNever();
    expectTypeOf<Misfits<WebContents, Electron.WebContents>>().toEqualTypeOf<typeof undeclared>();
    expectTypeOf<Misfits<typeof standIn.webContents, typeof Electron.webContents>>().toBeNever();
    expectTypeOf<Misfits<WebFrameMain, Electron.WebFrameMain>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.ipcMain, Electron.IpcMain>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.protocol, Electron.Protocol>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.session.defaultSession, Electron.Session>>().toBeNever();
    expectTypeOf<Misfits<Menu, Electron.Menu>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.Menu, typeof Electron.Menu>>().toBeNever();
    expectTypeOf<Misfits<MenuItem, Electron.MenuItem>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.dialog, Electron.Dialog>>().toBeNever();
    expectTypeOf<Misfits<standIn.Notification, Electron.Notification>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.Notification, typeof Electron.Notification>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.shell, Electron.Shell>>().toBeNever();
    expectTypeOf<Misfits<typeof standIn.nativeTheme, Electron.NativeTheme>>().toBeNever();
  });

  it.each([
    ["App", standIn.app],
    ["CommandLine", standIn.app.commandLine],
    ["BrowserWindow", standIn.BrowserWindow.prototype],
    ["BrowserWindow", standIn.BrowserWindow],
    ["WebContents", WebContents.prototype],
    ["WebFrameMain", WebFrameMain.prototype],
    ["IpcMain", standIn.ipcMain],
    ["Protocol", standIn.protocol],
    ["Session", standIn.session.defaultSession],
    ["Menu", standIn.Menu.prototype],
    ["Menu", standIn.Menu],
    ["Dialog", standIn.dialog],
    ["Notification", standIn.Notification.prototype],
    ["Notification", standIn.Notification],
    ["Shell", standIn.shell],
    ["NativeTheme", standIn.nativeTheme],
  ])("has only members that Electron's %s declares", (name, part) => {
    const declared = declarationOf(name);
    const members = membersOf(part);
    expect(members).not.toEqual([]);
    expect(
      members.filter((member) => !new RegExp(`^\\s+(static |readonly )*${member}\\??[(:<]`, "m").test(declared)),
    ).toEqual([]);
  });

  it("emits only events that Electron declares", () => {
    const folder = join(root, "tests/electron-stand-in");
    const sources = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "cdp.ts");
    const emitted = sources.flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/emit\((?:redirected \? )?"([a-z-]+)"/g)].map(
        ([, event]) => event,
      ),
    );
    expect(emitted.length).toBeGreaterThan(15);
    // How a page asks its window to close is between the two.
    const unknown = emitted.filter((event) => !declarations.includes(`on(event: '${event}'`));
    expect(unknown).toEqual(["close-requested"]);
  });
});

/** The text of a class or interface of electron.d.ts. */
function declarationOf(name: string): string {
  const start = declarations.search(new RegExp(`^  (class|interface) ${name} `, "m"));
  expect(start, name).toBeGreaterThan(0);
  return declarations.slice(start, declarations.indexOf("\n  }\n", start));
}

/** The names that an object and its classes have of their own. */
function membersOf(part: object): string[] {
  const names = new Set<string>();
  const ends: unknown[] = [EventEmitter.prototype, EventEmitter, Object.prototype, Function.prototype, null];
  for (let level: object | null = part; !ends.includes(level); level = Object.getPrototypeOf(level) as object | null) {
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  }
  const general = new Set([
    "constructor",
    "prototype",
    "length",
    "name",
    ownName,
    undeclared,
    ...Object.getOwnPropertyNames(new EventEmitter()),
  ]);
  return [...names].filter((name) => !general.has(name));
}
