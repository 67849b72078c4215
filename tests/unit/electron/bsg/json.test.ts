import { expect, it } from "vitest";
import { jsonOf } from "../../../../electron/bsg/json.ts";

it("keeps integers beyond 2^53 as the text that was sent, and everything else as it is", () => {
  expect(jsonOf('{"id":9007199254740993,"ids":[-12345678901234567890,1],"price":0.013,"big":1e300}')).toEqual({
    id: "9007199254740993",
    ids: ["-12345678901234567890", 1],
    price: 0.013,
    big: 1e300,
  });
});

it("passes over a byte order mark and knows what is not JSON", () => {
  expect(jsonOf('\uFEFF {"a":1}')).toEqual({ a: 1 });
  expect(["", "<html>", '{"a":', "{a:1}", "undefined"].map(jsonOf)).toEqual(Array(5).fill(undefined));
});

it("gives no object another prototype", () => {
  const read = jsonOf('{"__proto__":{"admin":true}}');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(Reflect.get({}, "admin")).toBeUndefined();
});
