import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useDraft } from "../../../../renderer/draft/use-draft.ts";
import { setDraftAddress } from "../../../../renderer/draft/window-address.ts";
import { Desktop } from "../../../../renderer/shell/desktop.tsx";
import type { ScreenProps } from "../../../../renderer/shell/screen-props.ts";
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
async function show(commands: Partial<Desk>): Promise<(event: string) => void> {
  const heard = new Map<string, () => void>();
  await giveDesk({
    takeOpenedFile: async () => ok({ file: null }),
    takeWantedCampaign: async () => ok({ id: null }),
    on: (event, listener) => {
      heard.set(event, () => (listener as (payload: object) => void)({}));
      return () => undefined;
    },
    ...commands,
  });
  onTheDesk(<Desktop Screen={Place} Step={Refused} />);
  return (event) => act(() => heard.get(event)?.());
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
