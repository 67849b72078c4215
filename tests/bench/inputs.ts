/** Numbers from a seed, always the same (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const names = ["Олена Коваленко", "Ihor Shevchenko", "Марія Бондаренко", "Andrii Tkachenko", "Natalia Kravchuk"];
const cities = ["Kyiv", "Львів", "Odesa", "Харків", "Dnipro", "Полтава"];
const operators = ["67", "50", "93", "63", "97", "66", "68", "95", "73", "96"];

/** Ways in which people write a number; every fourth cell is clean already. */
const spellings: readonly ((operator: string, rest: string) => string)[] = [
  (operator, rest) => `380${operator}${rest}`,
  (operator, rest) => `+380${operator}${rest}`,
  (operator, rest) => `0${operator} ${rest.slice(0, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`,
  (operator, rest) => `+38 (0${operator}) ${rest.slice(0, 3)}-${rest.slice(3, 5)}-${rest.slice(5)}`,
];

/** So many phone cells, clean or as people write them. */
export function phones(count: number, kind: "clean" | "messy"): string[] {
  const random = randomOf(7);
  return Array.from({ length: count }, (_, index) => {
    const operator = operators[Math.floor(random() * operators.length)] ?? "50";
    const rest = String(Math.floor(random() * 8_999_999) + 1_000_000);
    return (spellings[kind === "clean" ? 0 : index % spellings.length] ?? String)(operator, rest);
  });
}

/** A table of eight columns with a heading: what a shop exports. */
export function table(rows: number): string[][] {
  const random = randomOf(11);
  const numbers = phones(rows, "messy");
  const heading = ["Name", "Phone", "City", "Last order", "Amount", "Code", "Street", "Note"];
  const body = numbers.map((phone, index) => [
    names[index % names.length] ?? "",
    phone,
    cities[Math.floor(random() * cities.length)] ?? "",
    `${String(1 + (index % 28)).padStart(2, "0")}.05.2026`,
    (random() * 4000).toFixed(2),
    `A-${index}`,
    `Street ${index % 300}, ${index % 90}`,
    index % 11 === 0 ? 'said "later", call again' : "",
  ]);
  return [heading, ...body];
}
