/** The beginning of a cell with as many digits as a phone number has at least, behind marks that nobody sees. */
const numberStart = /^"?\p{Cf}*\+?(?:[ ().-]*\d){9}/u;
/** So many lines tell what all are, and so many signs what a line is. */
const [linesRead, signsRead] = [200, 1_000];

/**
 * Whether a text that was pasted or typed is a table whose cells stand between semicolons, commas or bars: whoever is named
 * in a line belongs to its number. Otherwise it is numbers, however many stand in a line; and a line alone with three of
 * them, or with two before any name, is the people of a group chat, no row of a table: only one of a row is texted. Tabs
 * are not looked for.
 */
export function isPastedTable(text: string): boolean {
  if (/^"?sep=[;,|]"?[\r\n]/i.test(text)) return true;
  const lines = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, linesRead)
    .map((line) => line.slice(0, signsRead));
  const [first = "", second] = lines;
  const most = hasWordsBeforeNumber(first) ? 2 : 1;
  if (second === undefined && first.split(/[;,|]/).filter(isNumber).length > most) return false;
  const named = lines.filter(hasWordsBeforeNumber);
  return named.length * 2 >= lines.length || [";", "|", ","].some((delimiter) => areRowsOf(lines, delimiter));
}

/** Words and then a number in a line of cells: `Olena;0671234567`. */
function hasWordsBeforeNumber(line: string): boolean {
  const cells = line.split(/[;,|]/);
  const words = cells.findIndex((cell) => /\p{L}{2}/u.test(cell) && !/\d/.test(cell));
  return words !== -1 && cells.slice(words + 1).some(isNumber);
}

/** Lines as wide as the first, most of them with a number in one column and something else in another: `0671234567;Olena`. */
function areRowsOf(lines: readonly string[], delimiter: string): boolean {
  const rows = lines.map((line) => cellsOf(line, delimiter));
  const width = rows[0]?.length ?? 0;
  const alike = rows.filter((row) => row.length === width);
  if (width < 2 || alike.length * 2 <= rows.length) return false;
  const [first = [], ...below] = alike;
  const isHeaded = below.length > 0 && !first.some((cell) => /\d/.test(cell));
  const body = isHeaded ? below : alike;
  const columns = Array.from({ length: width }, (_, at) => body.map((row) => row[at]?.trim() ?? ""));
  const isMostly = (column: string[], is: (cell: string) => boolean) => column.filter(is).length * 2 > body.length;
  return (
    columns.some((column) => isMostly(column, isNumber)) &&
    columns.some((column) => isMostly(column, (cell) => !isNumber(cell) && (isHeaded ? cell !== "" : isNoPhone(cell))))
  );
}

function isNumber(cell: string): boolean {
  return numberStart.test(cell.trim());
}

/** Something is written that no number has, not even one without its last digits. */
function isNoPhone(cell: string): boolean {
  return /[^\d\s()+-]/.test(cell);
}

/** A delimiter between quotes is one of the cell's own signs. */
function cellsOf(line: string, delimiter: string): string[] {
  return line.replaceAll(/"[^"]*"/g, (quoted) => quoted.replaceAll(delimiter, " ")).split(delimiter);
}
