import { type AppError } from "../../../shared/errors.ts";
import type { ReadingSettings } from "../../../shared/recipients/reading.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { unlockPackage } from "../locked/package-encryption.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { readOds } from "../ods/read-ods.ts";
import { readText } from "../text/read-text.ts";
import { CompoundFile } from "../xls/compound-file.ts";
import { readXls, readXlsStream } from "../xls/read-xls.ts";
import { readXlsx } from "../xlsx/read-xlsx.ts";
import { zipDirectory } from "../xlsx/zip-directory.ts";
import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import { fileKind } from "./signature.ts";
import type { OnProgress, SourceBook } from "./source-table.ts";

export type SourceOptions = { reading: ReadingSettings; locale: string; onProgress: OnProgress };

async function readZip(bytes: Uint8Array, options: SourceOptions): Promise<SourceBook> {
  const directory = zipDirectory(bytes);
  if (directory.has("content.xml") && !directory.has("[content_types].xml")) return readOds(bytes, directory, options);
  if (directory.has("word/document.xml") || directory.has("ppt/presentation.xml")) {
    throw new Refusal("file.not-a-table");
  }
  // Excel's binary workbook (.xlsb), which is none of the formats that are promised.
  if (directory.has("xl/workbook.bin")) throw new Refusal("file.kind-unknown");
  return readXlsx(bytes, directory, options);
}

/** An old workbook, or a new one that is encrypted. */
async function readContainer(file: CompoundFile, options: SourceOptions): Promise<SourceBook> {
  return file.has("EncryptedPackage") ? readZip(await unlockPackage(file), options) : readXls(file, options);
}

async function read(bytes: Uint8Array, options: SourceOptions): Promise<SourceBook> {
  if (bytes.length > limits.fileBytes) throw new Refusal("file.too-large");
  const kind = fileKind(bytes);
  switch (kind) {
    case "empty":
      throw new Refusal("file.empty");
    case "zip":
      return readZip(bytes, options);
    case "ole":
      return readContainer(new CompoundFile(bytes), options);
    case "bare-xls":
      return readXlsStream(bytes, options);
    case "text":
      return readText(bytes, options.reading, options.onProgress);
    case "markup":
      return readMarkup(bytes, options);
    case "pdf":
    case "image":
    case "rtf":
    case "json":
    case "mail":
      throw new Refusal("file.not-a-table", { kind });
    case "archive":
    case "other-text":
    case "binary":
      throw new Refusal("file.kind-unknown");
    default:
      return kind satisfies never;
  }
}

/** Reads any source that the program understands, by its content. Errors: the `file.*` codes. */
export async function readSource(bytes: Uint8Array, options: SourceOptions): Promise<Result<SourceBook, AppError>> {
  try {
    return ok(await read(bytes, options));
  } catch (problem) {
    if (problem instanceof Refusal) return err(problem.reason);
    // A range beyond the file's end is what a cut or damaged file looks like to a DataView.
    if (problem instanceof RangeError) return err(new Refusal("file.unreadable").reason);
    throw problem;
  }
}
