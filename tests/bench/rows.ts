import type { Row } from "./compare.ts";
import { messageRows } from "./rows/messages.ts";
import { phoneRows } from "./rows/phones.ts";
import { textRows } from "./rows/text-files.ts";
import { workbookRows } from "./rows/workbooks.ts";

/** Every row of the bench, in the order in which they are run. */
export const rows: readonly Row[] = [...textRows, ...workbookRows, ...phoneRows, ...messageRows];
