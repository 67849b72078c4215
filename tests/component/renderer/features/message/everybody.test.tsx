import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../../renderer/draft/draft-state.ts";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { Everybody } from "../../../../../renderer/features/message/everybody.tsx";
import type { Bucket } from "../../../../../renderer/list-worker/protocol.ts";
import { createTally } from "../../../../../shared/message/tally.ts";
import { parseTemplate } from "../../../../../shared/message/template.ts";
import { giveDesk } from "../../fake-desk.ts";
import { personOf } from "../../../../unit/shared/message/person-of.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

/** What the line of one person with this name says was the cause, and whether Latin letters are offered there. */
function line(text: string, name: string): [Bucket["cause"]["kind"] | undefined, boolean] {
  const tally = createTally(parseTemplate(text, ["Name"]), ["Name"]);
  tally.add(personOf(0, "380671234567", [name]));
  const result = tally.result();
  const draft = { text, review: { latinLetters: null } } as unknown as DraftState["draft"];
  const store = createStore<DraftState>(() => ({ ...unopened, draft, tally: result }));
  onTheDesk(
    <DraftContext value={{ store } as unknown as DraftStore}>
      <Everybody tally={result} onShow={() => undefined} />
    </DraftContext>,
  );
  const offered = screen.queryByRole("button", { name: "Use Latin letters…" }) !== null;
  cleanup();
  return [result.buckets[0]?.cause.kind, offered];
}

test("Latin letters are offered wherever they would help, also where a name makes a Cyrillic text two parts", () => {
  const text = "Вітаємо, чекаємо на вас у крамниці в неділю о дев’ятій ранку, {Name}";
  expect(line(text, "Володимире")).toEqual(["length", true]);
  expect(line(text, "")).toEqual(["script", true]);
  expect(line("Hello, {Name}", "Olena")).toEqual(["plain", false]);
  expect(line(`${"a".repeat(66)}👋 {Name}`, "Volodymyr")).toEqual(["length", false]);
  expect(line("a".repeat(200), "")).toEqual(["length", false]);
});
