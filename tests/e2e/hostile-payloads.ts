import * as fc from "fast-check";
import { z } from "zod";
import { type CommandName, commands } from "../../shared/ipc/contract.ts";

/** The part of a JSON schema that payloads are made of. */
type Shape = {
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  minimum?: number;
  maximum?: number;
  pattern?: string;
};

/** Values that JSON does not have, and the id of a draft: the page puts them in the place of these words. */
const specials = [
  "special:draft",
  "special:undefined",
  "special:NaN",
  "special:-0",
  "special:Infinity",
  "special:bigint",
  "special:date",
  "special:map",
  "special:pattern",
  "special:error",
  "special:bytes",
  "special:words",
  "special:huge",
];

const words = [
  "",
  " ",
  "\0",
  "\ud800",
  "\u202eevil",
  "__proto__",
  "constructor",
  "toString",
  "../../../../etc/passwd",
  "C:\\Windows\\win.ini",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "'; DROP TABLE draft; --",
  "%00%2e%2e%2f",
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "{{constructor}}",
  "{Name|",
  "380671234567",
  "2026-02-30T25:61",
  "UA",
  "Europe/Nowhere",
  "x".repeat(61),
  "ї".repeat(10_001),
];

const numbers = [0, -1, 1, 0.5, 500, 501, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1_048_577];

const word = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: "binary" }),
  fc.constantFrom(...specials),
  fc.constant("special:draft"),
);
const leaf = fc.oneof(word, fc.constantFrom(...numbers), fc.double(), fc.boolean(), fc.constant(null));

const names = [
  "id",
  "draftId",
  "patch",
  "bytes",
  "key",
  "name",
  "__proto__",
  "constructor",
  "length",
  "then",
  "toJSON",
];

/** Anything at all. */
export const hostilePayload: fc.Arbitrary<unknown> = fc.oneof(
  leaf,
  fc.constant({}),
  fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), leaf, { noNullPrototype: false }),
  fc.array(leaf),
  fc.object({ key: fc.constantFrom(...names), values: [leaf] }),
  // Deeper than anybody's recursion ought to go.
  fc.integer({ min: 100, max: 500 }).map((depth) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown),
);

/** A payload of the shape that the contract asks for, with hostile values in it and now and then in the place of one. */
export function payloadFor(name: CommandName): fc.Arbitrary<unknown> {
  return near(z.toJSONSchema(commands[name].input, { unrepresentable: "any" }) as Shape);
}

function near(shape: Shape): fc.Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(near));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case "object": {
      const fields = Object.entries(shape.properties ?? {}).map(([key, value]) => [key, mostly(near(value), leaf)]);
      const whole = fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>);
      return mostly(
        whole,
        whole.chain((value) => fc.dictionary(word, leaf).map((more) => ({ ...value, ...more }))),
      );
    }
    case "array":
      return fc.array(near(shape.items ?? {}), { maxLength: 4 });
    case "string":
      return shape.pattern?.includes("{9,15}") === true ? fc.constantFrom("380671234567", "123456789") : word;
    case "integer":
    case "number": {
      const { minimum = 0, maximum = 1_000_000 } = shape;
      return fc.constantFrom(minimum, maximum, Math.min(maximum, minimum + 1), ...numbers);
    }
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.constant("special:bytes");
  }
}

/** One in ten is the other. */
function mostly<T, U>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: other, weight: 1 });
}

/** A payload as text for the page, in ASCII: half a character must not be lost on its way there. */
export function inPage(payload: unknown): string {
  return JSON.stringify(payload ?? null).replaceAll(/[\u007f-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
