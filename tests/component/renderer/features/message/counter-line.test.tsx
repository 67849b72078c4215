import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CounterLine } from "../../../../../renderer/features/message/counter-line.tsx";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

function counted(text: string): string {
  onTheDesk(<CounterLine text={text} preview={null} inGroups={false} />);
  const words = screen.getByText(/as typed/).closest("p")?.textContent ?? "";
  cleanup();
  return words;
}

test("room is counted while the service takes more, and none is promised beyond five parts", () => {
  expect(counted("a".repeat(150))).toContain("1 part, room for 10 more");
  expect(counted("a".repeat(760))).toContain("5 parts, room for 5 more");
  expect(counted("a".repeat(766))).toContain("6 parts, too long: the service takes 5");
});
