import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { DraftPage } from "../../../../renderer/draft/draft-page.tsx";
import { onTheDraft, openedDraft } from "../features/recipients/opened-draft.tsx";

afterEach(cleanup);

test("a list that did not come back by itself is said to be gone on every step, with one button that reads it again", async () => {
  const draft = await openedDraft("Name;Phone\nOlena;0671234567\n");
  let asked = 0;
  draft.recipients.bringBack = async () => {
    asked += 1;
    draft.store.setState({ lost: false });
  };
  onTheDraft(draft, () => <DraftPage>Rows</DraftPage>);
  expect(screen.queryByRole("alert")).toBeNull();
  draft.store.setState({ lost: true });
  await waitFor(() =>
    expect(screen.getByRole("alert").textContent).toContain("What you prepared and corrected is saved."),
  );
  fireEvent.click(screen.getByRole("button", { name: "Read the list again" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(asked).toBe(1);
});
