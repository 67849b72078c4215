import type { EventPayload } from "../shared/ipc/contract.ts";
import type { MenuWords } from "./menu-words.ts";

export type MenuCommand = EventPayload<"menu">["command"];

export type MenuActs = {
  /** What the window must do. */
  choose: (command: MenuCommand) => void;
  openFile: () => void;
};

/** As much of Electron's `MenuItemConstructorOptions` as the menu needs. */
export type Item = {
  label?: string;
  accelerator?: string;
  type?: "separator";
  role?:
    | "about"
    | "services"
    | "hide"
    | "hideOthers"
    | "unhide"
    | "quit"
    | "close"
    | "cut"
    | "copy"
    | "paste"
    | "selectAll"
    | "resetZoom"
    | "zoomIn"
    | "zoomOut"
    | "togglefullscreen"
    | "windowMenu"
    | "minimize"
    | "zoom"
    | "front";
  click?: () => void;
  submenu?: Item[];
};

const line: Item = { type: "separator" };

/** The application menu as the system expects it: on a Mac with the program's own menu in front. */
export function menuTemplate(say: MenuWords, mac: boolean, { choose, openFile }: MenuActs): Item[] {
  const item = (label: string, accelerator: string, command: MenuCommand): Item => ({
    label,
    accelerator,
    click: () => {
      choose(command);
    },
  });
  const settings = item(say.settings, "CmdOrCtrl+,", "settings");
  const ofProgram: Item = {
    label: "Campaign Desk",
    submenu: [
      { role: "about", label: say.about },
      line,
      settings,
      line,
      { role: "services", label: say.services },
      line,
      { role: "hide", label: say.hide },
      { role: "hideOthers", label: say.hideOthers },
      { role: "unhide", label: say.unhide },
      line,
      { role: "quit", label: say.quitNamed },
    ],
  };
  return [
    ...(mac ? [ofProgram] : []),
    {
      label: say.file,
      submenu: [
        item(say.newCampaign, "CmdOrCtrl+N", "new-campaign"),
        { label: say.openFile, accelerator: "CmdOrCtrl+O", click: openFile },
        item(say.campaigns, "CmdOrCtrl+Shift+C", "campaigns"),
        line,
        ...(mac ? [] : [settings, line]),
        mac ? { role: "close", label: say.close } : { role: "quit", label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        // Not the system's own: corrections of a list are taken back with them too, wherever the focus is.
        item(say.undo, "CmdOrCtrl+Z", "undo"),
        item(say.redo, mac ? "Cmd+Shift+Z" : "Ctrl+Y", "redo"),
        line,
        { role: "cut", label: say.cut },
        { role: "copy", label: say.copy },
        { role: "paste", label: say.paste },
        { role: "selectAll", label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: "resetZoom", label: say.resetZoom },
        { role: "zoomIn", label: say.zoomIn },
        { role: "zoomOut", label: say.zoomOut },
        line,
        { role: "togglefullscreen", label: say.fullScreen },
      ],
    },
    {
      label: say.window,
      role: "windowMenu",
      submenu: [
        { role: "minimize", label: say.minimize },
        { role: "zoom", label: say.zoom },
        ...(mac
          ? [line, { role: "front", label: say.front } satisfies Item]
          : [{ role: "close", label: say.close } satisfies Item]),
      ],
    },
  ];
}
