import type { z } from "zod";
import { ok, refusal, Refused, type Answer } from "./answer.ts";
import type { Page } from "./paging.ts";

/** The body as the schema reads it; otherwise the request ends with 422 and every fault by its squeezed path. */
export function checked<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const errors: Record<string, string[]> = {};
  for (const issue of read.error.issues) (errors[issue.path.join("")] ??= []).push(issue.message);
  throw new Refused(refusal(422, "Validation failed", errors));
}

/** A page of rows with the `total` beside them. */
export function listed(rows: readonly unknown[], page: Page): Answer {
  return ok({ data: rows.slice(page.offset, page.offset + page.limit), total: rows.length });
}
