import { EventEmitter } from "node:events";

type ThemeSource = "system" | "light" | "dark";

/** Electron's `nativeTheme`. The system's own choice cannot be asked here; "system" means what Chromium finds. */
class NativeTheme extends EventEmitter {
  #source: ThemeSource = "system";

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    this.#source = source;
    this.emit("updated");
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === "dark";
  }
}

export const nativeTheme = new NativeTheme();
