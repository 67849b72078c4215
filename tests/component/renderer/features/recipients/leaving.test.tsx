import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useEffect } from "react";
import { afterEach, expect, test } from "vitest";
import type { DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import { ListTable } from "../../../../../renderer/features/recipients/list-table.tsx";
import { beforeLeaving, startLeaving } from "../../../../../renderer/ui/leaving.ts";
import { keepTyping } from "../../../../../renderer/ui/cell-editor.tsx";
import type { Edit } from "../../../../../shared/recipients/reading.ts";
import { ok } from "../../../../../shared/result.ts";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

/** Closes the draft as New campaign does when another screen takes its place, and saves it before the window goes. */
function Screen({ draft, children }: { draft: DraftStore; children: ReactNode }) {
  useEffect(() => {
    const stop = beforeLeaving(draft.flush);
    return () => {
      stop();
      void draft.close();
    };
  }, [draft]);
  return children;
}

/** A draft in one of whose cells a number is being typed, with what main is told. */
async function typing() {
  const draft = await openedDraft("Name;Phone\nIhor;none\nTaras;0671234567\n");
  const told: (Edit | "saved")[] = [];
  let leave: () => void = () => undefined;
  Object.assign(window.desk, {
    writeDraftEdit: async ({ edit }: { edit: Edit | null }) => {
      if (edit !== null) told.push(edit);
      return ok({ savedAt: "2026-11-16T08:00:01.000Z" });
    },
    haveSaved: async () => {
      told.push("saved");
      return ok({});
    },
    on: (event: string, listener: () => void) => {
      if (event === "leaving") leave = listener;
      return () => undefined;
    },
  });
  startLeaving();
  const shown = onTheDraft(draft, (view) => (
    <Screen draft={draft}>
      <ListTable list={view} filter="all" search="" />
    </Screen>
  ));
  await waitFor(() => expect(screen.getByText("none")).toBeDefined());
  fireEvent.doubleClick(screen.getByText("none").closest("[role=gridcell]")!);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "0501112233" } });
  return { draft, told, shown, leave: () => leave() };
}

const correction: Edit = { kind: "cell", row: 2, column: 1, value: "0501112233" };

test("what is being typed in a cell is kept when another screen takes the place of the draft", async () => {
  const { told, shown } = await typing();
  shown.unmount();
  await waitFor(() => expect(told).toEqual([correction]));
});

test("what is being typed in a cell is saved before the window closes", async () => {
  const { told, leave } = await typing();
  leave();
  await waitFor(() => expect(told).toEqual([correction, "saved"]));
});

test("what is being typed in a cell can be kept before something takes the list away, and nothing else is a cell", async () => {
  const { draft, told } = await typing();
  expect(keepTyping()).toBe(true);
  await draft.recipients.settled();
  expect(told).toEqual([correction]);
  expect(keepTyping()).toBe(false);
});
