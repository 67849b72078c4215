import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { AddPerson } from "../../../../../renderer/features/recipients/add-person.tsx";
import { AlikeOffer } from "../../../../../renderer/features/recipients/alike-offer.tsx";
import { ByRow, UnknownCountries } from "../../../../../renderer/features/recipients/check-countries.tsx";
import { CheckNotes } from "../../../../../renderer/features/recipients/check-notes.tsx";
import { Duplicates } from "../../../../../renderer/features/recipients/duplicates.tsx";
import { EditButtons } from "../../../../../renderer/features/recipients/edit-buttons.tsx";
import { ColumnQuestions } from "../../../../../renderer/features/recipients/questions.tsx";
import { TextedLately } from "../../../../../renderer/features/recipients/texted-lately.tsx";
import { encode } from "../../../../unit/renderer/list-worker/text/encode.ts";
import { button, edits, press, type } from "./on-screen.ts";
import { onTheDraft, openedDraft } from "./opened-draft.tsx";

afterEach(cleanup);

const list =
  "Name;Phone;City\nOlena;0671234567;Kiev\nOlena K;380671234567;\nIhor;none;kiev\nTaras;none;Lviv\nJan;48512345678;Krakow\n";
const abroad = "Name;Country;Phone\nJan;Poland;501 234 567\nOlena;;0671234567\nEwa;Polnad;0501234569\n";

describe("all like this", () => {
  test("is offered after a correction, and gone when it is taken or left", async () => {
    const draft = await openedDraft(list);
    onTheDraft(draft, () => <AlikeOffer />);
    expect(screen.queryByRole("button")).toBeNull();
    await draft.recipients.correct({ row: 4, column: 1, before: "none", value: "0501112233" });
    await waitFor(() => expect(screen.getByText("“none” became “0501112233”.")).toBeDefined());
    press("Only this one");
    expect(screen.queryByRole("button")).toBeNull();
    await draft.recipients.correct({ row: 4, column: 1, before: "none", value: "0501112234" });
    await waitFor(() => press("Change the other cell like this as well"));
    await waitFor(() => expect(edits(draft).map(({ kind }) => kind)).toEqual(["cell", "cell", "replace"]));
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("duplicates", () => {
  test("say what differs; first, last and the gaps are a click each", async () => {
    const draft = await openedDraft(list);
    onTheDraft(draft, ({ state }) => <Duplicates state={state} filtered />);
    expect(screen.getByRole("status").textContent).toContain("Row 3 has Name “Olena K”, row 2 “Olena”.");
    press("Take the last instead");
    await waitFor(() =>
      expect(screen.getByRole("status").textContent).toContain("The last row of each number is texted."),
    );
    press("Fill 1 empty cell from the others");
    await waitFor(() => expect(edits(draft).at(-1)).toEqual({ kind: "duplicates", keep: "last", fill: true }));
    await waitFor(() => press("Leave empty cells empty"));
    await waitFor(() => expect(edits(draft).at(-1)).toEqual({ kind: "duplicates", keep: "last", fill: false }));
  });
});

describe("numbers that only a plus makes one", () => {
  test("are one question for the column, whose answer is kept as an edit", async () => {
    const draft = await openedDraft(list);
    onTheDraft(draft, ({ state }) => (
      <ColumnQuestions questions={state.questions} toDecide={state.sum["to-decide"]} onShow={() => undefined} />
    ));
    expect(screen.getByRole("status").textContent).toContain("1 number does not exist in Ukraine.");
    expect(screen.getByRole("status").textContent).toContain("48512345678 is +48512345678 in Poland.");
    press("Take 1 number with +");
    await waitFor(() =>
      expect(edits(draft)).toEqual([{ kind: "answer", question: "with-plus:UA", choice: "international" }]),
    );
    expect(draft.store.getState().list?.state.people).toBe(2);
  });
});

describe("a person added by hand", () => {
  test("is shown as they will be texted, and is one row more of the sum", async () => {
    const draft = await openedDraft(list);
    onTheDraft(draft, ({ understood }) => (
      <AddPerson understood={understood} onAdded={() => undefined} onClose={() => undefined} />
    ));
    expect(screen.getByText("Without a country code it is a number of Ukraine.")).toBeDefined();
    type("Phone", "067 12");
    await waitFor(() => expect(screen.getByText("5 digits too short for Ukraine.")).toBeDefined());
    expect(button("Add this person").hasAttribute("disabled")).toBe(true);
    type("Phone", "050 111 22 33");
    await waitFor(() => expect(screen.getByText("Will be texted as 380501112233")).toBeDefined());
    type("Name", "Nadiia");
    press("Add this person");
    await waitFor(() => expect(edits(draft)).toEqual([{ kind: "add-row", values: ["Nadiia", "+380501112233", ""] }]));
    expect(draft.store.getState().list?.state).toMatchObject({ added: 1, sum: { rows: 6 } });
  });

  test("has a number of the country that is typed beside it, and hears when that is none", async () => {
    const draft = await openedDraft(abroad);
    onTheDraft(draft, ({ understood }) => (
      <AddPerson understood={understood} onAdded={() => undefined} onClose={() => undefined} />
    ));
    type("Phone", "501 234 568");
    await waitFor(() => expect(screen.getByText("Will be texted as 380501234568")).toBeDefined());
    type("Country", "Polnad");
    await waitFor(() => expect(screen.getByText(/read as one of Ukraine/)).toBeDefined());
    type("Country", "Polska");
    await waitFor(() => expect(screen.getByText("Will be texted as 48501234568")).toBeDefined());
    expect(screen.queryByText(/read as one of/)).toBeNull();
    press("Add this person");
    await waitFor(() => expect(edits(draft)).toEqual([{ kind: "add-row", values: ["", "Polska", "+48501234568"] }]));
  });
});

describe("a column that names the country of each row", () => {
  test("is told of in the check, with the rows whose country nobody knows", async () => {
    const draft = await openedDraft(abroad);
    onTheDraft(draft, ({ understood }) => (
      <>
        <ByRow understood={understood} />
        <UnknownCountries understood={understood} />
      </>
    ));
    const sentence =
      "Numbers without a country code are read by the country of their row, column B “Country”; where it is empty, the country is Ukraine.";
    expect(screen.getByText(sentence)).toBeDefined();
    expect(screen.getByRole("status").textContent).toContain("1 row names a country that is not known here: “Polnad”.");
  });

  test("leaves a question for the rows whose country nobody knows, until it is answered", async () => {
    const draft = await openedDraft(abroad);
    onTheDraft(draft, ({ state }) => (
      <ColumnQuestions questions={state.questions} toDecide={state.sum["to-decide"]} onShow={() => undefined} />
    ));
    expect(screen.getByRole("status").textContent).toContain(
      "0501234569, in a row that says “Polnad”, would be 380501234569 in Ukraine.",
    );
    press("Leave out 1 number");
    await waitFor(() => expect(edits(draft)).toEqual([{ kind: "answer", question: "row-country:UA", choice: "none" }]));
    expect(draft.store.getState().list?.state.people).toBe(2);
  });
});

describe("people texted lately", () => {
  test("are named with their number of days and left out with a click", async () => {
    const draft = await openedDraft(list, { textedLately: ["380671234567", "380991112233"] });
    onTheDraft(draft, ({ state }) => (
      <TextedLately people={state.textedLately} planned={state.toBeTexted} shown={false} onShow={() => undefined} />
    ));
    expect(screen.getByText("1 of these people was texted in the last 7 days.")).toBeDefined();
    press("Leave out 1 person");
    await waitFor(() => expect(screen.queryByRole("status")).toBeNull());
    expect(draft.store.getState().list?.state).toMatchObject({ people: 0, leftOutByHand: 1 });
  });
});

describe("people who are only to get a text that is planned", () => {
  test("are named as that, and left out with a click", async () => {
    const draft = await openedDraft(list, { toBeTexted: ["380671234567"] });
    onTheDraft(draft, ({ state }) => (
      <TextedLately people={state.textedLately} planned={state.toBeTexted} shown={false} onShow={() => undefined} />
    ));
    expect(screen.getByText("1 of these people is to get another text from you that is planned.")).toBeDefined();
    press("Leave out 1 person");
    await waitFor(() => expect(draft.store.getState().list?.state).toMatchObject({ people: 0, toBeTexted: 0 }));
  });

  test("are named beside those who had one", async () => {
    const draft = await openedDraft("Phone,Name\n0671234567,Olena\n0501234567,Taras\n", {
      textedLately: ["380671234567"],
      toBeTexted: ["380501234567"],
    });
    onTheDraft(draft, ({ state }) => (
      <TextedLately people={state.textedLately} planned={state.toBeTexted} shown={false} onShow={() => undefined} />
    ));
    expect(screen.getByText("1 of these people was texted in the last 7 days.")).toBeDefined();
    expect(screen.getByText("1 more is to get a text that is planned.")).toBeDefined();
    expect(screen.getByText("Leave out 2 people")).toBeDefined();
  });
});

describe("undo and redo", () => {
  test("work by key as on each system, but not from within a field of text", async () => {
    const draft = await openedDraft(list);
    onTheDraft(draft, () => (
      <>
        <EditButtons />
        <input aria-label="Search" />
      </>
    ));
    const { recipients, store } = draft;
    const undone = () => store.getState().list?.state.undone;
    await recipients.edit({ kind: "leave-out", rows: [2], out: true });
    fireEvent.keyDown(screen.getByRole("textbox"), { code: "KeyZ", ctrlKey: true });
    expect(edits(draft)).toHaveLength(1);
    for (const again of [
      { code: "KeyY", ctrlKey: true },
      { code: "KeyZ", ctrlKey: true, shiftKey: true },
      { code: "KeyZ", metaKey: true, shiftKey: true },
    ]) {
      fireEvent.keyDown(document.body, { code: "KeyZ", ctrlKey: true });
      await waitFor(() => expect([edits(draft).length, undone()]).toEqual([0, 1]));
      fireEvent.keyDown(document.body, again);
      await waitFor(() => expect([edits(draft).length, undone()]).toEqual([1, 0]));
    }
    expect(screen.queryByRole("button", { name: /^Redo/ })).toBeNull();
    await recipients.undo();
    await waitFor(() => fireEvent.click(screen.getByRole("button", { name: /^Redo/ })));
    await waitFor(() => expect(edits(draft)).toHaveLength(1));
  });
});

describe("the check", () => {
  const matching = {
    fingerprint: JSON.stringify(["name", "phone", "city"]),
    columns: [{ kind: "unused" as const }, { kind: "phone" as const, order: 0 }, { kind: "unused" as const }],
  };

  test("says that the columns are matched as in an earlier file, and has them matched anew", async () => {
    const draft = await openedDraft(list, { matchings: [matching] });
    onTheDraft(draft, ({ understood }) => <CheckNotes understood={understood} />);
    expect(screen.getByText("The columns are matched as in your last file with these headings.")).toBeDefined();
    press("Match anew");
    await waitFor(() => expect(screen.queryByRole("status")).toBeNull());
    expect(await draft.list.fields()).toEqual(["Name", "City"]);
  });

  test("names both encodings of a file whose lines are in two", async () => {
    const utf8 = new TextEncoder().encode("Імʼя;Телефон\nОлена;0671234567\nЮлія;0671234568\n");
    const bytes = Uint8Array.from([...utf8, ...encode("Петро;0671234569\n", "windows-1251")]);
    const draft = await openedDraft("", { bytes });
    onTheDraft(draft, ({ understood }) => <CheckNotes understood={understood} />);
    expect(screen.getByRole("status").textContent).toContain("Most are Any language (UTF-8), some Cyrillic (Windows).");
  });
});
