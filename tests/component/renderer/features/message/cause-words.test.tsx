import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useCauseWords } from "../../../../../renderer/features/message/cause-words.ts";
import type { Bucket } from "../../../../../renderer/list-worker/protocol.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

function Words({ cause }: { cause: Bucket["cause"] }) {
  return <p>{useCauseWords()({ cause, parts: 2 } as Bucket)}</p>;
}

function said(marks: string[]): string {
  const { container } = onTheDesk(<Words cause={{ kind: "marks", marks }} />);
  const words = container.querySelector("p")?.textContent ?? "";
  cleanup();
  return words;
}

test("marks that nobody can see, or tell from plain letters, are called by their names", () => {
  expect(said(["“", "”"])).toBe("because of “ ” in the text");
  expect(said(["\u00a0"])).toBe("because of no-break spaces in the text");
  expect(said(["“", "\u00a0", "\u00ad", "\u200b"])).toBe(
    "because of “, no-break spaces and invisible characters in the text",
  );
  expect(said(["е"])).toBe("because of Cyrillic letters in Latin words in the text");
});
