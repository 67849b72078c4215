import type { Row } from "./compare.ts";
import { keystrokeRow } from "./rows/keystroke.ts";
import { messageRows } from "./rows/messages.ts";
import { phoneRows } from "./rows/phones.ts";
import { sendingRows } from "./rows/sending.ts";
import { textRows } from "./rows/text-files.ts";
import { windowRows } from "./rows/window.ts";
import { workbookRows } from "./rows/workbooks.ts";

/** Every row of the bench, in the order in which they are run. */
export const rows: readonly Row[] = [
  ...textRows,
  ...workbookRows,
  ...phoneRows,
  ...messageRows,
  keystrokeRow,
  ...sendingRows,
  ...windowRows,
];
