import { desk } from "./desk.ts";

type Save = () => Promise<unknown>;

const saves = new Set<Save>();

/** Runs `save` before the window closes or the program ends, until the answer is called. */
export function beforeLeaving(save: Save): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Saves what was typed last whenever the window goes: main waits for it; a page that goes otherwise only begins it. */
export function startLeaving(): void {
  const saveAll = () => Promise.allSettled([...saves].map((save) => save()));
  desk().on("leaving", () => void saveAll().then(() => desk().haveSaved({})));
  window.addEventListener("pagehide", () => void saveAll());
}
