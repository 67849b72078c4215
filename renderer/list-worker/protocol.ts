import type { AppError } from "../../shared/errors.ts";
import type { PeopleChunk } from "../../shared/library/draft.ts";
import type { LatinStandard } from "../../shared/message/latin.ts";
import type { Preview } from "../../shared/message/preview.ts";
import type { MessageTally } from "../../shared/message/tally.ts";
import type { RememberedMatching } from "../../shared/recipients/fingerprint.ts";
import type {
  ColumnRole,
  Edit,
  ReadingSettings,
  ReplaceEdit,
  Verdict,
  VerdictSum,
} from "../../shared/recipients/reading.ts";
import type { Reason } from "../../shared/recipients/reason.ts";
import type { Result } from "../../shared/result.ts";
import type { CountriesSeen } from "./table/country-column.ts";
import type { ReasonTexts } from "./table/problem-rows.ts";

export type { Cause } from "../../shared/message/cause.ts";
export type { Preview } from "../../shared/message/preview.ts";
export type { Bucket, MessageTally } from "../../shared/message/tally.ts";
export type { TemplateProblem } from "../../shared/message/template.ts";
export type { Reason } from "../../shared/recipients/reason.ts";

/** How far a long act is; `total` is null while it is not known. Units are bytes or rows. */
export type Progress = {
  phase: "reading" | "numbers" | "handing-over";
  done: number;
  total: number | null;
};

/** One column as the check screen shows it. `letter` is A, B, …; `samples` the first five rows as understood. */
export type ColumnView = { letter: string; heading: string; role: ColumnRole; samples: string[] };

/** A question asked once for a whole column, with what each choice would do to a sample. */
export type ColumnQuestion = {
  id: string;
  /**
   * `trunk-8`: begin with 8, two countries. `two-readings`: bare digits valid in two countries. `with-plus`: no numbers of
   * the default country, but valid with a plus in front. `row-country`: numbers without a country code, whose row names
   * a country that is none.
   */
  kind: "trunk-8" | "two-readings" | "with-plus" | "row-country";
  people: number;
  sample: string;
  /** Where the numbers are read from; null where that is another country with each row. */
  home: string | null;
  /** What the row of the sample calls its country, where that is none. */
  named: string | null;
  choices: { id: string; country: string; result: string; proposed: boolean }[];
};

/** What the worker made of a source. */
export type Understood = {
  fileName: string;
  format: "csv" | "xlsx" | "xls" | "ods";
  /** What was really used; every null of the settings resolved (encoding and delimiter stay null for workbooks). */
  reading: {
    encoding: string | null;
    delimiter: "," | ";" | "\t" | "|" | null;
    sheet: number | null;
    headerRow: number;
    defaultCountry: string;
    columns: ColumnRole[];
  };
  /** What the lines of a text are in that are not in its encoding; null where all are. */
  mixedWith: string | null;
  /** Cells that are formulas without a result, which show nothing. */
  unworked: number;
  sheets: { index: number; name: string; hidden: boolean; rows: number }[];
  columns: ColumnView[];
  /** File row numbers of the samples. */
  sampleRows: number[];
  rows: number;
  /** `coveredCells` lie under merged ones, and hold something; `otherSheets` are to be seen, hold something, and are not read. */
  leftOut: {
    titleRows: number;
    blankRows: number;
    hiddenRows: number;
    hiddenColumns: number;
    coveredCells: number;
    otherSheets: number;
    hiddenSheets: number;
  };
  /** What to remember these columns by, null without headings, and whether they are matched as an earlier file's were. */
  matching: { fingerprint: string | null; recalled: boolean };
  /** The column that names the country of each row's numbers, and how it was understood; null without one. */
  countries: CountriesSeen | null;
};

/** One row as the table shows it. `cells` follow the columns of the file. */
export type RowView = {
  /** Row number in the file; rows typed by hand continue after the last one. */
  row: number;
  /** Typed by hand: the file has no such row. */
  added: boolean;
  /** As displayed; phones with all their digits. */
  cells: string[];
  phone: string;
  phoneColumn: number;
  digits: string | null;
  verdict: Verdict;
  reasons: Reason[];
  /** "Ready, check": a landline or short number that an SMS may not reach. */
  warning: "landline" | "short" | "premium" | null;
  /** By hand, or crossed out in the file, as its reasons say. */
  leftOutByHand: boolean;
  /** The cell's other number, or what a refused one could be: taken by the edit `take-offered`, never by itself. */
  offered: string | null;
  /** The cells corrected by hand, each with what the file has there. */
  corrections: { column: number; before: string }[];
  /** Fields of a duplicate that differ from those of the row kept in its place. */
  differs: { column: number; value: string; kept: string }[];
  /** When the number was texted lately, or is to be by a plan (ISO 8601); null when neither. */
  textedLately: string | null;
  /** It is only to be texted then. */
  toBeTexted: boolean;
};

/** Which rows are asked for: one verdict, all, those typed by hand, those crossed out, or people who were texted lately. */
export type RowFilter = Verdict | "all" | "added" | "crossed-out" | "texted-lately";

/** A page of the rows that are left out, as lines of a file; where the next page begins, null behind the last. */
export type ProblemRows = { lines: (string | number)[][]; next: number | null };

/** Numbers of rows of the file, with the number that each of them offers. */
export type RowsAlike = { rows: number[]; offered: string[] };

/** What find and replace would change: how many cells, in which columns, with the first of them. */
export type ReplaceView = {
  cells: number;
  columns: number[];
  samples: { row: number | null; before: string; after: string }[];
};

export type ListState = {
  /** Cells of phone columns that lost their digits, like 3,80501E+11, as long as nobody has corrected them. */
  lostDigits: { count: number; sample: string | null };
  sum: VerdictSum;
  questions: ColumnQuestion[];
  duplicatesKeep: "first" | "last";
  /** Whether the empty cells of the rows that stay are filled from their duplicates. */
  duplicatesFilled: boolean;
  /** Duplicates whose fields differ from those of the row that stays, so that first or last matters, with the first. */
  duplicatesDiffer: number;
  duplicateSample: { row: number; keptRow: number; column: number; value: string; kept: string } | null;
  /** Empty cells of the rows that stay which their duplicates could fill, or fill. */
  duplicatesFillable: number;
  /** Rows typed by hand; they are counted in the sum. */
  added: number;
  people: number;
  /** Those of the people who were texted lately, or are to be by a plan. */
  textedLately: number;
  /** Those of them who are only to get a text that is planned. */
  toBeTexted: number;
  /** Rows left out, by hand or crossed out, that would be texted otherwise; they keep their verdict, so the sum adds up. */
  leftOutByHand: number;
  /** Rows left out because the file crosses them out, those of open questions among them. */
  crossedOut: number;
  edits: number;
  /** Edits taken back that can be made once more. */
  undone: number;
};

/** A page of the people of one group of a text's tally. */
export type GroupQuery = { text: string; latin: LatinStandard | null; key: string; offset: number; limit: number };

/** How a counting is watched and ended. `onProgress` is told now and then how much of what is done. */
export type CountingWatch = { signal?: AbortSignal; onProgress?: (done: number, total: number) => void };

/** A source to be read, but for its bytes. */
export type OpenSource = {
  name: string;
  reading: ReadingSettings;
  edits: Edit[];
  /** Country for numbers without one, when the settings do not say. */
  systemCountry: string;
  /** How the columns of earlier files were matched, the newest last; used where the settings do not say. */
  remembered?: RememberedMatching[];
  /** BCP 47, for how numbers and dates are shown. */
  locale: string;
  neverText: { numbers: string[]; since: string[] };
  /** A list that the program wrote itself: its numbers, each with a plus, were read once already. */
  checked?: boolean;
  /** Who was texted lately, and when (ISO 8601); after `now`: who is only to get a text that is planned. */
  textedLately?: { now: string; numbers: string[]; at: string[] };
};

/** Everything the window can ask of the worker. Every call carries an id and is answered once. */
export interface ListWorker {
  /**
   * Reads a source anew. Earlier content is kept when it fails. A chosen file comes as itself: the worker reads it, so
   * that the window never holds its bytes.
   */
  open(source: OpenSource & { content: Blob }): Promise<Result<Understood, AppError>>;
  /** The same bytes with other settings; `columns` null guesses anew, by what is `remembered` where that is given. */
  reread(reading: ReadingSettings, remembered?: RememberedMatching[]): Promise<Result<Understood, AppError>>;
  state(): Promise<ListState>;
  rows(query: { filter: RowFilter; search: string; offset: number; limit: number }): Promise<{
    total: number;
    rows: RowView[];
  }>;
  applyEdit(edit: Edit): Promise<ListState>;
  undoEdit(): Promise<ListState>;
  /** Makes the edit taken back last once more, and names it, so that it can be saved; null where there is none. */
  redoEdit(): Promise<{ state: ListState; edit: Edit | null }>;
  /** The rows refused for the same reason as this one that offer something too ("all like this"), at most 100,000. */
  rowsAlike(row: number): Promise<RowsAlike>;
  /** What the edit `replace` would change. */
  foreseeReplace(edit: ReplaceEdit, watch?: CountingWatch): Promise<ReplaceView>;
  /** The file's numbers of all people who were texted lately: one edit leaves them out. */
  rowsTextedLately(): Promise<number[]>;
  /** The file's numbers of all rows that are left out because it crosses them out: one edit takes them back. */
  rowsCrossedOut(): Promise<number[]>;
  setNeverText(list: { numbers: string[]; since: string[] }): Promise<ListState>;
  /** The people who will be texted, in order, a chunk of at most `peopleChunkLimit`. */
  people(offset: number): Promise<Omit<PeopleChunk, "draftId">>;
  /** Names of fields a template can use, in column order. */
  fields(): Promise<string[]>;
  /** `latin` in these: whose rules write every rendered text in Latin letters; left out or null, none. */
  tally(text: string, latin?: LatinStandard | null, watch?: CountingWatch): Promise<MessageTally>;
  preview(text: string, position: number, latin?: LatinStandard | null): Promise<Preview | null>;
  /** People of one group of the tally by its key, in order. */
  group(query: GroupQuery): Promise<{ total: number; rows: Preview[] }>;
  /** Positions of people whose row contains the words. */
  find(search: string, limit: number): Promise<number[]>;
  /** SHA-256 over number and rendered text in order; "" when the template has problems. */
  digest(text: string, latin?: LatinStandard | null): Promise<string>;
  /** Lines of a file of all rows that are left out, from the row at `from` (0 is the first) on. */
  problemRows(reasonTexts: ReasonTexts, from: number): Promise<ProblemRows>;
}
