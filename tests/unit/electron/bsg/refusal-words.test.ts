import { expect, it } from "vitest";
import { readRefusal } from "../../../../electron/bsg/refusal-words.ts";

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

it("squeezes paths as the service does, also where it does not", () => {
  const errors = { messages0phone: "a", "phones[12].number": "b" };
  expect(readRefusal({ message: "No", errors })?.fields).toEqual(["messages0phone", "phones12number"]);
});

it("takes numbers, keys and quoted words out of what it passes on, and shortens it", () => {
  const reason = (message: string) => readRefusal({ message, errors: [] })?.reason;
  expect(reason("Phone 380501234567 and +38 (050) 123 45 67 are bad")).toBe("Phone … and … are bad");
  expect(reason("Key live_abc123-X is unknown")).toBe("Key … is unknown");
  expect(reason("Text 'Dear Olena' isn't allowed, it's “spam”")).toBe("Text “…” isn't allowed, it's “…”");
  expect(reason("At most 10000 phones")).toBe("At most … phones");
  expect(reason("x".repeat(5000))).toHaveLength(200);
});
