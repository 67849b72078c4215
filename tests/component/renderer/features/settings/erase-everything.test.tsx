import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { EraseEverything } from "../../../../../renderer/features/settings/erase-everything.tsx";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("a double click on it does not erase what was not over: the refusal is read before it can be answered", async () => {
  const erased: string[] = [];
  await giveDesk({
    prepareErasing: async () => ok({ token: "t1", notOver: 2 }),
    eraseEverything: async ({ token }) => {
      erased.push(token);
      return ok({});
    },
  });
  onTheDesk(<EraseEverything />);
  fireEvent.click(screen.getByRole("button", { name: "Erase everything" }));
  const dialog = await screen.findByRole("dialog");
  const act = [...dialog.querySelectorAll("button")].at(-1);
  if (act === undefined) throw new Error("no button");
  fireEvent.click(act, { detail: 1 });
  expect(await screen.findByText(/2 campaigns are not over/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Erase everything all the same" }), { detail: 2 });
  expect(erased).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Erase everything all the same" }), { detail: 1 });
  expect(erased).toEqual(["t1"]);
});
