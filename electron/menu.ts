import { Menu } from "electron";
import { type MenuActs, menuTemplate } from "./menu-template.ts";
import { menuWords } from "./menu-words.ts";

/**
 * Sets the application menu.
 * @param locale BCP 47 tag whose language it speaks.
 */
export function setMenu(locale: string, acts: MenuActs): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menuWords(locale), process.platform === "darwin", acts)));
}
