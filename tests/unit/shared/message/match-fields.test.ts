import { expect, test } from "vitest";
import { matchFields } from "../../../../shared/message/match-fields.ts";
import { compileTemplate, parseTemplate } from "../../../../shared/message/template.ts";

test("the fields of a template find the columns that mean the same, in any of the languages", () => {
  const columns = ["Телефон", "Ім'я", "Місто", "№ замовлення"];
  expect(matchFields("Hi {Name|friend}, order {Order} from {City}, {Nothing}", columns)).toBe(
    "Hi {Ім'я|friend}, order {№ замовлення} from {Місто}, {Nothing}",
  );
  expect(matchFields("{Імʼя|друже}, {Order no.}", ["First name", "Заказ"])).toBe("{First name|друже}, {Заказ}");
});

test("a field that is a column already stays, and so does everything else", () => {
  expect(matchFields("{name} {{x}} {Client} <Name>", ["Name", "Customer"])).toBe("{name} {{x}} {Name} {Name}");
  expect(matchFields("Hi {Nam", ["Name"])).toBe("Hi {Nam");
  expect(matchFields("Hi {Name}", [])).toBe("Hi {Name}");
});

test("an unknown field is answered with the column that means the same", () => {
  const refused = compileTemplate(parseTemplate("Hi {Name}"), ["Місто", "ПІБ"]);
  expect(!refused.ok && refused.error).toMatchObject([{ kind: "unknown-field", suggestion: "ПІБ" }]);
});
