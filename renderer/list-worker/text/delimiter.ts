import { scanCells } from "./scanner.ts";

export const delimiters = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

const sampleBytes = 256 * 1024;
const sampleRows = 200;
const commaSampleBytes = 32 * 1024;

/** What the first line `sep=;` says, and where the table begins after it. Excel writes and obeys it. */
export function separatorLine(bytes: Uint8Array): { delimiter: Delimiter | null; from: number } {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const match = /^"?sep=([;,\t|])"?(\r\n|\n|\r)/i.exec(start);
  const found = delimiters.find((delimiter) => delimiter === match?.[1]);
  return match && found ? { delimiter: found, from: match[0].length } : { delimiter: null, from: 0 };
}

/** How many cells each row that is not blank has. */
function widths(bytes: Uint8Array, from: number, delimiter: Delimiter): number[] {
  const cells = scanCells(bytes, { delimiter: delimiter.charCodeAt(0), from, rows: sampleRows, onProgress: () => {} });
  const found: number[] = [];
  for (let row = 0; row < cells.rows; row++) {
    const first = cells.rowStarts[row] ?? 0;
    const width = (cells.rowStarts[row + 1] ?? 0) - first;
    if (width > 1 || cells.start(row, first) < cells.end(first)) found.push(width);
  }
  return found;
}

/**
 * How well a delimiter explains the rows: the share of rows as wide as most are, doubled when the heading is too.
 * The heading is the first row; a title in its place has one cell, or too few other rows to agree with.
 */
function fitness(found: readonly number[]): { score: number; width: number } {
  const counts = new Map<number, number>();
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = 1;
  for (const [width, count] of counts) {
    if (width > 1 && count > (usual > 1 ? (counts.get(usual) ?? 0) : 0)) usual = width;
  }
  if (usual === 1) return { score: 0, width: 1 };
  const split = found.filter((width) => width > 1).length / found.length;
  const consistent = (counts.get(usual) ?? 0) / found.length;
  const heading = split >= 0.5 && found[0] === usual;
  return { score: split * 0.3 + consistent * 0.7 + (heading ? 1 : 0), width: usual };
}

/** Whether most of a text's commas are those of decimal numbers, `1,5;2,5`, or of sentences: `Koval, O.;067…, 044…`. */
function hasOtherCommas(sample: Uint8Array): boolean {
  let [commas, decimal, spaced] = [0, 0, 0];
  for (let at = sample.indexOf(comma); at !== -1 && at < commaSampleBytes; at = sample.indexOf(comma, at + 1)) {
    commas++;
    if (isDigit(sample[at - 1]) && isDigit(sample[at + 1])) decimal++;
    else if (sample[at + 1] === space) spaced++;
  }
  return decimal * 10 >= commas * 6 || spaced * 10 >= commas * 9;
}

const [comma, space] = [44, 32];
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** `Phone` above rows like `0671234567, 0501112233`: one column of cells that hold two numbers each. */
function isOneColumnOfNumbers(sample: Uint8Array, from: number, delimiter: Delimiter): boolean {
  const [heading = "", ...rows] = new TextDecoder().decode(sample.subarray(from, from + 4_096)).split(/[\r\n]+/);
  const filled = rows.filter((row) => row.trim() !== "");
  return !heading.includes(delimiter) && filled.length > 0 && filled.every((row) => /^[\d\s+()./,;|-]+$/.test(row));
}

/**
 * The delimiter of a text, by consistent widths, the heading weighing most: in `Name;Amount` with amounts like
 * `5,58199E+12` every row but the heading has a comma too. A text of one column gets one that it does not hold.
 */
export function detectDelimiter(bytes: Uint8Array, from: number): Delimiter {
  const sample = bytes.subarray(0, sampleBytes);
  // One that nowhere stands makes one column of every row.
  const present = (["\t", ";", ",", "|"] as const).filter((one) => sample.includes(one.charCodeAt(0), from));
  const doubtful = present.length > 1 && hasOtherCommas(sample);
  let best: { delimiter: Delimiter; score: number; width: number } | null = null;
  for (const delimiter of present) {
    if (delimiter !== "\t" && isOneColumnOfNumbers(sample, from, delimiter)) continue;
    const found = fitness(widths(sample, from, delimiter));
    const score = delimiter === "," && doubtful ? found.score - commaDoubt : found.score;
    const better =
      best === null || score > best.score + 0.02 || (score > best.score - 0.02 && found.width > best.width);
    if (found.score > 0.3 && better) best = { delimiter, score, width: found.width };
  }
  if (best) return best.delimiter;
  return delimiters.find((delimiter) => !sample.includes(delimiter.charCodeAt(0))) ?? ";";
}

/** So much a comma must be better than another delimiter where most commas are those of numbers or sentences. */
const commaDoubt = 0.25;
