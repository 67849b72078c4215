import type { ListEngine } from "../../renderer/list-worker/list-engine.ts";
import type { ListState } from "../../renderer/list-worker/protocol.ts";
import { guessedReading } from "../../shared/recipients/reading.ts";

/** Opens a list as the window does, everything guessed: bytes → text → rows → numbers → duplicates → verdicts. */
export async function openList(engine: ListEngine, name: string, bytes: Uint8Array): Promise<ListState> {
  const opened = await engine.open({
    name,
    bytes,
    reading: guessedReading,
    edits: [],
    systemCountry: "UA",
    locale: "en-US",
    neverText: { numbers: [], since: [] },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return engine.state();
}
