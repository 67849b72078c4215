import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { app, session } from "electron";
import { baseUrl } from "./account/base-url.ts";
import { createKeychain } from "./account/keychain.ts";
import type { KeyStore } from "./account/key-store.ts";
import { gatherAnnouncements } from "./announcements.ts";
import { createHttp } from "./bsg/http.ts";
import { createRefusingHttp } from "./bsg/refusing-http.ts";
import { logWhatNobodyCaught } from "./crashes.ts";
import { fileKinds } from "./file-kinds.ts";
import { createHandlers } from "./ipc/handlers.ts";
import { serve, tell } from "./ipc/serve.ts";
import { Leaving } from "./leaving.ts";
import { isOnlyInstance, liveOn } from "./lifecycle.ts";
import { logTo } from "./log.ts";
import { setMenu } from "./menu.ts";
import { menuWords } from "./menu-words.ts";
import { OpenedFiles, takeFilesOf } from "./opened-files.ts";
import { drawProgress, isLookedAt, showNotification } from "./notifications.ts";
import { createNotices } from "./notices.ts";
import { openErasable } from "./privacy/erase-everything.ts";
import { openProgram, type ProgramOptions } from "./program.ts";
import { saveFile } from "./saved-files.ts";
import { menuPage } from "./security/app-files.ts";
import { declareAppProtocol, serveAppProtocol } from "./security/app-protocol.ts";
import { openFolder, openLink } from "./security/links.ts";
import { forbidNavigation } from "./security/navigation.ts";
import { denyPermissions } from "./security/permissions.ts";
import { WantedCampaign } from "./wanted-campaign.ts";
import { askWhatToOpen, askWhereToSave, followTheme, openWindow, showWindow } from "./window.ts";
import { openAccountWorkspace, openPracticeWorkspace } from "./workspace.ts";

const dataFolder = app.getPath("userData");
const preload = join(import.meta.dirname, "../preload/preload.cjs");
const entries = {
  database: new URL("database-worker.js", import.meta.url),
  practice: new URL("practice-worker.js", import.meta.url),
};

const opened = new OpenedFiles(() => tell("fileOpened", {}));

logWhatNobodyCaught();
takeFilesOf(app, opened, () => showWindow(preload));
declareAppProtocol();
forbidNavigation();
if (isOnlyInstance()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  // Windows shows notifications only of a program that it knows by the id its installer gave (electron-builder.yml).
  app.setAppUserModelId("world.campaign-desk.app");
  logTo(join(dataFolder, "logs", "campaign-desk.log"));
  denyPermissions(session.defaultSession);
  serveAppProtocol(join(import.meta.dirname, "../renderer"));

  const events = gatherAnnouncements((event) => {
    if (event.kind === "state") {
      tell("appStateChanged", {});
      return;
    }
    tell("campaignsChanged", { ids: event.ids });
    notices.changed(event.ids);
  });
  const wanted = new WantedCampaign(() => tell("campaignWanted", {}));
  const leaving = new Leaving({ ask: () => tell("leaving", {}) });
  opened.add(process.argv.slice(1));

  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  let spoken = locale;
  const speakMenu = (language: string) => {
    spoken = language;
    setMenu(spoken, {
      choose(command) {
        // On a Mac the menu is there without a window: the next one does what was chosen.
        if (tell("menu", { command }) === 0) openWindow(preload, { page: menuPage(command) });
      },
      openFile: () => void askWhatToOpen(preload, menuWords(spoken).spreadsheets).then((paths) => opened.choose(paths)),
    });
  };
  speakMenu(locale);
  const notices = createNotices({
    locale,
    campaign: async (id) => (await program).campaign(id),
    settings: async () => (await program).settings(),
    isLookedAt,
    show: (notice) =>
      showNotification(notice, () => {
        showWindow(preload);
        wanted.want(notice.campaignId);
      }),
    progress: drawProgress,
  });
  const http = createHttp({ resolveProxy: (url) => session.defaultSession.resolveProxy(url) });
  const base = baseUrl(process.env["BSG_API_URL"], app.isPackaged);
  // A data folder of its own has a key of its own: nothing of one may reach the other.
  const keychain = createKeychain({
    service: app.commandLine.hasSwitch("user-data-dir") ? `Campaign Desk (${dataFolder})` : "Campaign Desk",
  });
  const options = (keyStore: KeyStore): ProgramOptions => ({
    facts: { version: app.getVersion(), platform: process.platform, locale, dataFolder },
    openAccount: () =>
      openAccountWorkspace({
        folder: join(dataFolder, "account"),
        entries,
        base: base.ok ? base.value : "https://refused.invalid",
        http: base.ok ? http : createRefusingHttp(base.error),
        keyStore,
        events,
      }),
    openPractice: () =>
      openPracticeWorkspace({
        folder: join(dataFolder, "practice"),
        entries,
        http: createHttp({ resolveProxy: async () => "DIRECT" }),
        notes: keyStore,
        events,
      }),
    settingsChanged: ({ language, theme }) => {
      speakMenu(language === "system" ? locale : language);
      followTheme(theme);
    },
    stateChanged: events.stateChanged,
    sideOpened: notices.begin,
  });
  const program = openErasable({
    open: (keyStore) => openProgram(options(keyStore)),
    dataFolder,
    keyStore: keychain,
    erased: notices.forget,
  });
  const handlers = program.then((open) =>
    createHandlers({
      program: open,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      ...events,
      saveFile: (name, bytes) =>
        saveFile(name, bytes, (asked) => askWhereToSave(asked, fileKinds(asked, menuWords(spoken)))),
      takeOpenedFile: () => opened.take(),
      readOpenedFile: (file, offset) => opened.read(file, offset),
      takeWantedCampaign: () => wanted.take(),
      openLink,
      haveSaved: () => leaving.haveSaved(),
      openFolder,
      dataFolder,
    }),
  );
  serve(handlers);
  liveOn({
    preload,
    open: (argv, folder) => opened.add(argv, folder),
    suspend: () => void program.then((open) => open.suspend()),
    resume: () => void program.then((open) => open.resume()),
    saved: () => leaving.saved(),
    quit: async () => (await program).close(),
  });
  // The page is loaded while the databases are opened, and shown when its colours are known.
  openWindow(preload, { shown: handlers });
}
