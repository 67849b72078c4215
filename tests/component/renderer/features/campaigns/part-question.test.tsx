import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PartQuestion } from "../../../../../renderer/features/campaigns/part-question.tsx";
import type { PartView } from "../../../../../shared/campaign/view.ts";
import { appErrorOf } from "../../../../../shared/errors.ts";
import type { CommandInput } from "../../../../../shared/ipc/contract.ts";
import { ok } from "../../../../../shared/result.ts";
import { aPart } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

let answers: CommandInput<"answerPart">[] = [];

beforeEach(async () => {
  answers = [];
  await giveDesk({
    answerPart: (answer) => {
      answers.push(answer);
      return Promise.resolve(ok({}));
    },
  });
});
afterEach(cleanup);

const held = aPart({
  index: 2,
  people: 5_001,
  state: "held",
  question: "absent",
  looks: 3,
  lookedForMinutes: 11,
  triedAt: "2026-11-24T07:03:51.000Z",
});

test("asks about the part that left no trace, with what was done to find it", () => {
  onTheDesk(<PartQuestion campaignId="c1" parts={[aPart({ state: "accepted" }), held]} />);
  expect(screen.getByRole("heading").textContent).toBe("Part 3 left no trace at the service. Send it?");
  expect(screen.getByText(/5,001 messages were being handed over/).textContent).toContain("3 times in 11 minutes");
});

test("the button names the part and its people and sends just that", async () => {
  onTheDesk(<PartQuestion campaignId="c1" parts={[aPart({ state: "accepted" }), held]} />);
  fireEvent.click(screen.getByRole("button", { name: "Send part 3 to 5,001 people" }));
  await waitFor(() => expect(answers).toEqual([{ id: "c1", part: 2, answer: "send" }]));
});

test("leaving a part out asks once more, because it cannot be taken back", async () => {
  onTheDesk(<PartQuestion campaignId="c1" parts={[held]} />);
  fireEvent.click(screen.getByRole("button", { name: "Do not send it" }));
  const dialog = screen.getByRole("dialog", { name: "Do not send it?" });
  expect(dialog.textContent).toContain("5,001 people will not be texted. This cannot be taken back.");
  expect(answers).toEqual([]);
  const again = screen.getAllByRole("button", { name: "Do not send it" }).at(-1);
  if (again === undefined) throw new Error("the dialog has no button");
  fireEvent.click(again);
  await waitFor(() => expect(answers).toEqual([{ id: "c1", part: 2, answer: "drop" }]));
});

test("several questions are asked one after the other", () => {
  const parts = [1, 2, 3].map((index) => aPart({ index, question: "restarted" }));
  onTheDesk(<PartQuestion campaignId="c1" parts={parts} />);
  expect(screen.getAllByRole("heading")).toHaveLength(1);
  expect(screen.getByText("2 more parts wait for an answer after this one.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Look again" })).toBeNull();
});

test("nothing is shown while no part asks", () => {
  onTheDesk(<PartQuestion campaignId="c1" parts={[aPart({ state: "accepted" })]} />);
  expect(screen.queryByRole("heading")).toBeNull();
});

test("a part whose time has passed can go out at another time, and only then is anything asked of main", async () => {
  const times: CommandInput<"sendPartAt">[] = [];
  await giveDesk({
    sendPartAt: (time) => {
      times.push(time);
      return Promise.resolve(ok({}));
    },
  });
  onTheDesk(<PartQuestion campaignId="c1" parts={[aPart({ people: 3, question: "time-passed" })]} />);
  fireEvent.click(screen.getByRole("button", { name: "Send at another time…" }));
  const act = screen.getByRole("button", { name: "Schedule for 3 people" });
  fireEvent.change(screen.getByLabelText("Day"), { target: { value: "2020-01-01" } });
  expect(screen.getByRole("status").textContent).toBe("This time has passed.");
  expect(act).toHaveProperty("disabled", true);
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  fireEvent.change(screen.getByLabelText("Day"), { target: { value: day } });
  fireEvent.change(screen.getByLabelText("Time"), { target: { value: "10:30" } });
  fireEvent.click(act);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  await waitFor(() => expect(times).toEqual([{ id: "c1", part: 0, local: `${day}T10:30`, zone }]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("what may be at the service already gets no other time", () => {
  onTheDesk(<PartQuestion campaignId="c1" parts={[held]} />);
  expect(screen.queryByRole("button", { name: "Send at another time…" })).toBeNull();
});

test("a part that could not be looked up says what kept the program from looking", () => {
  const lookProblem = appErrorOf("key.refused", { status: 401 });
  onTheDesk(
    <PartQuestion campaignId="c1" parts={[aPart({ people: 3, state: "held", question: "unchecked", lookProblem })]} />,
  );
  expect(screen.getByRole("region").textContent).toContain("The service does not know this key");
});

test("what was begun for one part is not done to the next one that asks in its place", async () => {
  const question = (parts: PartView[]) => (
    <MantineProvider env="test">
      <PartQuestion campaignId="c1" parts={parts} />
    </MantineProvider>
  );
  const [first, second] = [aPart({ index: 0, question: "absent" }), aPart({ index: 1, question: "absent" })];
  const { rerender } = render(question([first, second]));
  fireEvent.click(screen.getByRole("button", { name: "Do not send it" }));
  expect(screen.getByRole("dialog")).toBeDefined();
  // The look has found the first meanwhile.
  rerender(question([aPart({ index: 0, state: "accepted" }), second]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: /^Send part 2/ }), { detail: 2 });
  expect(answers).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: /^Send part 2/ }), { detail: 1 });
  await waitFor(() => expect(answers).toEqual([{ id: "c1", part: 1, answer: "send" }]));
});
