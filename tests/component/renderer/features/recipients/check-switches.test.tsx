import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CheckSwitches } from "../../../../../renderer/features/recipients/check-switches.tsx";
import { encode } from "../../../../unit/renderer/list-worker/text/encode.ts";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const list =
  "ФИО;Телефон;Город\r\nКузнецова Анна Петровна;89261234567;Москва\r\nИванов Сергей;8(916)123-45-67;Тверь\r\n";

test.each([
  ["cp866", "Cyrillic (DOS)"],
  ["mac-cyrillic", "Cyrillic (Mac)"],
  ["iso-8859-5", "Cyrillic (ISO)"],
] as const)("letters in %s are named, and have the switch that every guess has", async (encoding, name) => {
  const draft = await openedDraft("", { bytes: encode(list, encoding) });
  onTheDraft(draft, (view) => <CheckSwitches understood={view.understood} />);
  expect(screen.getByText(name)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Wrong?: Letters" }));
  expect(await screen.findByRole("menuitem", { name })).toBeTruthy();
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toHaveLength(14);
  fireEvent.click(screen.getByRole("menuitem", { name: "Russian (KOI8-R)" }));
  expect(await screen.findByText("Russian (KOI8-R)")).toBeTruthy();
});
