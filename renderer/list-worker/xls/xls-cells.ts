import type { HeldMemory } from "../source/held-memory.ts";
import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { cellKinds, CellStore, type CellKindCode } from "../xlsx/cell-store.ts";
import { TextPool } from "../xlsx/text-pool.ts";

const bytesPerCell = 18;

/** Gathers cells in whatever order a writer left them, and puts them in order of rows. */
export class XlsCells {
  readonly texts: TextPool;
  hiddenRows = 0;
  /** Hidden columns that hold something. */
  readonly hiddenColumns = new Set<number>();
  private readonly memory: HeldMemory;
  private readonly hiddenRowNumbers = new Set<number>();
  private readonly hidden = new Uint8Array(limits.columns);
  private columnsDescribed = 0;
  private count = 0;
  private ordered = true;
  private rows = new Uint32Array(256);
  private columns = new Uint16Array(256);
  private kinds = new Uint8Array(256);
  private styles = new Uint16Array(256);
  private values = new Float64Array(256);

  constructor(memory: HeldMemory) {
    this.memory = memory;
    this.texts = new TextPool(memory);
  }

  hideRow(row: number): void {
    this.hiddenRowNumbers.add(row);
  }

  /** Hides the columns from the first to the last of them. Throws {@link Refusal} where a sheet hides more than there are. */
  hideColumns(first: number, last: number): void {
    if (++this.columnsDescribed > limits.columns) throw new Refusal("file.hostile");
    this.hidden.fill(1, first, Math.min(last + 1, limits.columns));
  }

  add(row: number, column: number, style: number, kind: CellKindCode, value: number): void {
    const at = this.count;
    if (at === this.rows.length) this.grow();
    if (at > 0 && row < (this.rows[at - 1] ?? 0)) this.ordered = false;
    this.rows[at] = row;
    this.columns[at] = column;
    this.styles[at] = style;
    this.kinds[at] = kind;
    this.values[at] = value;
    this.count++;
  }

  addText(row: number, column: number, style: number, text: string): void {
    if (text !== "") this.add(row, column, style, cellKinds.own, this.texts.add(text));
  }

  /** Whether nobody sees what stands there; both 0-based. */
  isHidden(row: number, column: number): boolean {
    return this.hiddenRowNumbers.has(row) || this.hidden[column] === 1;
  }

  /** All cells that are not hidden, row after row. */
  finish(): CellStore {
    const store = new CellStore(this.memory);
    let order: Uint32Array | null = null;
    if (!this.ordered) {
      this.memory.hold(this.count * 4);
      order = Uint32Array.from({ length: this.count }, (_, at) => at);
      order.sort((a, b) => (this.rows[a] ?? 0) - (this.rows[b] ?? 0) || a - b);
    }
    let row = -1;
    for (let i = 0; i < this.count; i++) {
      const at = order?.[i] ?? i;
      const next = this.rows[at] ?? 0;
      if (next !== row) {
        if (row !== -1) store.endRow(row + 1);
        row = next;
        if (this.hiddenRowNumbers.has(row)) this.hiddenRows++;
      }
      if (this.hiddenRowNumbers.has(row)) continue;
      const column = this.columns[at] ?? 0;
      if (this.hidden[column] === 1) this.hiddenColumns.add(column);
      else store.add(column, this.kindOf(at), this.styles[at] ?? 0, this.values[at] ?? 0);
    }
    if (row !== -1) store.endRow(row + 1);
    return store;
  }

  private kindOf(at: number): CellKindCode {
    return (this.kinds[at] ?? cellKinds.number) as CellKindCode;
  }

  private grow(): void {
    const size = Math.ceil(this.count * 1.5);
    this.memory.hold((size - this.count) * bytesPerCell, this.count * bytesPerCell);
    const rows = new Uint32Array(size);
    rows.set(this.rows);
    this.rows = rows;
    const columns = new Uint16Array(size);
    columns.set(this.columns);
    this.columns = columns;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const styles = new Uint16Array(size);
    styles.set(this.styles);
    this.styles = styles;
    const values = new Float64Array(size);
    values.set(this.values);
    this.values = values;
  }
}
