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

test("several numbers in a row with nobody's name are told of, for only one of them is texted", async () => {
  await show("0671234567,0631112233,0661112233\n0502223344,0992223344,\n");
  expect(screen.getByText("Several numbers stand in one row.")).toBeTruthy();
  expect(screen.getByText(/^Of each row one number is texted, and columns B and C are tried/)).toBeTruthy();
});

test("one table is nothing to be told of", async () => {
  await show("Name;Phone;Work phone\nOlena;0671234567;0441234567\nVira;0631234567;\n");
  expect(screen.queryByText(/side by side/)).toBeNull();
});
