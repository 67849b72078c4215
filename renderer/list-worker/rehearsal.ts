import { guessedReading } from "../../shared/recipients/reading.ts";
import { ListEngine } from "./list-engine.ts";

const rows = 500;
/** Rows at the end that repeat the first ones. */
const repeated = 10;
/** After so many lists of each kind nearly all that they go through is compiled; the next ones gain little. */
const listsOfEachKind = 4;

/** Rests a moment, in which messages that have come are heard. */
export type Rest = () => Promise<void>;

/** Ways to write a number, the last of none. */
const spellings: readonly ((rest: string) => string)[] = [
  (rest) => `38067${rest}`,
  (rest) => `+38050${rest}`,
  (rest) => `093 ${rest.slice(0, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`,
  (rest) => `+38 (063) ${rest.slice(0, 3)}-${rest.slice(3, 5)}-${rest.slice(5)}`,
  (rest) => `${rest}1234567`,
];

/** Made-up lists as shops export them: numbers of every kind, letters beyond ASCII, quotes, repetitions, empty cells. */
export function* madeUpLists(): Generator<Uint8Array> {
  for (let list = 0; list < listsOfEachKind; list++) {
    for (const delimiter of [",", ";"]) {
      const lines = Array.from({ length: rows }, (_, row) => {
        const rest = String(1_000_000 + list * rows + (row % (rows - repeated)) * 17);
        const phone = (spellings[row % spellings.length] ?? String)(rest);
        const note = row % 11 === 0 ? '"said ""later"", call"' : "";
        return ["Олена Коваленко", phone, "Kyiv", `${rest.slice(-4)}.50`, `"Street ${row}${delimiter} 7"`, note].join(
          delimiter,
        );
      });
      const heading = ["Name", "Phone", "City", "Amount", "Street", "Note"].join(delimiter);
      yield new TextEncoder().encode([heading, ...lines].join("\r\n"));
    }
  }
}

/**
 * Reads made-up lists and throws them away, so that the first file finds compiled code: cold, a list of ten thousand rows
 * takes several times as long. Each list takes some milliseconds, of which the first file is spared more than it could be
 * kept waiting. Before each it rests, and it ends when `signal` is aborted.
 */
export async function rehearse(rest: Rest, signal: AbortSignal): Promise<void> {
  for (const bytes of madeUpLists()) {
    await rest();
    if (signal.aborted) return;
    const engine = new ListEngine(() => {});
    await engine.open({
      name: "",
      bytes,
      reading: guessedReading,
      edits: [],
      systemCountry: "UA",
      locale: "en",
      neverText: { numbers: [], since: [] },
    });
    await engine.state();
    await engine.rows({ filter: "all", search: "", offset: 0, limit: 20 });
  }
}

/** The rest of a list worker between two lists: short, for soon a file may come. */
export const restOfWorker: Rest = () => new Promise((resolve) => setTimeout(resolve, 10));
