import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Lists } from "../../../../../renderer/features/lists/lists.tsx";
import type { CommandInput } from "../../../../../shared/ipc/contract.ts";
import { appErrorOf } from "../../../../../shared/errors.ts";
import { err, ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const list = (id: string, people: number) => ({
  id,
  name: `List ${id}`,
  people,
  updatedAt: "2026-11-24T09:41:00.000Z",
  tags: [],
});

/** The page of three lists, of which the first two are ticked in this order: b, a. */
async function showTicked(differ: number) {
  const merged: CommandInput<"mergeLists">[] = [];
  const previewed: string[][] = [];
  await giveDesk({
    listLists: () => Promise.resolve(ok([list("a", 900), list("b", 320), list("c", 7)])),
    previewMerge: ({ ids }) => {
      previewed.push(ids);
      return Promise.resolve(ok({ people: 1204, inSeveral: 16, differ, columns: ["Name", "City"] }));
    },
    previewSubtract: ({ ids }) => {
      previewed.push(ids);
      return Promise.resolve(ok(ids[0] === "b" ? { people: 304, removed: 16 } : { people: 0, removed: 900 }));
    },
    mergeLists: (input) => {
      merged.push(input);
      return Promise.resolve(
        input.name === "Taken" ? err(appErrorOf("list.name-taken", { name: "Taken" })) : ok(list("m", 1204)),
      );
    },
  });
  onTheDesk(<Lists onOpen={() => undefined} onUse={() => undefined} onNew={() => undefined} />);
  expect((await screen.findByRole("button", { name: "Merge" })).hasAttribute("disabled")).toBe(true);
  fireEvent.click(screen.getByRole("checkbox", { name: "Choose List b" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Choose List a" }));
  return { merged, previewed };
}

it("says what a merge comes to, and asks which words stay only where they differ", async () => {
  const { merged, previewed } = await showTicked(5);
  fireEvent.click(screen.getByRole("button", { name: "Merge 2 lists" }));
  await screen.findByText("1,204 people");
  expect(screen.getByText("320 of “List b”, 900 of “List a”, 16 in both")).toBeDefined();
  fireEvent.click(screen.getByRole("radio", { name: "Those of the list ticked last: List a" }));
  const name = screen.getByRole("textbox", { name: "Name of the new list" });
  fireEvent.change(name, { target: { value: "Taken" } });
  fireEvent.click(screen.getByRole("button", { name: "Make the list of 1,204 people" }));
  expect((await screen.findByRole("alert")).textContent).toContain("There is a list called “Taken” already.");
  fireEvent.change(name, { target: { value: "Taken no more" } });
  fireEvent.click(screen.getByRole("button", { name: "Make the list of 1,204 people" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(previewed).toEqual([["b", "a"]]);
  expect(merged.map(({ name: as, ids, keep }) => [as, ids.join(), keep])).toEqual([
    ["Taken", "b,a", "last"],
    ["Taken no more", "b,a", "last"],
  ]);
});

it("says how far a long merge is, and goes back to its question when it is stopped", async () => {
  await showTicked(0);
  const stopped = Promise.withResolvers<null>();
  await giveDesk({
    previewMerge: () => Promise.resolve(ok({ people: 1204, inSeveral: 16, differ: 0, columns: [] })),
    mergeLists: async () => ok(await stopped.promise),
    watchNewList: () => Promise.resolve(ok({ done: 200, total: 1220 })),
    stopNewList: () => {
      stopped.resolve(null);
      return Promise.resolve(ok({}));
    },
  });
  fireEvent.click(screen.getByRole("button", { name: "Merge 2 lists" }));
  await screen.findByText("1,204 people");
  fireEvent.click(screen.getByRole("button", { name: "Make the list of 1,204 people" }));
  await screen.findByText(/^16.% is put together$/);
  fireEvent.click(screen.getByRole("button", { name: "Stop" }));
  await screen.findByRole("button", { name: "Make the list of 1,204 people" });
  expect(screen.getByRole("button", { name: "Make no list" })).toBeDefined();
});

it("asks nothing where nobody's words differ", async () => {
  await showTicked(0);
  fireEvent.click(screen.getByRole("button", { name: "Merge 2 lists" }));
  await screen.findByText("1,204 people");
  expect(screen.queryByRole("radio")).toBeNull();
});

it("takes people out of whichever list is chosen, and makes no list of nobody", async () => {
  const { previewed } = await showTicked(0);
  fireEvent.click(screen.getByRole("button", { name: "Subtract" }));
  await screen.findByText("320 of “List b”, 16 of them taken out.");
  fireEvent.click(screen.getByRole("radio", { name: "List a without List b" }));
  await screen.findByText("900 of “List a”, 900 of them taken out.");
  expect(previewed).toEqual([
    ["b", "a"],
    ["a", "b"],
  ]);
  expect(screen.getByRole("textbox", { name: "Name of the new list" }).getAttribute("value")).toBe(
    "List a without List b",
  );
  expect(screen.getByRole("button", { name: /^Make the list of/ }).hasAttribute("disabled")).toBe(true);
});

it("orders by a heading, and the other way when it is pressed again", async () => {
  await showTicked(0);
  const names = () => screen.getAllByRole("button", { name: /^List [abc]$/ }).map((button) => button.textContent);
  expect(names()).toEqual(["List a", "List b", "List c"]);
  fireEvent.click(screen.getByRole("button", { name: "People" }));
  expect(names()).toEqual(["List a", "List b", "List c"]);
  fireEvent.click(screen.getByRole("button", { name: "People" }));
  expect(names()).toEqual(["List c", "List b", "List a"]);
  expect(screen.getByRole("columnheader", { name: "People" }).getAttribute("aria-sort")).toBe("ascending");
});
