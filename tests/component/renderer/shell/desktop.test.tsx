import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { type ComponentType, useState } from "react";
import { afterEach, expect, test } from "vitest";
import { useDraft } from "../../../../renderer/draft/use-draft.ts";
import { setDraftAddress } from "../../../../renderer/draft/window-address.ts";
import { Desktop } from "../../../../renderer/shell/desktop.tsx";
import type { ScreenProps } from "../../../../renderer/shell/screen-props.ts";
import { Dialog } from "../../../../renderer/ui/dialog.tsx";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { draft } from "../../../../shared/library/draft.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { err, ok } from "../../../../shared/result.ts";
import { giveDesk } from "../fake-desk.ts";
import { onTheDesk } from "../on-the-desk.tsx";

afterEach(() => {
  cleanup();
  location.hash = "";
});

const Place = ({ place, onUseList }: ScreenProps) => (
  <main>
    <h1>{place.at}</h1>
    <button type="button" onClick={() => onUseList({ id: "l1", name: "Customers" })}>
      Use
    </button>
  </main>
);

/** A step that says which file was not taken. */
const Refused = () => <p>{useDraft(({ sourceProblem }) => sourceProblem?.name ?? "")}</p>;

/** The desk, and the way to tell it something as main does. */
async function show(
  commands: Partial<Desk>,
  Screen: ComponentType<ScreenProps> = Place,
): Promise<(event: string, payload?: object) => void> {
  const heard = new Map<string, Set<(payload: object) => void>>();
  await giveDesk({
    takeOpenedFile: async () => ok({ file: null }),
    takeWantedCampaign: async () => ok({ id: null }),
    on: (event, listener) => {
      const hear = listener as (payload: object) => void;
      const hearing = heard.get(event) ?? new Set();
      heard.set(event, hearing.add(hear));
      return () => void hearing.delete(hear);
    },
    ...commands,
  });
  onTheDesk(<Desktop Screen={Screen} Step={Refused} />);
  return (event, payload = {}) => act(() => heard.get(event)?.forEach((hear) => hear(payload)));
}

test("a file that is opened while something else is being begun is taken, and the next one waits its turn in main", async () => {
  const waiting: string[] = [];
  let created = 0;
  const first = Promise.withResolvers<void>();
  const tell = await show({
    readList: () => new Promise(() => undefined),
    takeOpenedFile: async () => {
      const name = waiting.shift();
      return ok({ file: name === undefined ? null : { opened: 1, name, size: 5, asked: false } });
    },
    readOpenedFile: async () => ok({ bytes: new Uint8Array(5) }),
    createDraft: async () => {
      created += 1;
      if (created === 1) await first.promise;
      return err(appErrorOf("disk.full"));
    },
  });
  screen.getByRole("button", { name: "Use" }).click();
  waiting.push("Second.csv");
  tell("fileOpened");
  await expect.poll(() => created).toBe(1);
  waiting.push("Third.csv");
  tell("fileOpened");
  expect(waiting).toEqual(["Third.csv"]);
  first.resolve();
  await expect.poll(() => created).toBe(2);
  expect(waiting).toEqual([]);
  expect(await screen.findByText("The disk is full.")).toBeTruthy();
});

test("what was chosen in the menu without a window is done by the one that opens for it", async () => {
  location.hash = "#menu/settings";
  await show({});
  expect(await screen.findByRole("heading", { name: "settings" })).toBeTruthy();
  cleanup();
  location.hash = "#menu/new-campaign";
  let created = 0;
  await show({
    createDraft: () => {
      created += 1;
      return new Promise(() => undefined);
    },
  });
  await expect.poll(() => created).toBe(1);
});

/** Nothing is read here. */
class IdleWorker extends EventTarget {
  postMessage() {}
  terminate() {}
}

/** A main that has one empty draft and empties its settings for each New campaign. */
function emptyDraft() {
  Object.assign(globalThis, { Worker: IdleWorker });
  const at = "2026-11-24T09:41:00.000Z";
  const empty = { title: "", text: "", step: "recipients", source: null, edits: [], acceptedPeople: null } as const;
  const written = { id: "d1", campaignId: "c1", createdAt: at, updatedAt: at, reading: guessedReading, ...empty };
  const made = { begun: 0, kept: draft.parse({ ...written, review: {} }) };
  const commands: Partial<Desk> = {
    createDraft: async () => {
      made.begun += 1;
      made.kept = draft.parse({ ...written, review: {} });
      return ok(made.kept);
    },
    openDraft: async () => ok(made.kept),
    saveDraft: async ({ patch: { review } }) => {
      if (review !== undefined) made.kept = { ...made.kept, review };
      return ok({ savedAt: at });
    },
    listSenders: async () => ok([{ name: "Flora", status: "active", isDefault: true }]),
  };
  return { made, commands };
}

const newCampaign = () => screen.getByRole("button", { name: /^New campaign/ }).click();

test("New campaign over a draft that is empty still opens it anew: main has emptied its settings", async () => {
  const { made, commands } = emptyDraft();
  await show(commands);
  for (const times of [1, 2]) {
    newCampaign();
    await expect.poll(() => made.begun).toBe(times);
    await expect.poll(() => made.kept.review.sender).toBe("Flora");
  }
});

test("a file that New campaign leaves while it is read has not had the window give up", async () => {
  const { made, commands } = emptyDraft();
  await show(commands);
  newCampaign();
  await expect.poll(() => made.kept.review.sender).toBe("Flora");
  // What stands there while a file is read, for the window that comes when this one dies over it.
  setDraftAddress({ draftId: "d1", reading: "Large.csv" });
  newCampaign();
  await expect.poll(() => made.begun).toBe(2);
  await expect.poll(() => made.kept.review.sender).toBe("Flora");
  expect(screen.queryByText("Large.csv")).toBeNull();
});

/** A place with a dialog in which something can be typed. */
function Asking({ place }: ScreenProps) {
  const [open, setOpen] = useState(true);
  return (
    <main>
      <h1>{place.at}</h1>
      {open && (
        <Dialog title="Add a person" onClose={() => setOpen(false)}>
          <input aria-label="Name" />
          <button type="button" onClick={() => setOpen(false)}>
            Back
          </button>
        </Dialog>
      )}
    </main>
  );
}

test("nothing of the menu leaves a dialog in which something is typed; what is wanted of the window waits for its answer", async () => {
  let [created, taken] = [0, 0];
  const wanted = { opened: false };
  const tell = await show(
    {
      createDraft: () => {
        created += 1;
        return new Promise(() => undefined);
      },
      takeOpenedFile: async () => {
        if (wanted.opened) taken += 1;
        return ok({ file: null });
      },
      takeWantedCampaign: async () => {
        if (wanted.opened) taken += 1;
        return ok({ id: null });
      },
    },
    Asking,
  );
  fireEvent.input(await screen.findByRole("textbox"), { target: { value: "Olena" } });
  wanted.opened = true;
  for (const command of ["settings", "campaigns", "new-campaign"]) tell("menu", { command });
  tell("fileOpened");
  tell("campaignWanted");
  const file = new File(["0671234567"], "Customers.csv");
  fireEvent.drop(window, { dataTransfer: { types: ["Files"], files: [file] } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("Olena");
  expect([created, taken]).toEqual([0, 0]);
  fireEvent.click(screen.getByRole("button", { name: "Back" }));
  await expect.poll(() => taken).toBe(2);
  tell("menu", { command: "settings" });
  expect(await screen.findByRole("heading", { name: "settings" })).toBeTruthy();
});
