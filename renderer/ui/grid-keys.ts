/** A cell of the table: the row's place under the present filter, and the column's. */
export type GridPlace = { index: number; column: number };

/** Where a key moves to in a grid, as the ARIA practice for grids has it; null for keys that do not move. */
export function moveInGrid(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { index, column }: GridPlace,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): GridPlace | null {
  const at = (toIndex: number, toColumn: number): GridPlace => ({
    index: Math.min(Math.max(toIndex, 0), Math.max(rows - 1, 0)),
    column: Math.min(Math.max(toColumn, 0), columns - 1),
  });
  switch (key) {
    case "ArrowUp":
      return at(index - 1, column);
    case "ArrowDown":
      return at(index + 1, column);
    case "ArrowLeft":
      return at(index, column - 1);
    case "ArrowRight":
      return at(index, column + 1);
    case "PageUp":
      return at(index - page, column);
    case "PageDown":
      return at(index + page, column);
    case "Home":
      return at(ctrlKey ? 0 : index, 0);
    case "End":
      return at(ctrlKey ? rows - 1 : index, columns - 1);
    default:
      return null;
  }
}
