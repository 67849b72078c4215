import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { AddPerson } from "../../../../../renderer/features/lists/add-person.tsx";
import { countryBeside } from "../../../../../renderer/features/lists/number-check.ts";
import type { CommandInput } from "../../../../../shared/ipc/contract.ts";
import type { OpenedList } from "../../../../../shared/library/list.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const opened: OpenedList = {
  list: { id: "l1", name: "Regulars", people: 424, updatedAt: "2026-11-24T09:41:00.000Z", tags: [] },
  columns: ["Name", "Country"],
  undo: null,
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: label }), { target: { value } });

it("keeps the number of the country that is typed in the list's column of countries", async () => {
  const added: CommandInput<"addListPerson">[] = [];
  await giveDesk({
    addListPerson: (person) => {
      added.push(person);
      return Promise.resolve(ok(opened));
    },
  });
  onTheDesk(<AddPerson opened={opened} country="UA" onAdded={() => undefined} onClose={() => undefined} />);
  type("Phone", "501 234 567");
  await waitFor(() => expect(screen.getByText("It will be kept as 380501234567.")).toBeDefined());
  type("Country", "Poland");
  await waitFor(() => expect(screen.getByText("It will be kept as 48501234567.")).toBeDefined());
  expect(screen.getByText("Without a country code it is a number of Poland.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Add the person" }));
  await waitFor(() => expect(added).toEqual([{ id: "l1", number: "48501234567", cells: ["", "Poland"] }]));
});

it("knows the country beside a number by the heading of its column", () => {
  expect(countryBeside(["Name", "Країна"], ["Jan", "Польща"])).toBe("Польща");
  expect(countryBeside(["Name", "Language"], ["Jan", "PL"])).toBe("");
});
