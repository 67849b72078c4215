import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import { writeSource } from "../draft/source-bytes.ts";
import { desk } from "../ui/desk.ts";
import { openedFile } from "./opened-file.ts";

/** A new draft whose people are a saved list. Answers the draft's id; a draft that could not be filled is removed. */
export async function beginFromList(list: { id: string; name: string }): Promise<Result<string, AppError>> {
  const read = await desk().readList({ id: list.id });
  if (!read.ok) return read;
  const draft = await desk().createDraft({ title: list.name });
  if (!draft.ok) return draft;
  const id = draft.value.id;
  const { bytes, reading } = read.value;
  const source = { kind: "list", name: list.name.slice(0, 255), size: bytes.length, listId: list.id } as const;
  const written = await writeSource(desk(), id, source, new Blob([bytes]));
  const saved = written.ok ? await desk().saveDraft({ id, patch: { reading } }) : written;
  if (saved.ok) return ok(id);
  await desk().deleteDraft({ id });
  return saved;
}

/** A new draft with the text of a template. Answers the draft's id. */
export async function beginFromTemplate(text: string): Promise<Result<string, AppError>> {
  const draft = await desk().createDraft({ title: "" });
  if (!draft.ok) return draft;
  const saved = await desk().saveDraft({ id: draft.value.id, patch: { text } });
  return saved.ok ? ok(draft.value.id) : saved;
}

/** A draft that takes a file; `present`: the one on the screen, as it is. */
export type FileDraft = { id: string; file: File; present?: true };

/**
 * A draft for the file that the system opened with the program, null when none waits: a new one, but for a file that
 * was asked for over the draft `present`, which is that one's.
 */
export async function beginFromOpenedFile(present: string | null): Promise<Result<FileDraft | null, AppError>> {
  const opened = await openedFile();
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const { file, asked } = opened.value;
  if (asked && present !== null) return ok({ id: present, file, present: true });
  return beginFromFile(file);
}

/** A new draft for a file. */
export async function beginFromFile(file: File): Promise<Result<FileDraft, AppError>> {
  const id = await beginEmpty();
  return id.ok ? ok({ id: id.value, file }) : id;
}

/** A new, empty draft. Answers its id. */
export async function beginEmpty(): Promise<Result<string, AppError>> {
  const draft = await desk().createDraft({ title: "" });
  return draft.ok ? ok(draft.value.id) : draft;
}
