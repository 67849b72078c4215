import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { DraftContext } from "./draft-context.ts";

/**
 * Makes the act that hands the accepted list to main, in chunks, unless main holds this very revision already.
 * Calls that come meanwhile share it; a list that changes on the way is handed over again.
 */
export function createHandOver({
  store,
  desk,
  list,
  id,
}: Pick<DraftContext, "store" | "desk" | "list" | "id">): () => Promise<Result<null, AppError>> {
  let running: Promise<Result<null, AppError>> | null = null;

  const writeAll = async (total: number): Promise<Result<null, AppError>> => {
    for (let offset = 0; ;) {
      store.setState({ handOver: { done: offset, total } });
      const chunk = await list.people(offset);
      const answer = await desk.writeDraftPeople({ ...chunk, draftId: id });
      if (!answer.ok) return answer;
      if (chunk.last) return ok(null);
      offset += chunk.numbers.length;
    }
  };

  const run = async (): Promise<Result<null, AppError>> => {
    try {
      for (;;) {
        const { list, handedOver } = store.getState();
        if (list === null) return err(appErrorOf("draft.no-people"));
        if (handedOver === list.revision) return ok(null);
        const written = await writeAll(list.state.people);
        if (!written.ok) return written;
        // Of a list that was taken away and the next one both begin with the same number.
        if (store.getState().list === list) store.setState({ handedOver: list.revision });
      }
    } catch {
      return err(appErrorOf("internal"));
    } finally {
      store.setState({ handOver: null });
    }
  };

  // Only once `running` is set may its end clear it: where there is nothing to do, `run` ends before it returns.
  return () =>
    (running ??= run().finally(() => {
      running = null;
    }));
}
