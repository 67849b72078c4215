import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import { contentDigest, createDigest } from "../../shared/message/digest.ts";
import type { Encoding } from "../../shared/message/encoding.ts";
import { type LatinStandard, written } from "../../shared/message/latin.ts";
import { countParts } from "../../shared/message/parts.ts";
import { type CompiledTemplate, compileTemplate, parseTemplate, renderMessage } from "../../shared/message/template.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import { nativeSha256 } from "../native-sha256.ts";
import type { DraftStore } from "./drafts.ts";

/** One person with the very text that will be sent. `cells` are the person's fields in the list's order. */
export type RenderedPerson = { position: number; number: string; row: number; cells: string[]; text: string };

/** People whose message has the same number of parts, for asking the price: numbers go out only from Review on. */
export type RenderedBucket = { encoding: Encoding; parts: number; numbers: string[]; text: string };

export type RenderedDraft = {
  people: number;
  parts: number;
  /** Ascending by parts, GSM before UCS-2. */
  buckets: RenderedBucket[];
  /** SHA-256 over number and text in order, as the window computes it (`shared/message/digest.ts`). */
  digest: string;
  /** The same whatever the order, to recognise the same content for the same people (`contentDigest`). */
  content: string;
  /** The one text that everybody gets, or null when texts differ. */
  commonText: string | null;
  columns: string[];
  /** What forbids sending, in order: nobody, no text, a fault in the template, too long, an empty message. */
  problems: AppError[];
};

type Opened = {
  columns: string[];
  template: CompiledTemplate | null;
  latin: LatinStandard | null;
  problems: AppError[];
};

/** Renders a draft from main's own copy of the list, with the functions that the window uses. */
export class DraftRenderer {
  private readonly drafts: DraftStore;

  constructor(drafts: DraftStore) {
    this.drafts = drafts;
  }

  /** Everything that Review shows and the confirmation compares. */
  summary(draftId: string): Result<RenderedDraft, AppError> {
    const opened = this.compiled(draftId);
    if (!opened.ok) return opened;
    const { columns, template, latin, problems } = opened.value;
    const digest = createDigest(nativeSha256);
    const buckets = new Map<string, RenderedBucket>();
    const texts = new Set<string>();
    const messages: { number: string; text: string }[] = [];
    let [people, parts, tooLong, empty] = [0, 0, 0, 0];
    for (const person of template === null ? [] : this.render(draftId, template, latin)) {
      const count = countParts(person.text);
      people += 1;
      parts += count.parts;
      if (count.overLimit) tooLong += 1;
      if (person.text.trim() === "") empty += 1;
      if (texts.size < 2) texts.add(person.text);
      digest.add(person.number, person.text);
      messages.push({ number: person.number, text: person.text });
      addToBucket(buckets, count, person);
    }
    if (people === 0 && problems.length === 0) problems.push(appErrorOf("draft.no-people"));
    if (tooLong > 0) problems.push(appErrorOf("draft.too-long", { people: tooLong }));
    if (empty > 0) problems.push(appErrorOf("draft.empty-text", { people: empty }));
    return ok({
      people,
      parts,
      buckets: [...buckets.values()].toSorted((a, b) => a.parts - b.parts || a.encoding.localeCompare(b.encoding)),
      digest: digest.hex(),
      content: contentDigest(messages, nativeSha256),
      commonText: texts.size === 1 ? ([...texts][0] ?? null) : null,
      columns,
      problems,
    });
  }

  /** Every person with the rendered text, in order, and their digest. Refused when the template has a fault. */
  everybody(draftId: string): Result<{ people: RenderedPerson[]; digest: string }, AppError> {
    const opened = this.compiled(draftId);
    if (!opened.ok) return opened;
    const { template, latin, problems } = opened.value;
    if (template === null) return err(problems[0] ?? appErrorOf("draft.no-text"));
    const people = [...this.render(draftId, template, latin)];
    const digest = createDigest(nativeSha256);
    for (const { number, text } of people) digest.add(number, text);
    return ok({ people, digest: digest.hex() });
  }

  private compiled(draftId: string): Result<Opened, AppError> {
    const draft = this.drafts.open(draftId);
    if (!draft.ok) return draft;
    const { text, acceptedPeople, review } = draft.value;
    const columns = this.drafts.columns(draftId);
    const problems: AppError[] = [];
    if (acceptedPeople === null || acceptedPeople === 0) problems.push(appErrorOf("draft.no-people"));
    if (text.trim() === "") problems.push(appErrorOf("draft.no-text"));
    const template = compileTemplate(parseTemplate(text, columns), columns);
    if (!template.ok) problems.push(appErrorOf("draft.template", { field: template.error[0]?.field ?? "" }));
    return ok({ columns, template: template.ok ? template.value : null, latin: review.latinLetters, problems });
  }

  private *render(draftId: string, template: CompiledTemplate, latin: LatinStandard | null): Generator<RenderedPerson> {
    for (const person of this.drafts.people(draftId)) {
      const text = renderMessage(template, (column) => person.cells[column] ?? "");
      yield { ...person, text: written(text, latin) };
    }
  }
}

function addToBucket(
  buckets: Map<string, RenderedBucket>,
  { encoding, parts }: { encoding: Encoding; parts: number },
  { number, text }: RenderedPerson,
): void {
  const key = `${parts} ${encoding}`;
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, { encoding, parts, numbers: [number], text });
  else bucket.numbers.push(number);
}
