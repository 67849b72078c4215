// A program as small as it can be that uses what Campaign Desk uses of Electron. Plain JavaScript: the real Electron runs it, too.
import { readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session } from "electron";

const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'none'; style-src 'self'";
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8" };
const seen = { permissions: [], navigations: [], windows: [], menu: 0 };
globalThis.seen = seen;

protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);

function open() {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    title: "Fixture",
    webPreferences: { preload: join(import.meta.dirname, "preload.cjs"), sandbox: true, contextIsolation: true },
  });
  window.webContents.on("will-navigate", (event, url) => {
    seen.navigations.push(url);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.windows.push(url);
    return { action: "deny" };
  });
  void window.loadURL("app://local/index.html");
  return window;
}

function serve() {
  protocol.handle("app", (request) => {
    const { pathname } = new URL(request.url);
    const name = ["/index.html", "/page.js", "/worker.js", "/imported.js"].find((known) => known === pathname);
    const headers = { "Content-Security-Policy": policy };
    if (name === undefined) return new Response(null, { status: 404, headers });
    const body = readFileSync(join(import.meta.dirname, name.slice(1)));
    return new Response(body, { headers: { ...headers, "Content-Type": types[extname(name)] } });
  });
}

ipcMain.handle("echo", (_event, value) => value);
ipcMain.handle("kinds", (_event, values) => values.map((value) => Object.prototype.toString.call(value)));
ipcMain.handle("fail", () => {
  throw new RangeError("too far");
});
ipcMain.handle("who", (event) => ({
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  main: event.senderFrame === event.sender.mainFrame,
  top: event.senderFrame.parent === null,
  window: BrowserWindow.fromWebContents(event.sender)?.id,
}));
ipcMain.handle("ask-for-news", (event, value) => event.sender.send("news", value));
ipcMain.handle("open", () => open().id);
ipcMain.handle("close", (event) => BrowserWindow.fromWebContents(event.sender).close());
ipcMain.handle("dark", () => {
  nativeTheme.themeSource = "dark";
});
ipcMain.handle("save", async (event, name, text) => {
  const { filePath } = await dialog.showSaveDialog(BrowserWindow.fromWebContents(event.sender), {
    defaultPath: name,
    filters: [{ name: "Comma separated", extensions: ["csv"] }],
  });
  writeFileSync(filePath, text);
  return filePath;
});

if (app.requestSingleInstanceLock()) {
  app.on("window-all-closed", () => app.quit());
  app.on("second-instance", (_event, argv) => BrowserWindow.getAllWindows()[0].webContents.send("news", argv.at(-1)));
  await app.whenReady();
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    seen.permissions.push(permission);
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => true);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: "File", submenu: [{ id: "count", label: "Count", click: () => (seen.menu += 1) }] },
    ]),
  );
  serve();
  open();
} else {
  app.quit();
}
