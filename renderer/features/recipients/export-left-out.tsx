import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DraftList } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { err, ok } from "../../../shared/result.ts";
import type { ProblemRows } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { csvOfPages, fileNameOf } from "../../ui/spreadsheet-file.ts";
import { useAct } from "../../ui/use-answer.ts";
import { workbookOfPages } from "../../ui/workbook-file.ts";
import { useReasonWords } from "./reason-words.ts";

async function* pagesOf(
  list: Pick<DraftList, "problemRows">,
  texts: Parameters<DraftList["problemRows"]>[0],
): AsyncGenerator<(string | number)[][], void, undefined> {
  for (let from: number | null = 0; from !== null;) {
    const page: ProblemRows = await list.problemRows(texts, from);
    yield page.lines;
    from = page.next;
  }
}

/** Writes the rows that are left out, each with its reason, to a file of the user's choice. */
export function ExportLeftOut({ count }: { count: number }) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const words = useReasonWords();
  const { list } = useDraftStore();
  const source = useDraft((state) => state.draft?.source ?? null);
  const { busy, error, run } = useAct();
  const stem = source === null || source.kind === "groups" ? "" : source.name.replace(/\.[^.]*$/, "");

  const write = async (format: "xlsx" | "csv") => {
    const texts = {
      heading: t("export.reason"),
      rowHeading: t("export.row"),
      added: t("row.added"),
      ...words.forFile(),
    };
    const pages = pagesOf(list, texts);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = format === "csv" ? await csvOfPages(pages) : await workbookOfPages("1", pages);
    } catch {
      // The list worker is gone.
      return err(appErrorOf("internal"));
    }
    const written = await desk().saveFile({ name: fileNameOf(t("export.name", { name: stem }), format), bytes });
    return written.ok ? ok(null) : written;
  };
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button busy={busy}>{t("export.act", { count })}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void run(() => write("xlsx"))}>{tRepair("export.xlsx")}</Menu.Item>
          <Menu.Item onClick={() => void run(() => write("csv"))}>{tRepair("export.csv")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
