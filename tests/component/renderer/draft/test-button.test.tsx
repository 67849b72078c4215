import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { DraftStore } from "../../../../renderer/draft/draft-store.ts";
import { type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import { TestButton } from "../../../../renderer/draft/test-button.tsx";
import { DraftContext } from "../../../../renderer/draft/use-draft.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { reviewSettings } from "../../../../shared/library/draft.ts";
import type { Money } from "../../../../shared/money.ts";
import { err, ok } from "../../../../shared/result.ts";
import { giveDesk } from "../fake-desk.ts";
import { onTheDesk } from "../on-the-desk.tsx";

afterEach(cleanup);

const review = reviewSettings.parse({ sender: "Flora" });
const written = (text: string) => ({ text, review }) as unknown as DraftState["draft"];
const tallied = (tally: Partial<DraftState["tally"]>) =>
  ({ problems: [], overLimit: null, emptyText: null, ...tally }) as unknown as DraftState["tally"];

/** The button of a draft with one field, "Name", and Olena as its first person. */
function shown(text: string) {
  const list = { fields: ["Name"], state: { people: 2 }, revision: 1 } as unknown as DraftState["list"];
  const store = createStore<DraftState>(() => ({ ...unopened, draft: written(text), list, tally: tallied({}) }));
  const worker = { preview: (template: string) => Promise.resolve({ text: template.replace("{Name}", "Olena") }) };
  onTheDesk(
    <DraftContext value={{ store, list: worker } as unknown as DraftStore}>
      <TestButton onOpen={() => undefined} />
    </DraftContext>,
  );
  return { store, button: () => screen.queryByRole("button", { name: "Send a test to me" }) };
}

test("a text that nobody gets is not offered as a test: with a field that is none, too long or empty for somebody", async () => {
  await giveDesk({});
  const { store, button } = shown("Hello, {Nmae}");
  expect(button()).toBeNull();
  act(() => store.setState({ draft: written("Hello, {Name}") }));
  expect(button()).not.toBeNull();
  act(() => store.setState({ tally: tallied({ overLimit: { people: 1, first: 0 } }) }));
  expect(button()).toBeNull();
  act(() => store.setState({ tally: tallied({ emptyText: { people: 1, first: 0 } }) }));
  expect(button()).toBeNull();
});

test("where the price has risen since it was asked, the button of the test names the new one", async () => {
  const prices: Money[] = [22_600, 45_200].map((millionths) => ({ millionths, currency: "EUR" }));
  const offered: Money[] = [];
  await giveDesk({
    quoteTest: async () => ok({ price: prices[offered.length]! }),
    sendTest: async ({ price }) => {
      offered.push(price);
      return offered.length === 1 ? err(appErrorOf("review.price-higher")) : ok({ campaignId: "c2" });
    },
    changeSettings: async () => err(appErrorOf("internal")),
  });
  shown("Hello, {Name}");
  fireEvent.click(screen.getByRole("button", { name: "Send a test to me" }));
  fireEvent.change(await screen.findByLabelText("My number"), { target: { value: "+380 67 123 45 67" } });
  fireEvent.click(await screen.findByRole("button", { name: "Send the test for €0.0226" }));
  fireEvent.click(await screen.findByRole("button", { name: "Send the test for €0.0452" }));
  await waitFor(() => expect(offered).toEqual(prices));
});

test("Enter in the number of a test that was sent sends no second one", async () => {
  let sent = 0;
  await giveDesk({
    quoteTest: async () => ok({ price: { millionths: 22_600, currency: "EUR" } }),
    sendTest: async () => ok({ campaignId: `c${++sent}` }),
    changeSettings: async () => err(appErrorOf("internal")),
  });
  shown("Hello, {Name}");
  fireEvent.click(screen.getByRole("button", { name: "Send a test to me" }));
  const number = await screen.findByLabelText("My number");
  fireEvent.change(number, { target: { value: "+380 67 123 45 67" } });
  await screen.findByRole("button", { name: "Send the test for €0.0226" });
  // What Enter does in the only text field of a form.
  const enter = () => fireEvent.submit(number.closest("form")!);
  enter();
  await screen.findByRole("button", { name: "Watch it arrive" });
  enter();
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(sent).toBe(1);
});
