import { type AppError } from "../../../shared/errors.ts";
import type { ReadingSettings } from "../../../shared/recipients/reading.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { readText } from "../text/read-text.ts";
import type { CompoundFile } from "../xls/compound-file.ts";
import { withAreaCodes } from "./area-codes.ts";
import { limits } from "./limits.ts";
import { withLinesSplit } from "./one-column-lines.ts";
import { Refusal } from "./refusal.ts";
import { fileKind } from "./signature.ts";
import type { OnProgress, SourceBook } from "./source-table.ts";

export type SourceOptions = { reading: ReadingSettings; locale: string; onProgress: OnProgress };

// Each format's reader is loaded when a file of it comes: most lists are text, and wait for no other.

async function readZip(bytes: Uint8Array, options: SourceOptions): Promise<SourceBook> {
  const { zipDirectory } = await import("../xlsx/zip-directory.ts");
  const directory = zipDirectory(bytes);
  if (directory.has("content.xml") && !directory.has("[content_types].xml")) {
    const { readOds } = await import("../ods/read-ods.ts");
    return readOds(bytes, directory, options);
  }
  // OpenDocument since LibreOffice 24.8 locks the package as a whole (OpenDocument 1.4, part 2).
  if (directory.has("encrypted-package")) throw new Refusal("file.locked");
  if (directory.has("word/document.xml") || directory.has("ppt/presentation.xml")) {
    throw new Refusal("file.not-a-table");
  }
  // Excel's binary workbook (.xlsb), which is none of the formats that are promised.
  if (directory.has("xl/workbook.bin")) throw new Refusal("file.kind-unknown");
  const { readXlsx } = await import("../xlsx/read-xlsx.ts");
  return readXlsx(bytes, directory, options);
}

/** An old workbook, or a new one that is encrypted. */
async function readContainer(file: CompoundFile, options: SourceOptions): Promise<SourceBook> {
  if (file.has("EncryptedPackage")) {
    const { unlockPackage } = await import("../locked/package-encryption.ts");
    return readZip(await unlockPackage(file), options);
  }
  const { readXls } = await import("../xls/read-xls.ts");
  return readXls(file, options);
}

async function read(bytes: Uint8Array, options: SourceOptions): Promise<SourceBook> {
  if (bytes.length > limits.fileBytes) throw new Refusal("file.too-large");
  const kind = fileKind(bytes);
  switch (kind) {
    case "empty":
      throw new Refusal("file.empty");
    case "zip":
      return readZip(bytes, options);
    case "ole": {
      const { CompoundFile } = await import("../xls/compound-file.ts");
      return readContainer(new CompoundFile(bytes), options);
    }
    case "bare-xls": {
      const { readXlsStream } = await import("../xls/read-xls.ts");
      return readXlsStream(bytes, options);
    }
    case "text":
      return readText(bytes, options.reading, options.onProgress);
    case "markup": {
      const { readMarkup } = await import("../markup/read-markup.ts");
      return readMarkup(bytes, options);
    }
    case "pdf":
    case "image":
    case "rtf":
    case "json":
    case "mail":
      throw new Refusal("file.not-a-table", { kind });
    case "contact-cards":
      throw new Refusal("file.contact-cards");
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
    const book = await read(bytes, options);
    const { delimiter } = options.reading;
    return ok(withAreaCodes(book.format === "csv" ? book : withLinesSplit(book, delimiter, options.onProgress)));
  } catch (problem) {
    if (problem instanceof Refusal) return err(problem.reason);
    // A range beyond the file's end is what a cut or damaged file looks like to a DataView.
    if (problem instanceof RangeError) return err(new Refusal("file.unreadable").reason);
    throw problem;
  }
}
