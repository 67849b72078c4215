/** A bug that is put into a copy of the sources: the tests are tested by whether they see it. */
export type SeededBug = {
  file: string;
  /** Occurs exactly once in the file. */
  text: string;
  replacement: string;
  why: string;
  /** The test that sees it first, below `tests/unit`, so that nobody waits for all of them. */
  test: string;
};
