import { filesWith } from "./files-with.ts";
import { expect, type RunningApp } from "./launch-app.ts";

declare global {
  var faultsOfMain: string[];
  var opened: string[];
}

/** Watches main for what nobody caught, and keeps it from opening anything on this desktop. */
export async function watchMain({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ shell }) => {
    globalThis.faultsOfMain = [];
    globalThis.opened = [];
    process.on("uncaughtExceptionMonitor", (error) => globalThis.faultsOfMain.push(String(error.stack)));
    shell.openExternal = async (url) => void globalThis.opened.push(url);
    shell.openPath = async (path) => {
      globalThis.opened.push(path);
      return "";
    };
  });
}

export async function expectMainUnharmed(app: RunningApp): Promise<void> {
  expect(await app.electron.evaluate(() => globalThis.faultsOfMain)).toEqual([]);
  // Where nothing failed there is no log, nor a folder for one.
  expect(filesWith(app.userData, ['"place":"'])).toEqual([]);
  const state = await app.page.evaluate(() => window.desk.getAppState({}));
  expect(state).toMatchObject({ ok: true, value: { journalProblem: null } });
}
