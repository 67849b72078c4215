import { describe, expect, it } from "vitest";
import { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { cellsOf, openList, sourceOf } from "./open-list.ts";

const list =
  "Name;Mobile;Phone;City\nAnna;0671234567;;Kyiv\nPetro;;+380501234567;Lviv\nAnna again;380671234567;;Odesa\n" +
  "Olha;12345;0631234567;Kyiv\nNobody;;;\nWrong;hello;;Lviv\nStopped;0991234567;;Kyiv\n";
const neverText = { numbers: ["380991234567"], since: ["2026-01-02"] };

describe("ListEngine", () => {
  it("gives every row one verdict, and they add up to the rows of the file", async () => {
    const { engine } = await openList(list, { neverText });
    const { sum, people } = await engine.state();
    expect(sum).toEqual({
      rows: 7,
      ready: 0,
      repaired: 3,
      "to-decide": 0,
      duplicate: 1,
      invalid: 1,
      empty: 1,
      "never-text": 1,
    });
    expect(people).toBe(3);
  });

  it("takes the first valid phone in the order of the columns", async () => {
    const { engine } = await openList(list);
    const { rows } = await engine.rows({ filter: "all", search: "Olha", offset: 0, limit: 5 });
    expect(rows[0]).toMatchObject({
      row: 5,
      phone: "0631234567",
      phoneColumn: 2,
      digits: "380631234567",
      verdict: "repaired",
    });
  });

  it("says of a duplicate which row is kept, and keeps the last instead when asked", async () => {
    const { engine } = await openList(list);
    const before = await engine.rows({ filter: "duplicate", search: "", offset: 0, limit: 5 });
    expect(before.rows.map(({ row, reasons }) => [row, reasons[0]])).toEqual([
      [4, { code: "duplicate-of", params: { row: 2 } }],
    ]);
    expect((await engine.state()).duplicatesDiffer).toBe(1);
    await engine.applyEdit({ kind: "duplicates", keep: "last" });
    const after = await engine.rows({ filter: "duplicate", search: "", offset: 0, limit: 5 });
    expect(after.rows.map(({ row }) => row)).toEqual([2]);
  });

  it("says since when a number is on the never-text list", async () => {
    const { engine } = await openList(list, { neverText });
    const { rows } = await engine.rows({ filter: "never-text", search: "", offset: 0, limit: 5 });
    expect(rows[0]?.reasons[0]).toEqual({ code: "never-text", params: { since: "2026-01-02" } });
    expect((await engine.setNeverText({ numbers: [], since: [] })).sum["never-text"]).toBe(0);
  });

  it("never texts the duplicate of a row that was left out by hand", async () => {
    const { engine } = await openList(list);
    const state = await engine.applyEdit({ kind: "leave-out", rows: [2], out: true });
    expect(state).toMatchObject({ people: 3, leftOutByHand: 1, sum: { rows: 7, duplicate: 1 } });
    expect((await engine.people(0)).numbers).not.toContain("380671234567");
  });

  it("numbers rows typed by hand after the last row of the file", async () => {
    const { engine } = await openList(list);
    await engine.applyEdit({ kind: "add-row", values: ["New", "0931234567"] });
    const { rows } = await engine.rows({ filter: "all", search: "new", offset: 0, limit: 5 });
    expect(rows[0]).toMatchObject({ row: 9, digits: "380931234567", cells: ["New", "0931234567", "", ""] });
  });

  it("finds rows by words in any column and by digits however they are written", async () => {
    const { engine } = await openList(list);
    const find = async (search: string) =>
      (await engine.rows({ filter: "all", search, offset: 0, limit: 9 })).rows.map(({ row }) => row);
    expect(await find("kyiv anna")).toEqual([2]);
    expect(await find("+380 (50) 123")).toEqual([3]);
    expect(await engine.find("lviv", 10)).toEqual([1]);
  });

  it("hands people over with their fields, by column", async () => {
    const { engine } = await openList(list);
    expect(await engine.people(0)).toEqual({
      offset: 0,
      last: true,
      columns: ["Name", "City"],
      numbers: ["380671234567", "380501234567", "380631234567", "380991234567"],
      rows: [2, 3, 5, 8],
      cells: [
        ["Anna", "Petro", "Olha", "Stopped"],
        ["Kyiv", "Lviv", "Kyiv", "Kyiv"],
      ],
      phones: {
        columns: ["Mobile", "Phone"],
        cells: [
          ["0671234567", "", "12345", "0991234567"],
          ["", "+380501234567", "0631234567", ""],
        ],
      },
    });
  });

  it("counts the message of every person, with corrected cells", async () => {
    const { engine } = await openList(list);
    expect(await engine.tally("Hi {Name}")).toMatchObject({ people: 4, parts: 4, problems: [] });
    await engine.applyEdit({ kind: "cell", row: 2, column: 0, value: "Анна" });
    expect((await engine.preview("Hi {Name}", 0))?.text).toBe("Hi Анна");
    expect((await engine.tally("Hi {Name}")).buckets).toHaveLength(2);
    expect((await engine.tally("Hi {Nmae}")).problems[0]).toMatchObject({ kind: "unknown-field", suggestion: "Name" });
  });

  it("gives one digest for what will be sent, another for any change, none for a faulty text", async () => {
    const { engine } = await openList(list);
    const digest = await engine.digest("Hi {Name}");
    expect(digest).toMatch(/^[\da-f]{64}$/);
    expect(await engine.digest("Hi {Name}")).toBe(digest);
    await engine.applyEdit({ kind: "leave-out", rows: [3], out: true });
    expect(await engine.digest("Hi {Name}")).not.toBe(digest);
    expect(await engine.digest("Hi {Name")).toBe("");
  });

  it("keeps the earlier list when another file cannot be read", async () => {
    const { engine } = await openList(list);
    expect((await engine.open(sourceOf("%PDF-1.4"))).ok).toBe(false);
    expect((await engine.state()).sum.rows).toBe(7);
  });

  it("reads the same bytes with other switches", async () => {
    const { engine, understood } = await openList(list);
    const columns = understood.columns.map(({ role }) => role);
    const swapped = await engine.reread({
      ...understood.reading,
      columns: columns.with(1, { kind: "field", name: "Mobile" }),
    });
    expect(swapped.ok && swapped.value.columns[1]?.role).toEqual({ kind: "field", name: "Mobile" });
    expect((await engine.people(0)).numbers).toEqual(["380501234567", "380631234567"]);
  });

  it("reads a sheet without phones: nobody to text, and no error", async () => {
    const { engine, understood } = await openList("Name,City\nAnna,Kyiv\nPetro,Lviv\n");
    expect(understood.columns.some(({ role }) => role.kind === "phone")).toBe(false);
    expect(await engine.state()).toMatchObject({ people: 0, sum: { rows: 2, empty: 2 } });
  });

  it("names cells that have lost their digits", async () => {
    const { engine } = await openList("Name;Phone\nAnna;3,80501E+11\nPetro;0671234567\nOlha;0501234567\n");
    expect((await engine.state()).lostDigits).toEqual({ count: 1, sample: "3,80501E+11" });
    const mended = await engine.applyEdit({ kind: "cell", row: 2, column: 1, value: "0671112233" });
    expect(mended.lostDigits).toEqual({ count: 0, sample: null });
  });

  it("takes the numbers of a saved list for ready as they stand, and judges all else as in any other", async () => {
    const saved =
      "Phone,Name\n+380671234567,Anna\n+48512345678,Jan\n+380442350118,Office\n+380671234567,Twice\n067,Bad\n";
    const { engine } = await openList(saved, { checked: true });
    expect((await engine.state()).sum).toMatchObject({ rows: 5, ready: 3, repaired: 0, duplicate: 1, invalid: 1 });
    const { rows } = await engine.rows({ filter: "ready", search: "", offset: 0, limit: 9 });
    expect(rows.map(({ digits, reasons, warning }) => [digits, reasons, warning])).toEqual([
      ["380671234567", [], null],
      ["48512345678", [], null],
      ["380442350118", [], "landline"],
    ]);
  });

  it("guesses the country from the numbers that name theirs", async () => {
    const { understood } = await openList("Phone\n+48512345678\n+48601234567\n+48502345678\n512345679\n");
    expect(understood.reading.defaultCountry).toBe("PL");
  });

  it("takes the answer for rows too that had another number until then, so that what is shown is what is texted", async () => {
    const { engine } = await openList(
      "Name,Mobile,Phone\nAnna,8 067 123 45 67,0501112233\nOlha,8 067 123 45 68; 0501112244,\nIvan,80671234569,\n",
    );
    expect((await engine.people(0)).numbers).toEqual(["380501112233", "380501112244"]);
    await engine.applyEdit({ kind: "answer", question: "trunk-8:UA-RU", choice: "UA" });
    expect((await engine.people(0)).numbers).toEqual(["380671234567", "380671234568", "380671234569"]);
    const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 9 });
    expect(rows.map(({ digits, offered }) => [digits, offered])).toEqual([
      ["380671234567", null],
      ["380671234568", "380501112244"],
      ["380671234569", null],
    ]);
    await engine.undoEdit();
    expect((await engine.people(0)).numbers).toEqual(["380501112233", "380501112244"]);
  });

  it("asks once for a whole column, and takes the answer for all of its rows", async () => {
    const { engine } = await openList(
      "Name;Phone\nAnna;8 (926) 123-45-67\nPetro;8 926 765 43 21\nOlha;+380671234567\n",
    );
    const { questions, sum } = await engine.state();
    const [question] = questions;
    if (!question) return expect(sum["to-decide"]).toBe(0);
    expect(question.people).toBe(sum["to-decide"]);
    const choice = question.choices[0]?.id ?? "";
    const state = await engine.applyEdit({ kind: "answer", question: question.id, choice });
    expect(state.sum["to-decide"]).toBe(0);
    expect(state.questions).toEqual([]);
  });

  it("shows cells without a list as nothing, and still counts a text", async () => {
    const engine = new ListEngine(() => {});
    expect(await cellsOf(engine)).toEqual([]);
    expect(await engine.tally("Hi {Name")).toMatchObject({ people: 0, problems: [{ kind: "unclosed" }] });
  });
});
