import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readTemplateFile,
  templateFileLimits,
  writeTemplateFile,
  type FiledTemplate,
} from "../../../../shared/message/template-file.ts";

const headings: [string, string] = ["Name", "Text"];
const read = readTemplateFile;
const all = (templates: FiledTemplate[], leftOut = 0) => ({ ok: true, value: { templates, leftOut } });

describe("a file of templates", () => {
  test("comes back from being written as it was, whatever is in it", () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...Array.from("'=+-@\t\n\r\",;{}|ж😀 a")),
        fc.string({ unit: "grapheme", maxLength: 1 }),
      ),
      maxLength: 30,
    });
    const name = words.map((text) => `n${text}`.trim()).filter((text) => !text.includes("\0"));
    const text = words.filter((given) => given.trim() !== "" && !given.includes("\0"));
    fc.assert(
      fc.property(fc.array(fc.record({ name, text }), { minLength: 1, maxLength: 6 }), (templates: FiledTemplate[]) => {
        // A text has one kind of line break, that of its field on the screen.
        const wanted = templates.map((template) => ({ ...template, text: template.text.replace(/\r\n?/g, "\n") }));
        expect(read(writeTemplateFile(templates, headings))).toEqual(all(wanted));
      }),
      { numRuns: 2_000 },
    );
  });

  test("runs nothing in a spreadsheet", () => {
    const file = writeTemplateFile([{ name: "=cmd", text: "+380 call {Name}" }], headings);
    expect(file).toBe('\ufeff"Name","Text"\r\n"\'=cmd","\'+380 call {Name}"\r\n');
    expect(read(file)).toEqual(all([{ name: "=cmd", text: "+380 call {Name}" }]));
  });

  test("may come from Excel with semicolons or tabs and without quotes", () => {
    const sale = all([{ name: "Sale", text: "20% off, until Sunday" }]);
    expect(read("Name;Text\nSale;20% off, until Sunday\n\n")).toEqual(sale);
    expect(read("Name\tText\r\nSale\t20% off, until Sunday")).toEqual(sale);
    expect(read("sep=;\r\nName;Text\r\nSale;20% off, until Sunday")).toEqual(sale);
    expect(read('\ufeff"sep=|"\nName|Text\nSale|20% off, until Sunday')).toEqual(sale);
  });

  test("leaves out rows without a name or a text and those that are too long, and tells how many", () => {
    const long = "x".repeat(templateFileLimits.text + 1);
    expect(read(`Name,Text\n,a\nb,\n"c","${long}"\n,\n\nd,fine`)).toEqual(all([{ name: "d", text: "fine" }], 3));
    const many = Array.from({ length: templateFileLimits.templates + 2 }, (_, index) => `n${index},text`);
    const first = read(`Name,Text\n${many.join("\n")}`);
    expect(first.ok && [first.value.templates.length, first.value.leftOut]).toEqual([templateFileLimits.templates, 2]);
  });

  test("is refused when it is no such file", () => {
    expect(read("")).toEqual({ ok: false, error: "empty" });
    expect(read("Name,Text\n")).toEqual({ ok: false, error: "empty" });
    expect(read("just words")).toEqual({ ok: false, error: "not-templates" });
    expect(read("PK\u0003\u0004\0")).toEqual({ ok: false, error: "not-text" });
    expect(read("x".repeat(templateFileLimits.bytes + 1))).toEqual({ ok: false, error: "too-large" });
  });
});
