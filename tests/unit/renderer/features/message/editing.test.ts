import { expect, test } from "vitest";
import { moveWords } from "../../../../../renderer/features/message/drag-words.ts";
import { matchingFields, openField, placeForField } from "../../../../../renderer/features/message/field-completion.ts";
import { chipAround, chipBeside } from "../../../../../renderer/features/message/text-chips.ts";
import { textSpans } from "../../../../../renderer/features/message/text-spans.ts";

const fields = ["Name", "City", "Company name"];

test("a brace opens a field until it is closed, and a doubled one opens none", () => {
  expect(openField("Hi {na", 6)).toEqual({ start: 3, caret: 6, typed: "na" });
  expect(openField("Hi {{na", 7)).toBeNull();
  expect(openField("Hi {{{na", 8)).toEqual({ start: 5, caret: 8, typed: "na" });
  expect(openField("Hi {Name} you", 13)).toBeNull();
  expect(openField("Hi {Name|fr", 11)).toBeNull();
  expect(openField("Hi {\nna", 7)).toBeNull();
});

test("fields that begin as typed are offered before those that only contain it", () => {
  expect(matchingFields(fields, "NA")).toEqual(["Name", "Company name"]);
  expect(matchingFields(fields, "")).toEqual(fields);
});

test("a field that is chosen takes the place of one that was begun, and of no other words", () => {
  const put = (text: string, start: number, end = start) => {
    const place = placeForField(text, fields, { start, end });
    return `${text.slice(0, place.start)}{Name}${text.slice(place.end)}`;
  };
  expect(put("Hi {", 4)).toBe("Hi {Name}");
  expect(put("Hi {na, you", 6)).toBe("Hi {Name}, you");
  expect(put("Hi {}, you", 4)).toBe("Hi {Name}, you");
  expect(put("Hi you", 3, 6)).toBe("Hi {Name}");
  expect(put("Pay {50 now ", 12)).toBe("Pay {50 now {Name}");
  expect(put("Hi {{", 5)).toBe("Hi {{{Name}");
});

test("a chip is found beside the caret and around it", () => {
  const text = "Hi {Name|friend}, {City}";
  expect(chipBeside(text, fields, 16, false)).toEqual({ start: 3, end: 16 });
  expect(chipBeside(text, fields, 3, true)).toEqual({ start: 3, end: 16 });
  expect(chipBeside(text, fields, 10, false)).toBeNull();
  expect(chipAround(text, fields, 10)).toEqual({ start: 3, end: 16 });
  expect(chipAround(text, fields, 17)).toBeNull();
});

test("what the editor draws is the text itself, cut into chips, marks and places with a problem", () => {
  const text = "Hi {Name}… Hеllo {Nmae} “x”";
  const spans = textSpans(text, fields, [{ start: 17, end: 23 }]);
  expect(spans.map((span) => span.text).join("")).toBe(text);
  expect(spans.filter(({ kind }) => kind !== "text").map(({ kind, text: drawn }) => [kind, drawn])).toEqual([
    ["field", "{Name}"],
    ["mark", "…"],
    ["mark", "е"],
    ["problem", "{Nmae}"],
    ["mark", "“"],
    ["mark", "”"],
  ]);
});

test("emoji and signs are marked where nothing else makes the text a Unicode one, each sequence as one", () => {
  const marked = (text: string) =>
    textSpans(text, fields, [])
      .filter(({ kind }) => kind === "mark")
      .map(({ text: drawn }) => drawn);
  expect(marked("Sale 👩\u200d👧 {Name}, № 5 “now” ❤️")).toEqual(["👩\u200d👧", "№", "“", "”", "❤️"]);
  expect(marked("Знижка 👧 № 5…")).toEqual(["…"]);
  expect(marked("Zażółć 👧")).toEqual([]);
});

test("dragged words move with one replacement, and never into the middle of a chip", () => {
  const text = "Hi {Name|friend}, see you in {City}.";
  const after = (from: [number, number], place: number) => {
    const move = moveWords(text, fields, { start: from[0], end: from[1] }, place);
    if (move === null) return null;
    const moved = text.slice(0, move.start) + move.words + text.slice(move.end);
    return [moved, moved.slice(move.moved.start, move.moved.end)];
  };
  expect(after([29, 35], 3)).toEqual(["Hi {City}{Name|friend}, see you in .", "{City}"]);
  // Within the other chip: before or after it, whichever is nearer.
  expect(after([29, 35], 5)).toEqual(after([29, 35], 3));
  expect(after([29, 35], 14)).toEqual(["Hi {Name|friend}{City}, see you in .", "{City}"]);
  expect(after([3, 16], 36)).toEqual(["Hi , see you in {City}.{Name|friend}", "{Name|friend}"]);
  expect(after([3, 16], 9)).toBeNull();
  expect(after([3, 3], 20)).toBeNull();
});
