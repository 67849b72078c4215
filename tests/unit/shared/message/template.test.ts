import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compileTemplate,
  groupTemplate,
  parseTemplate,
  printTemplate,
  renderMessage,
  type Template,
} from "../../../../shared/message/template.ts";
import { isForeign, lengthIn, measureOfCell } from "../../../../shared/message/measure.ts";
import { ok } from "../../../../shared/result.ts";

const columns = ["Name", "Місто", "Order no."];

/** Renders with these cells, or tells the problems. */
function render(text: string, cells: readonly string[]): string | string[] {
  const compiled = compileTemplate(parseTemplate(text, columns), columns);
  if (!compiled.ok) return compiled.error.map((problem) => problem.kind);
  return renderMessage(compiled.value, (column) => cells[column] ?? "");
}

const meaning = ({ segments, problems }: Template) => ({
  segments: segments.map((s) => (s.kind === "text" ? s.text : { name: s.name, fallback: s.fallback })),
  problems: problems.map(({ kind, field }) => ({ kind, field })),
});

test("a cell in which nothing can be seen is an empty one", () => {
  for (const cell of ["\u200b", " \u200e\u200f ", "\ufeff\u00ad", "\u0000"]) {
    expect(render("Hi {Name|friend}", [cell])).toBe("Hi friend");
    expect(measureOfCell(cell, null)).toBe(0);
  }
  expect(render("{Name|friend}", ["\u200eשרה"])).toBe("\u200eשרה");
});

test("letters that come with their accents apart are sent as one, in cells, words and fallbacks", () => {
  // So copied from a PDF; in Unicode it costs more than twice, and looks the same.
  expect(render("Cafe\u0301, {Name|ami\u00e9e}, {Name}", ["Zoe\u0301"])).toBe("Café, Zoé, Zoé");
  expect(render("{Name|ne\u0301e}", [""])).toBe("née");
  expect(lengthIn(measureOfCell("Zoe\u0301", null))).toBe(3);
  expect(isForeign(measureOfCell("Zoe\u0301", null))).toBe(false);
  expect(groupTemplate(parseTemplate("Cafe\u0301"), [])).toEqual(ok("Café"));
});

describe("a template", () => {
  test("is text and fields with their places in the source", () => {
    expect(parseTemplate("Hi {Name|friend}!")).toEqual({
      segments: [
        { kind: "text", text: "Hi ", start: 0, end: 3 },
        { kind: "field", name: "Name", fallback: "friend", start: 3, end: 16 },
        { kind: "text", text: "!", start: 16, end: 17 },
      ],
      problems: [],
    });
  });

  test("names fields in any script, with spaces, in any case and however the letters are composed", () => {
    expect(render("{місто}, { order NO. }, {NAME}", ["Ann", "Київ", "7"])).toBe("Київ, 7, Ann");
    const composed = compileTemplate(parseTemplate("{cafe\u0301}"), ["Café"]);
    expect(composed.ok).toBe(true);
  });

  test("prefers the column written exactly so where two differ only by case", () => {
    const compiled = compileTemplate(parseTemplate("{name}"), ["NAME", "name"]);
    expect(compiled.ok && compiled.value.fields).toEqual([1]);
  });

  test("reaches a column whose heading has braces, bars or line breaks by a space in their place", () => {
    expect(compileTemplate(parseTemplate("{Price USD}"), ["Price\n{USD}"]).ok).toBe(true);
  });

  test("understands <Name> as a field only where a column has that name, and prints it with braces", () => {
    expect(printTemplate(parseTemplate("Hi <name>, 3 <4> 5 <b>", columns))).toBe("Hi {name}, 3 <4> 5 <b>");
    expect(printTemplate(parseTemplate("Hi <Name>"))).toBe("Hi <Name>");
    expect(render("<Name|you>", ["", "", ""])).toBe("you");
  });

  test("takes doubled braces for literal ones", () => {
    expect(render("{{Name}} {{{Name}}} }}", ["Ann"])).toBe("{Name} {Ann} }");
  });

  test.each([
    ["Hi {Name", "unclosed", "{Name"],
    ["Hi {Name\nBye}", "unclosed", "{Name"],
    ["Hi } there", "unexpected-close", "}"],
    ["Hi {}", "empty-field", "{}"],
    ["Hi { |x}", "empty-field", "{ |x}"],
  ])("tells what is wrong with %j and where", (text, kind, field) => {
    const [problem] = parseTemplate(text).problems;
    expect(problem).toEqual({ kind, field, start: 3, end: 3 + field.length, suggestion: null });
  });

  test("prints a half-typed field as it was typed", () => {
    expect(printTemplate(parseTemplate("Hi {Na"))).toBe("Hi {Na");
    expect(printTemplate(parseTemplate("a } b {{ c {} d"))).toBe("a } b {{ c {} d");
  });

  test("suggests the column that was probably meant", () => {
    const refused = compileTemplate(parseTemplate("{Nmae} {Order} {Zzzzzz}"), columns);
    expect(!refused.ok && refused.error.map((problem) => problem.suggestion)).toEqual(["Name", "Order no.", null]);
  });

  test("comes back from being printed with the same meaning, whatever was typed", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "{{",
      "}}",
      "|",
      "<",
      ">",
      "Name",
      "місто",
      " ",
      "\n",
      "a",
      "😀",
      "Order no.",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const parsed = parseTemplate(parts.join(""), columns);
        expect(meaning(parseTemplate(printTemplate(parsed), columns))).toEqual(meaning(parsed));
      }),
      { numRuns: 5_000 },
    );
  });

  test("comes back from being printed, of whatever signs it is made", () => {
    const sign = fc.oneof(
      fc.constantFrom("{", "}", "<", ">", "|", "\n"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
        const printed = printTemplate(parseTemplate(signs.join(""), columns));
        expect(printTemplate(parseTemplate(printed, columns))).toBe(printed);
      }),
      { numRuns: 5_000 },
    );
  });

  test("covers its source without a gap", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("{", "}", "<Name>", "x", "\n", "|"), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const segment of parseTemplate(text, columns).segments) {
          expect(segment.start).toBe(at);
          at = segment.end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});

describe("a rendered message", () => {
  test("uses the fallback for empty and blank cells and leaves white space around a value out", () => {
    expect(render("Hi {Name|friend}!", [" \u00a0"])).toBe("Hi friend!");
    expect(render("Hi {Name|friend}!", [" Ann "])).toBe("Hi Ann!");
    expect(render("Hi {Name}!", [""])).toBe("Hi !");
  });

  test("never reads a value as a template", () => {
    expect(render("Hi {Name}", ["{Order no.}", "", "secret"])).toBe("Hi {Order no.}");
    expect(render("{Name}", ["$& $1 {{x}}"])).toBe("$& $1 {{x}}");
  });

  test("is the text itself where there is no field", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(render(text.replace(/[{}]/g, "$&$&"), [])).toBe(text);
      }),
    );
  });
});

describe("a text for Contact Book lists", () => {
  const fields = [{ id: "388077", name: "First name" }];

  test("has the field's id in braces", () => {
    expect(groupTemplate(parseTemplate("Hi {first name}"), fields)).toEqual({ ok: true, value: "Hi {388077}" });
  });

  test("cannot have a number in literal braces: the service takes it for a field of its own", () => {
    const fields = [{ id: "388077", name: "Name" }];
    const refused = groupTemplate(parseTemplate("{{x}} {Name} {{{{ 5 }}"), fields);
    expect(refused.ok || refused.error).toEqual([
      { kind: "service-field", start: 15, end: 22, field: "{ 5 }", suggestion: null },
    ]);
    expect(groupTemplate(parseTemplate("{{5 {Name} 7}}"), fields)).toEqual(ok("{5 {388077} 7}"));
  });

  test("can have neither fallbacks nor unknown fields", () => {
    const refused = groupTemplate(parseTemplate("{First name|x} {Firstname}"), fields);
    expect(!refused.ok && refused.error.map(({ kind, suggestion }) => [kind, suggestion])).toEqual([
      ["fallback", null],
      ["unknown-field", "First name"],
    ]);
  });
});
