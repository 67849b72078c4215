import type { MenuItem as ElectronMenuItem, MenuItemConstructorOptions } from "electron";
import { app } from "./app.ts";
import { BrowserWindow } from "./browser-window.ts";

type Role = NonNullable<ElectronMenuItem["role"]>;
type TemplateRole = NonNullable<MenuItemConstructorOptions["role"]>;

/** Text services of macOS that Electron declares for a template and not for the item made of it. */
const templateOnly: Record<Exclude<TemplateRole, Role>, true> = {
  showSubstitutions: true,
  toggleSmartQuotes: true,
  toggleSmartDashes: true,
  toggleTextReplacement: true,
};

function isItemRole(role: TemplateRole): role is Role {
  return !Object.hasOwn(templateOnly, role);
}

/** Electron's `MenuItem`. Nothing is drawn and no accelerator listens; a test clicks an item by calling it. */
export class MenuItem {
  readonly id: string;
  readonly type: "normal" | "separator" | "submenu" | "checkbox" | "radio" | "header" | "palette";
  readonly role?: Role;
  readonly accelerator: NonNullable<MenuItemConstructorOptions["accelerator"]> | null;
  readonly submenu?: Menu;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #options: MenuItemConstructorOptions;

  constructor(options: MenuItemConstructorOptions) {
    this.#options = options;
    this.id = options.id ?? "";
    if (options.role !== undefined && isItemRole(options.role)) this.role = options.role;
    this.accelerator = options.accelerator ?? null;
    this.label = options.label ?? options.role ?? "";
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    if (Array.isArray(options.submenu)) this.submenu = Menu.buildFromTemplate(options.submenu);
    this.type = options.type ?? (this.submenu === undefined ? "normal" : "submenu");
  }

  click(): void {
    const window = BrowserWindow.getFocusedWindow() ?? undefined;
    if (this.role === "quit") app.quit();
    else if (this.role === "close") window?.close();
    else if (this.role === "reload") window?.reload();
    else Reflect.apply(this.#options.click ?? (() => undefined), undefined, [this, window, {}]);
  }
}

let applicationMenu: Menu | null = null;

/** Electron's `Menu`. */
export class Menu {
  items: MenuItem[] = [];

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    const menu = new Menu();
    menu.items = template.map((options) => new MenuItem(options));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }
}
