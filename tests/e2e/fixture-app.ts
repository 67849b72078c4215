import { resolve } from "node:path";

/** A small app: what it proves of the stand-in holds for the real Electron as well, for its tests run on both. */
export const folder = resolve(import.meta.dirname, "../electron-stand-in/fixture-app");

type Fixture = {
  echo: (value: unknown) => Promise<unknown>;
  kinds: (values: unknown[]) => Promise<string[]>;
  fail: () => Promise<never>;
  who: () => Promise<{ url: string; origin: string; main: boolean; top: boolean; window: number }>;
  "ask-for-news": (value: unknown) => Promise<void>;
  open: () => Promise<number>;
  close: () => Promise<void>;
  dark: () => Promise<void>;
  save: (name: string, text: string) => Promise<string>;
  on: (listener: (value: unknown) => void) => () => void;
  twice: (value: unknown) => [unknown, unknown];
  refuse: () => never;
  preloadGlobals: () => { process: string; require: string };
};
declare global {
  var fixture: Fixture;
  var news: unknown[];
  var seen: { permissions: string[]; navigations: string[]; windows: string[]; menu: number };
}
