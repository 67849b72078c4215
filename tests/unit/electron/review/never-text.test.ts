import { expect, test } from "vitest";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { StopList } from "../../../../electron/review/never-text.ts";
import { ok } from "../../../../shared/result.ts";

/** A service that has so many entries, gives at most `most` a page, and says how many there are, or not. */
function service(entries: number, most: number, saysTotal: boolean): BsgClient {
  const all = Array.from({ length: entries }, (_, index) => ({
    id: String(index),
    phone: `38067${1_000_000 + index}`,
  }));
  const stopList: BsgClient["stopList"] = ({ offset, limit }) => {
    const rows = all.slice(offset, offset + Math.min(limit, most));
    return Promise.resolve(ok({ rows, total: saysTotal ? entries : null, date: null }));
  };
  return { stopList } as BsgClient;
}

test.each([
  [1_234, 500, true],
  [1_234, 500, false],
  [500, 500, false],
  [1_234, 100, true],
  [0, 500, true],
])("reads all of %d entries in pages of %d", async (entries, most, saysTotal) => {
  const read = await new StopList(() => 0).read(service(entries, most, saysTotal), true);
  expect(read.ok && read.value.size).toBe(entries);
});
