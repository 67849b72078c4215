import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { DraftContext } from "../../../../../renderer/draft/use-draft.ts";
import { offerText } from "../../../../../renderer/draft/offer-source.ts";
import { ListStep } from "../../../../../renderer/features/recipients/list-step.tsx";
import { RecipientsStep } from "../../../../../renderer/features/recipients/recipients-step.tsx";
import { appErrorOf } from "../../../../../shared/errors.ts";
import { ok } from "../../../../../shared/result.ts";
import { onTheDesk } from "../../on-the-desk.tsx";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

/** A draft to Contact Book lists, shown as New campaign shows it. */
async function groupsDraft() {
  const draft = await openedDraft("Name;Phone\nOlena;0671234567\n");
  const { draft: before } = draft.store.getState();
  const source = { kind: "groups" as const, groups: [{ id: "1", name: "Regulars", people: 3 }] };
  if (before !== null) draft.store.setState({ draft: { ...before, source }, list: null });
  onTheDesk(
    <DraftContext value={draft}>
      <RecipientsStep />
    </DraftContext>,
  );
  return draft;
}

test("beside Contact Book lists too it is said why a file was not taken, until the next step is gone to", async () => {
  const draft = await groupsDraft();
  expect(screen.getByText("Regulars")).toBeDefined();
  draft.store.setState({ sourceProblem: { name: "Old.doc", error: appErrorOf("file.too-large") } });
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Old.doc"));
  await draft.goTo("message");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("a file that comes in place of Contact Book lists is seen on its way in", async () => {
  const draft = await groupsDraft();
  draft.store.setState({ reading: { name: "Next.csv", progress: null } });
  await waitFor(() => expect(screen.getByRole("heading", { name: /Next\.csv/ })).toBeDefined());
  expect(screen.queryByText("Regulars")).toBeNull();
});

test("a saved list is called saved until the list on the screen is another one", async () => {
  const draft = await openedDraft("Name;Phone\nOlena;0671234567\nIhor;0501112233\n");
  Object.assign(window.desk, {
    writeDraftPeople: async () => ok({}),
    saveList: async () =>
      ok({ id: "l1", name: "Regulars", people: 2, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] }),
  });
  onTheDraft(draft, () => <ListStep />);
  press("Save as a list");
  fireEvent.change(screen.getByRole("textbox", { name: "Name of the list" }), { target: { value: "Regulars" } });
  press("Save the list");
  await waitFor(() => expect(screen.getByText("Saved under Lists as “Regulars”.")).toBeDefined());
  await draft.recipients.edit({ kind: "leave-out", rows: [2], out: true });
  await waitFor(() => expect(screen.queryByText(/Saved under Lists/)).toBeNull());
});

test("each question offers to show as many rows as it then shows: those of all questions", async () => {
  const file = "Phone\n80671234567\n80671234568\n447400123456\n+380501112233\n0501112244\n";
  const draft = await openedDraft(file);
  onTheDraft(draft, () => <ListStep />);
  const { questions, sum } = draft.store.getState().list?.state ?? { questions: [], sum: { "to-decide": 0 } };
  expect([questions.length, sum["to-decide"]]).toEqual([2, 3]);
  const [show] = screen.getAllByRole("button", { name: "Show 3 rows" });
  fireEvent.click(show!);
  await waitFor(() => expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("4"));
});

test("what is being typed for a new person stays when the key for find and replace is pressed", async () => {
  const draft = await openedDraft("Name;Phone\nOlena;0671234567\n");
  onTheDraft(draft, () => <ListStep />);
  press("Add a person");
  fireEvent.change(screen.getByRole("textbox", { name: "Phone" }), { target: { value: "0501112233" } });
  fireEvent.keyDown(window, { code: "KeyH", ctrlKey: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getByRole("textbox", { name: "Phone" })).toHaveProperty("value", "0501112233");
});

test("numbers that were typed by hand are not replaced before that was asked", async () => {
  const draft = await openedDraft("Name;Phone\nOlena;0671234567\n");
  const { draft: before } = draft.store.getState();
  const source = { kind: "typed" as const, name: "Typed numbers", size: 20 };
  if (before !== null) draft.store.setState({ draft: { ...before, source } });
  offerText(draft, "Name;Phone\nIhor;0501112233", { pasted: "Pasted cells", typed: "Typed numbers" });
  expect(draft.store.getState().offered?.source).toMatchObject({ kind: "pasted" });
  expect(draft.store.getState().reading).toBeNull();
});

test("the second half of a double click answers no other question", async () => {
  const file = "Phone\n80671234567\n80671234568\n447400123456\n+380501112233\n0501112244\n";
  const draft = await openedDraft(file);
  onTheDraft(draft, () => <ListStep />);
  fireEvent.click(screen.getByRole("button", { name: "Ukraine" }), { detail: 1 });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Ukraine" })).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Take 1 number with +" }), { detail: 2 });
  await draft.recipients.settled();
  expect(draft.store.getState().list?.state.questions).toHaveLength(1);
});

test("rows that cannot be written because the list is gone just now are said to be so", async () => {
  const draft = await openedDraft("Name;Phone\nOlena;none\nIhor;0501112233\n");
  draft.list.problemRows = () => Promise.reject(new Error("The list is gone with its worker"));
  onTheDraft(draft, () => <ListStep />);
  press("Export the 1 row left out");
  fireEvent.click(await screen.findByRole("menuitem", { name: /CSV/ }));
  await waitFor(() => expect(screen.getByRole("alert")).toBeDefined());
});
