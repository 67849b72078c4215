import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import { StepsBar } from "../../../../renderer/draft/steps-bar.tsx";
import { DraftContext } from "../../../../renderer/draft/use-draft.ts";
import { type Language, speak } from "../../../../renderer/i18n/i18n.ts";
import { giveDesk } from "../fake-desk.ts";
import { onTheDesk } from "../on-the-desk.tsx";

afterEach(async () => {
  cleanup();
  await speak("en", "en");
});

/** The bar over a text that costs some people `least` parts and others `most`. */
async function shown(language: Language, least: number, most: number): Promise<void> {
  await giveDesk({});
  await speak(language, language);
  const draft = { text: "Hello", step: "recipients", reading: {}, review: { when: { kind: "now" } }, source: null };
  const nothing = { problems: [], overLimit: null, emptyText: null };
  const tally = { people: 2, parts: least + most, buckets: [{ parts: least }, { parts: most }], ...nothing };
  const store = createStore<DraftState>(() => ({ ...unopened, draft, tally }) as unknown as DraftState);
  onTheDesk(
    <DraftContext value={{ store } as unknown as DraftStore}>
      <StepsBar />
    </DraftContext>,
  );
}

test("one more part is said in the form that the language has for the number", async () => {
  for (const [language, least, most, words] of [
    ["en", 1, 2, "1 or 2 parts, 3 in all"],
    ["uk", 1, 2, "1 або 2 частини, разом 3"],
    ["uk", 4, 5, "4 або 5 частин, разом 9"],
    ["ru", 3, 4, "3 или 4 части, всего 7"],
    ["ru", 4, 5, "4 или 5 частей, всего 9"],
  ] as const) {
    await shown(language, least, most);
    expect(screen.getByText(words)).toBeDefined();
    cleanup();
  }
});
