import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CheckNotes } from "../../../../../renderer/features/recipients/check-notes.tsx";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const show = async (list: string) =>
  onTheDraft(await openedDraft(list), ({ understood }) => <CheckNotes understood={understood} />);

test("two tables side by side are told of, for nobody of the second one is texted", async () => {
  await show("Name;Phone;;Name;Phone\nOlena;0671234567;;Ihor;0501234567\nVira;0631234567;;Taras;0931234567\n");
  expect(screen.getByText("Two tables stand side by side on this sheet.")).toBeTruthy();
  expect(screen.getByText(/^Columns D and E have the headings of those before them\./)).toBeTruthy();
});

test("one table is nothing to be told of", async () => {
  await show("Name;Phone;Work phone\nOlena;0671234567;0441234567\nVira;0631234567;\n");
  expect(screen.queryByText(/side by side/)).toBeNull();
});
