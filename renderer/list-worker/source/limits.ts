/** What a spreadsheet may cost us at most; quality.md, "Security", row 9. Sizes are bytes. */
export const limits = {
  fileBytes: 200 * 1024 * 1024,
  zipEntries: 2_000,
  /** An entry may inflate to this many times what was read of it, once it passed `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  inflatedBytes: 1.5 * 1024 * 1024 * 1024,
  heldBytes: 512 * 1024 * 1024,
  rows: 1_048_576,
  columns: 16_384,
  /** A web page or an XML spreadsheet, which are read whole. */
  markupBytes: 64 * 1024 * 1024,
  /** Excel's own limit of characters in a cell. */
  cellCharacters: 32_767,
  sheets: 2_000,
} as const;
