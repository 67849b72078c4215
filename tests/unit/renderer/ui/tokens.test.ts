import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../../../renderer/ui/tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);

/** Every text colour with each ground it may stand on. */
const pairs: [text: string, ground: string][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((text) =>
    ["ground", "paper", "side"].map((ground): [string, string] => [text, ground]),
  ),
  ...["go", "warn", "bad"].flatMap((text): [string, string][] => [
    [text, "paper"],
    [text, "ground"],
    [text, `${text}-soft`],
  ]),
  ...["go-soft", "warn-soft", "bad-soft", "mark"].map((ground): [string, string] => ["ink", ground]),
  ...["go-soft", "warn-soft", "bad-soft"].map((ground): [string, string] => ["ink-2", ground]),
  ["warn", "side"],
  ["go-ink", "go"],
  ["bad-ink", "bad"],
  ["paper", "ink"],
  ["chip-ink", "chip"],
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

for (const scheme of ["light", "dark"] as const)
  test.each(pairs)(`%s on %s is readable in ${scheme} colours`, (text, ground) => {
    const front = tokens.get(text)?.[scheme];
    const back = tokens.get(ground)?.[scheme];
    if (front === undefined || back === undefined) throw new Error(`no token ${text} or ${ground}`);
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
  });
