import { describe, expect, it } from "vitest";
import { guessCountry, plainCountry } from "../../../../shared/recipients/default-country.ts";

describe("guessCountry", () => {
  it("takes the country that most numbers name", () => {
    expect(guessCountry(["+48512345678", "0048601234567", "48502345678", "512345679"], "UA")).toBe("PL");
  });

  it("takes the country of two numbers where they are most of a short list, and never that of one", () => {
    expect(guessCountry(["380671234567", "067 12 45", "+380 93 765 43 21"], "US")).toBe("UA");
    expect(guessCountry(["380671234567", "380501234567", ""], "US")).toBe("UA");
    expect(guessCountry(["380671234567", "380501234567", "2015550123", "2015550124"], "US")).toBe("US");
    expect(guessCountry(["48512345678"], "UA")).toBe("UA");
  });

  it("takes the system's country where numbers name none, or several", () => {
    expect(guessCountry(["0671234567", "0501234567"], "UA")).toBe("UA");
    expect(guessCountry(["+48512345678", "+380671234567", "+447400123456"], "DE")).toBe("DE");
    expect(guessCountry([], "PL")).toBe("PL");
  });

  it("still gives a country where the system's is unknown", () => {
    expect(guessCountry([], "XX")).toBe("UA");
  });

  it("is plain where fifty numbers and nearly all name one country, and the whole sample then says the same", () => {
    const polish = Array.from({ length: 50 }, (_, at) => `+485123456${10 + at}`);
    const national = Array.from({ length: 50 }, (_, at) => `5023456${10 + at}`);
    const others = ["+380671234567", "+447400123456", "+4915123456789", "+380501234567", "+380631234567"];
    expect(plainCountry([...polish, ...national, ...others])).toBe("PL");
    expect(guessCountry([...polish, ...national, ...others], "UA")).toBe("PL");
    expect(plainCountry(polish.slice(1))).toBeNull();
    expect(plainCountry([...polish, ...others, "+40712345678"])).toBeNull();
  });
});
