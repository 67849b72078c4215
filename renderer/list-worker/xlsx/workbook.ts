import { limits } from "../source/limits.ts";
import { Refusal } from "../source/refusal.ts";
import { type Package, type Relationship, resolveTarget, scanPart } from "./parts.ts";
import { attribute } from "./xml-text.ts";
import type { XmlHandler } from "./xml-scanner.ts";

/** A worksheet of a workbook: where it is, and whether it is shown. */
export type WorkbookSheet = { name: string; hidden: boolean; part: string };
export type Workbook = {
  sheets: WorkbookSheet[];
  date1904: boolean;
  /** Excel works all formulas out when it opens the file, whatever results stand there. */
  recalculated: boolean;
  sharedStrings: string | null;
  styles: string | null;
};

const silent = { close: () => {}, text: () => {} };

function relationshipsInto(found: Relationship[], folder: string): XmlHandler {
  return {
    ...silent,
    open(name, bytes, from, to) {
      if (name !== "Relationship" || found.length > limits.zipEntries) return;
      found.push({
        id: attribute(bytes, from, to, "Id") ?? "",
        type: attribute(bytes, from, to, "Type") ?? "",
        target: resolveTarget(folder, attribute(bytes, from, to, "Target") ?? ""),
      });
    },
  };
}

async function workbookPart(source: Package): Promise<string> {
  const found: Relationship[] = [];
  await scanPart(source, "_rels/.rels", relationshipsInto(found, ""));
  return found.find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
}

/** Reads which sheets a workbook has. Throws {@link Refusal}: not a workbook, or a damaged one. */
export async function readWorkbook(source: Package): Promise<Workbook> {
  const part = await workbookPart(source);
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relationships: Relationship[] = [];
  const named: { name: string; hidden: boolean; id: string }[] = [];
  let [date1904, recalculated] = [false, false];
  const present = await scanPart(source, part, {
    ...silent,
    open(name, bytes, from, to) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attribute(bytes, from, to, "date1904") ?? "");
      if (name === "calcPr") recalculated = /^(1|true)$/.test(attribute(bytes, from, to, "fullCalcOnLoad") ?? "");
      if (name !== "sheet") return;
      if (named.length >= limits.sheets) throw new Refusal("file.hostile");
      const state = attribute(bytes, from, to, "state") ?? "visible";
      const id = attribute(bytes, from, to, "id") ?? "";
      named.push({ name: attribute(bytes, from, to, "name") ?? "", hidden: state !== "visible", id });
    },
  });
  if (!present) throw new Refusal("file.kind-unknown");
  await scanPart(source, `${folder}_rels/${part.slice(folder.length)}.rels`, relationshipsInto(relationships, folder));
  const sheets: WorkbookSheet[] = [];
  for (const { name, hidden, id } of named) {
    const target = relationships.find((relationship) => relationship.id === id);
    if (target?.type.endsWith("/worksheet") === true) sheets.push({ name, hidden, part: target.target });
  }
  if (sheets.length === 0) throw new Refusal("file.unreadable");
  const partOf = (kind: string): string | null =>
    relationships.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? null;
  return { sheets, date1904, recalculated, sharedStrings: partOf("sharedStrings"), styles: partOf("styles") };
}
