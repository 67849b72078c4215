import { describe, expect, it } from "vitest";
import { type ColumnEvidence, guessColumns, uniqueFieldNames } from "../../../../shared/recipients/columns.ts";

const column = (heading: string, phones = 0, filled = 100): ColumnEvidence => ({
  letter: "A",
  heading,
  filled,
  phones,
  wordsBeside: 0,
  manyDigits: phones,
  isCounter: false,
});

const phonesOf = (columns: ColumnEvidence[]): (number | null)[] =>
  guessColumns(columns).map((role) => (role.kind === "phone" ? role.order : null));

describe("guessColumns", () => {
  it("takes the column named so", () => {
    expect(phonesOf([column("Name"), column("Phone", 90), column("City")])).toEqual([null, 0, null]);
  });

  it("takes the column whose cells are numbers where no heading says so", () => {
    expect(phonesOf([column(""), column("", 90), column("", 30)])).toEqual([null, 0, null]);
  });

  it("tries mobiles before other phones, and each kind from left to right", () => {
    expect(phonesOf([column("Phone", 90), column("Mobile", 90), column("Phone 2", 90)])).toEqual([1, 0, 2]);
  });

  it("tries what is called just phone before the phone of somebody or something, and every mobile before both", () => {
    const spouse = column("Телефон чоловіка", 90);
    expect(phonesOf([spouse, column("Телефон", 90)])).toEqual([1, 0]);
    expect(phonesOf([column("Default Address Phone", 90), column("Phone", 50)])).toEqual([1, 0]);
    expect(phonesOf([column("Work phone", 90), column("Phone 1", 90), column("Phone 2", 90)])).toEqual([2, 0, 1]);
    expect(phonesOf([column("Phone", 90), column("Mobile of the family", 90), column("Mobile", 90)])).toEqual([
      2, 1, 0,
    ]);
  });

  it("takes those under the heading beside them, as it stands over merged cells, and tries them last", () => {
    expect(phonesOf([column("Name"), column("Phone", 90), column("", 90, 95), column("", 60)])).toEqual([
      null,
      0,
      1,
      2,
    ]);
    expect(phonesOf([column("Phone", 90), column("", 80), column("Mobile", 90)])).toEqual([1, 2, 0]);
    expect(phonesOf([column("Phone", 90), column("City"), column("", 90)])).toEqual([0, null, null]);
    expect(phonesOf([column("Phone", 90), column("", 30), column("", 90)])).toEqual([0, null, null]);
    expect(phonesOf([column("", 90), column("Phone", 90), column("Number", 90)])).toEqual([null, 0, null]);
  });

  it("tries the phone of the customer, or the main one, no later than another that says nothing of whose it is", () => {
    for (const theirs of ["Телефон клієнта", "Customer's phone", "Телефон покупателя", "Phone of the client"]) {
      expect([theirs, phonesOf([column(theirs, 90), column("Phone", 90)])]).toEqual([theirs, [0, 1]]);
    }
    for (const main of ["Main phone", "Основний телефон", "Contact phone number", "Primary phone"]) {
      expect([main, phonesOf([column(main, 90), column("Phone 2", 90)])]).toEqual([main, [0, 1]]);
    }
    expect(phonesOf([column("Phone", 90), column("Customer phone", 90)])).toEqual([0, 1]);
    expect(phonesOf([column("Family's phone", 90), column("Client's phone", 90)])).toEqual([1, 0]);
  });

  it("tries as many as a telephone's own export has for a person, and no more", () => {
    const many = Array.from({ length: 14 }, (_, at) => column(`Phone ${at + 1} - Value`, 90));
    expect(phonesOf(many)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, null, null]);
  });

  it("never tries the phone of staff, a sender or a driver where the people of the rows have one of their own", () => {
    for (const [staff, own] of [
      ["Телефон сотрудника", "Телефон"],
      ["Телефон відправника", "Телефон отримувача"],
      ["Телефон кур'єра", "Телефон клієнта"],
      ["Mobile of the driver", "Phone"],
      ["Assistant's Phone", "Mobile Phone"],
      ["Team member phone", "Mobile number"],
      ["Emergency phone", "Phone"],
      ["Телефон магазину", "Телефон"],
      ["Тел. лікаря", "Телефон власника"],
      ["Тел. класного керівника, вчителя", "Тел. мами"],
      ["Telefon pracownika", "Nr telefonu klienta"],
      ["Telefon des Fahrers", "Telefon"],
    ] as const) {
      expect([staff, phonesOf([column(staff, 90), column(own, 60)])]).toEqual([staff, [null, 0]]);
    }
  });

  it("takes the phone of staff where the list is about them, or nothing says whose the others are", () => {
    expect(phonesOf([column("Manager"), column("Manager's phone", 90)])).toEqual([null, 0]);
    expect(phonesOf([column("Manager's phone", 90), column("Driver's mobile", 90)])).toEqual([1, 0]);
    expect(phonesOf([column("Doctor's phone", 90), column("Clinic's phone", 90)])).toEqual([0, 1]);
    expect(phonesOf([column("Employee's phone", 90), column("Home phone", 90)])).toEqual([0, 1]);
    expect(phonesOf([column("Driver's phone", 90), column("Phone", 0, 0)])).toEqual([0, null]);
  });

  it("does not take numbers of something else for phones", () => {
    expect(phonesOf([column("Order ID", 100), column("Telefon", 60)])).toEqual([null, 0]);
    expect(phonesOf([column("Total", 100)])).toEqual([null]);
  });

  it("does not believe a heading that its cells contradict", () => {
    expect(phonesOf([column("SMS", 0), column("Reach at", 95)])).toEqual([null, 0]);
  });

  it("takes numbers that follow each other for phones only where there are no others", () => {
    const orders = { ...column("", 100), isCounter: true };
    expect(phonesOf([orders, column("", 90)])).toEqual([null, 0]);
    expect(phonesOf([orders, orders])).toEqual([0, 1]);
    expect(phonesOf([column("Phone", 90), { ...orders, heading: "Phone 2" }])).toEqual([0, 1]);
  });

  it("takes the first column whose numbers stand between words where there is no other", () => {
    const named = { ...column("Client", 10), wordsBeside: 60, manyDigits: 70 };
    expect(phonesOf([column("City"), named, { ...named, heading: "Comment" }])).toEqual([null, 0, null]);
    expect(phonesOf([named, column("Mobile", 0, 0)])).toEqual([0, null]);
    expect(phonesOf([named, column("", 90)])).toEqual([null, 0]);
    expect(phonesOf([named, column("Phone", 90)])).toEqual([null, 0]);
    expect(phonesOf([{ ...named, heading: "Order" }])).toEqual([null]);
    expect(phonesOf([{ ...column("", 0, 2), wordsBeside: 2 }])).toEqual([null]);
  });

  it("takes an empty column named phone when there is no other", () => {
    expect(phonesOf([column("Name"), column("Phone", 0, 0)])).toEqual([null, 0]);
    expect(phonesOf([column("Number", 95), column("Mobile", 0, 0)])).toEqual([0, null]);
  });

  it("believes the heading of numbers that have lost their digits", () => {
    expect(phonesOf([{ ...column("Phone", 0), manyDigits: 100 }])).toEqual([0]);
  });

  it("makes fields of the rest, and leaves an empty column without a heading unused", () => {
    expect(guessColumns([column(" First  name "), column("", 0, 0)])).toEqual([
      { kind: "field", name: "First name" },
      { kind: "unused" },
    ]);
  });
});

describe("uniqueFieldNames", () => {
  const named = (...headings: string[]): string[] =>
    uniqueFieldNames(headings.map((heading, index) => ({ letter: "ABC"[index] ?? "D", heading })));

  it("gives each name once, whatever its case", () => {
    expect(named("Name", "name", "Name 2")).toEqual(["Name", "name 2", "Name 2 2"]);
  });

  it("leaves out what a template uses itself, and names a column without heading by its letter", () => {
    expect(named("{Name}|x", "  ", "A\nB")).toEqual(["Name x", "B", "A B"]);
  });

  it("names 16,384 columns of one heading", () => {
    const names = uniqueFieldNames(Array.from({ length: 16_384 }, () => ({ letter: "A", heading: "x" })));
    expect(new Set(names).size).toBe(16_384);
  });
});
