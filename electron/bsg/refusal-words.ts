import { z } from "zod";

/** A refusal as the service words it. */
export type ServiceRefusal = {
  /** `message` and every sentence under `errors`, as sent. */
  sentences: string[];
  /** The squeezed paths under `errors`. */
  fields: string[];
  /** `message`, shortened, with nothing in it that could be a customer's: fit for an error and a log. */
  reason: string;
};

const sentences = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const body = z.object({
  message: z.string(),
  errors: z.record(z.string(), sentences).catch({}),
});

/** Reads the service's own refusal, of the new API or the old; null when the JSON is not one. */
export function readRefusal(json: unknown): ServiceRefusal | null {
  const read = body.safeParse(json);
  if (!read.success) return null;
  const { message, errors } = read.data;
  return {
    sentences: [message, ...Object.values(errors).flat()],
    fields: Object.keys(errors).map(squeezed),
    reason: withoutPrivateParts(message).slice(0, 200),
  };
}

/** The service squeezes the brackets out of a path; a version of it that does not is read all the same. */
function squeezed(path: string): string {
  return path.replaceAll(/[[\].]/g, "");
}

/** Numbers, keys, tokens and whatever is quoted: the service may repeat in its words what it was sent. */
function withoutPrivateParts(words: string): string {
  return words
    .replaceAll(/\b(?:live|test)_[\w-]+/gi, "…")
    .replaceAll(/\beyJ[\w.-]+/g, "…")
    .replaceAll(/"[^"]*"|“[^”]*”|«[^»]*»|(?<!\w)'[^']*'(?!\w)/g, "“…”")
    .replaceAll(/\+?\d(?:[\s().-]{0,3}\d){4,}/g, "…");
}
