import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { KeepPeople } from "../../../../../renderer/features/settings/keep-people.tsx";
import { appErrorOf } from "../../../../../shared/errors.ts";
import { err } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("a longer time that cannot be kept is said, not passed over", async () => {
  await giveDesk({ changeSettings: async () => err(appErrorOf("disk.full")) });
  onTheDesk(<KeepPeople />);
  fireEvent.click(screen.getByRole("combobox", { name: /^Keep people/ }));
  fireEvent.click(await screen.findByRole("option", { name: "For ever" }));
  expect(await screen.findByText("The disk is full.")).toBeTruthy();
});
