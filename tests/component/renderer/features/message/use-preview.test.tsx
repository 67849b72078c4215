import { act, cleanup } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { DraftList } from "../../../../../renderer/draft/draft-state.ts";
import { usePreview } from "../../../../../renderer/features/message/use-preview.ts";
import type { Preview } from "../../../../../renderer/list-worker/protocol.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("a text with problems is never shown as somebody's message, not even until the mended one is answered", async () => {
  const answers: (() => void)[] = [];
  const list = {
    preview: (text: string) =>
      new Promise<Partial<Preview>>((resolve) => answers.push(() => resolve({ text: `to Olena: ${text}` }))),
  } as unknown as DraftList;
  const shown: string[] = [];
  function Shown({ text, problems }: { text: string; problems: number }) {
    shown.push(usePreview(list, { text, latin: null, position: 0 }, problems, 1)?.text ?? "");
    return null;
  }
  const write = async (text: string, problems: number) => {
    screen.rerender(<Shown text={text} problems={problems} />);
    await act(async () => answers.shift()?.());
  };
  const screen = onTheDesk(<Shown text="Hi" problems={0} />);
  await act(async () => answers.shift()?.());
  await write("Hi {", 1);
  await write("Hi {Name}", 0);
  expect(new Set(shown)).toEqual(new Set(["", "to Olena: Hi", "to Olena: Hi {Name}"]));
});
