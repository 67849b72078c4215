import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedTemplate } from "../../../shared/ipc/contract.ts";
import { readTemplateFile, templateFileLimits, writeTemplateFile } from "../../../shared/message/template-file.ts";
import { err, ok } from "../../../shared/result.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { newTemplates } from "./new-templates.ts";

/** The user's templates as a file that Excel opens, and back: to another computer, or to a colleague. */
export function TemplateFiles({ templates, onImported }: { templates: SavedTemplate[]; onImported: () => void }) {
  const { t } = useTranslation("templates");
  const input = useRef<HTMLInputElement>(null);
  const { busy, error, run } = useAct();
  const [said, setSaid] = useState<string | null>(null);

  const write = async () => {
    setSaid(null);
    const csv = writeTemplateFile(templates, [t("edit.name"), t("edit.text")]);
    return desk().saveFile({ name: `${t("file.name")}.csv`, bytes: new TextEncoder().encode(csv) });
  };
  const take = async (file: File) => {
    const filed = await readFile(file);
    if (!filed.ok) {
      setSaid(t(`import.${filed.error}`, { name: file.name }));
      return ok(null);
    }
    const { templates: read, leftOut } = filed.value;
    const added = newTemplates(read, templates);
    const known = read.length - added.length;
    for (const template of added) {
      const saved = await desk().saveTemplate({ id: null, ...template });
      if (!saved.ok) return saved;
    }
    const words: string[] = [t("import.done", { count: added.length })];
    if (known > 0) words.push(t("import.known", { count: known }));
    if (leftOut > 0) words.push(t("import.left", { count: leftOut }));
    setSaid(words.join(" "));
    onImported();
    return ok(null);
  };
  return (
    <>
      <Button busy={busy} onClick={() => input.current?.click()}>
        {t("import")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void run(() => take(file));
        }}
      />
      <Button busy={busy} disabled={templates.length === 0} onClick={() => void run(write)}>
        {t("export")}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
      {said !== null && <span role="status">{said}</span>}
    </>
  );
}

async function readFile(file: File): Promise<ReturnType<typeof readTemplateFile>> {
  if (file.size > templateFileLimits.bytes) return err("too-large");
  try {
    return readTemplateFile(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return err("not-text");
  }
}
