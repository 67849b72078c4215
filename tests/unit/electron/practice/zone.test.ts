import { describe, expect, it } from "vitest";
import { isZone, readTime, writeTime } from "../../../../electron/practice/zone.ts";

describe("the service's times", () => {
  it("are written on the clocks of any zone", () => {
    const at = Date.UTC(2026, 0, 31, 22, 30, 5);
    expect(writeTime(at, "UTC")).toBe("2026-01-31 22:30:05");
    expect(writeTime(at, "Europe/Kyiv")).toBe("2026-02-01 00:30:05");
    expect(writeTime(at, "-03:30")).toBe("2026-01-31 19:00:05");
  });

  it("are read back to the same moment through a whole year and its changes of the clocks", () => {
    for (let hour = 0; hour < 365 * 24; hour += 7) {
      const at = Date.UTC(2026, 0, 1, hour, 30);
      // The repeated hour of October means two moments; the rest must come back exactly.
      if (writeTime(at, "Europe/Kyiv").startsWith("2026-10-25 03")) continue;
      expect(readTime(writeTime(at, "Europe/Kyiv"), "Europe/Kyiv")).toBe(at);
    }
  });

  it("are refused when they have another shape or do not exist", () => {
    for (const text of [
      "2026-02-30 10:00:00",
      "2026-01-01T10:00:00",
      "2026-01-01 10:00",
      "2026-01-01 24:00:01",
      "",
      "x",
    ]) {
      expect.soft(readTime(text, "UTC"), text).toBeNull();
    }
  });

  it("know a zone from a word that is none", () => {
    expect(isZone("America/New_York")).toBe(true);
    expect(isZone("Mars/Olympus")).toBe(false);
  });
});
