import { onTestFinished } from "vitest";
import { Desk as SendingDesk, type DeskOptions } from "../../../sending/desk.ts";
import { temporaryFolder } from "../library/library-file.ts";

export { day, firstKey, hour, minute, onceEach, posts, reads, second, secondKey } from "../../../sending/desk.ts";

export type Desk = SendingDesk;

/** The desk of `tests/sending/desk.ts`, cleared away when the test is over. */
export const Desk = {
  open: (options: Partial<DeskOptions> = {}): Promise<Desk> =>
    SendingDesk.open({
      newFolder: temporaryFolder,
      atTheEnd: (act) => {
        onTestFinished(async () => {
          // The test may have closed it itself.
          await act().catch(() => {});
        });
      },
      ...options,
    }),
};
