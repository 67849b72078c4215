import { expect, it } from "vitest";
import { readRefusal, refusedRows } from "../../../../electron/bsg/refusal-words.ts";

it("reads the new API's refusals and the old one's", () => {
  expect(readRefusal({ message: "No", errors: { sender: ["Bad", "Worse"], text: "Long" } })).toEqual({
    sentences: ["No", "Bad", "Worse", "Long"],
    fields: ["sender", "text"],
    reason: "No",
  });
  expect(readRefusal({ code: 401, message: "API Key not found" })?.sentences).toEqual(["API Key not found"]);
  expect([readRefusal({}), readRefusal({ message: 5 }), readRefusal("No"), readRefusal(null)]).toEqual(
    Array(4).fill(null),
  );
});

it("maps squeezed paths, and ones that are not squeezed, back to their rows", () => {
  expect(
    refusedRows({
      message: "No",
      errors: {
        messages0phone: ["a"],
        "phones[12].number": ["b"],
        phones7: ["c"],
        sender: ["d"],
        messagesphone: ["e"],
      },
    }),
  ).toEqual([
    { row: 0, field: "phone", sentence: "a" },
    { row: 12, field: "number", sentence: "b" },
    { row: 7, field: "", sentence: "c" },
  ]);
});

it("takes numbers, keys and quoted words out of what it passes on, and shortens it", () => {
  const reason = (message: string) => readRefusal({ message, errors: [] })?.reason;
  expect(reason("Phone 380501234567 and +38 (050) 123 45 67 are bad")).toBe("Phone … and … are bad");
  expect(reason("Key live_abc123-X is unknown")).toBe("Key … is unknown");
  expect(reason("Text 'Dear Olena' isn't allowed, it's “spam”")).toBe("Text “…” isn't allowed, it's “…”");
  expect(reason("At most 10000 phones")).toBe("At most … phones");
  expect(reason("x".repeat(5000))).toHaveLength(200);
});
