import { app, Menu, type MenuItemConstructorOptions } from "electron";
import type { EventPayload } from "../shared/ipc/contract.ts";

type MenuCommand = EventPayload<"menu">["command"];

/** The words of the menu in the language of the window. */
export type MenuWords = Record<
  "file" | "edit" | "view" | "window" | "newCampaign" | "openFile" | "campaigns" | "settings" | "undo" | "redo",
  string
>;

const english: MenuWords = {
  file: "File",
  edit: "Edit",
  view: "View",
  window: "Window",
  newCampaign: "New campaign",
  openFile: "Open a spreadsheet…",
  campaigns: "Campaigns",
  settings: "Settings…",
  undo: "Undo",
  redo: "Redo",
};
const words: Record<string, MenuWords> = {
  en: english,
  uk: {
    file: "Файл",
    edit: "Редагування",
    view: "Вигляд",
    window: "Вікно",
    newCampaign: "Нова кампанія",
    openFile: "Відкрити таблицю…",
    campaigns: "Кампанії",
    settings: "Налаштування…",
    undo: "Скасувати дію",
    redo: "Повторити дію",
  },
  ru: {
    file: "Файл",
    edit: "Правка",
    view: "Вид",
    window: "Окно",
    newCampaign: "Новая кампания",
    openFile: "Открыть таблицу…",
    campaigns: "Кампании",
    settings: "Настройки…",
    undo: "Отменить действие",
    redo: "Повторить действие",
  },
};

/**
 * Sets the application menu. What the window must do is told through `choose`; the rest is the system's own.
 * @param locale BCP 47 tag whose language the menu speaks, English where it has no words for it.
 */
export function setMenu(locale: string, choose: (command: MenuCommand) => void): void {
  const say = words[locale.toLowerCase().split("-")[0] ?? "en"] ?? english;
  const item = (label: string, accelerator: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => {
      choose(command);
    },
  });
  const mac = process.platform === "darwin";
  const settings = item(say.settings, "CmdOrCtrl+,", "settings");
  const template: MenuItemConstructorOptions[] = [
    ...(mac
      ? [
          {
            label: app.getName(),
            submenu: [
              { role: "about" },
              { type: "separator" },
              settings,
              { type: "separator" },
              { role: "services" },
              { type: "separator" },
              { role: "hide" },
              { role: "hideOthers" },
              { role: "unhide" },
              { type: "separator" },
              { role: "quit" },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      label: say.file,
      submenu: [
        item(say.newCampaign, "CmdOrCtrl+N", "new-campaign"),
        item(say.openFile, "CmdOrCtrl+O", "open-file"),
        item(say.campaigns, "CmdOrCtrl+Shift+C", "campaigns"),
        { type: "separator" },
        ...(mac ? [] : [settings, { type: "separator" } satisfies MenuItemConstructorOptions]),
        mac ? { role: "close" } : { role: "quit" },
      ],
    },
    {
      label: say.edit,
      submenu: [
        // Not the system's own: corrections of a list are taken back with them too, wherever the focus is.
        item(say.undo, "CmdOrCtrl+Z", "undo"),
        item(say.redo, mac ? "Cmd+Shift+Z" : "Ctrl+Y", "redo"),
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
      ],
    },
    { label: say.window, role: "windowMenu" },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
