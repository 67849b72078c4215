import { expect, test } from "vitest";
import { tableColumns } from "../../../../../renderer/features/recipients/table-columns.ts";
import type { ColumnView } from "../../../../../renderer/list-worker/protocol.ts";

const field = { kind: "field", name: "Field" } as const;
const numbering: ColumnView = { letter: "A", heading: "№", role: field, samples: ["1", "2", "3"] };
const country: ColumnView = {
  letter: "B",
  heading: "Country",
  role: { kind: "country", name: "Country" },
  samples: ["Poland"],
};
const phone: ColumnView = {
  letter: "C",
  heading: "Phone",
  role: { kind: "phone", order: 0 },
  samples: ["067 123 45 67"],
};
const name: ColumnView = { letter: "D", heading: "Ім'я", role: field, samples: ["", "Олена"] };

const order = (columns: ColumnView[]) =>
  tableColumns({ columns }).map((column) => (column.kind === "cell" ? column.heading : column.kind));

test("beside the phone stands who it is, not the number of a line nor a country", () => {
  expect(order([numbering, country, phone, name])).toEqual([
    "row",
    "Ім'я",
    "phone",
    "texted",
    "happened",
    "№",
    "Country",
  ]);
});

test("a name in any language of the program's users goes before a title, an address and a column without a heading", () => {
  const cell = (heading: string, sample: string): ColumnView => ({
    letter: "E",
    heading,
    role: field,
    samples: [sample],
  });
  const leading = (...columns: ColumnView[]) => order([...columns, phone])[1];
  expect(leading(cell("Title", "Mr."), cell("First Name", "Jan"))).toBe("First Name");
  expect(leading(cell("Anrede", "Frau"), cell("Nachname", "Groß"), cell("Vorname", "Käthe"))).toBe("Nachname");
  expect(leading(cell("", "vip"), cell("Imię", "Ola"))).toBe("Imię");
  expect(leading(cell("E-mail", "o@x.ua"), cell("Кого питати", "Оля"))).toBe("Кого питати");
  expect(leading(cell("Група", "А-1"), cell("ПІБ учня", "Оля"))).toBe("ПІБ учня");
  expect(leading(cell("Group name", "A"), cell("Name", "Oak"))).toBe("Name");
  expect(leading(cell("First Name", ""), cell("Company", "Oak"))).toBe("Company");
});

test("where no field tells who it is, the first one stands there", () => {
  expect(order([numbering, phone, country])).toEqual(["row", "№", "phone", "texted", "happened", "Country"]);
});
