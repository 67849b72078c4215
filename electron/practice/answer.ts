/** What the service answers: a status and a JSON body. */
export type Answer = { status: number; body: unknown };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** A refusal in the One-API's shape; `errors` maps a squeezed path to its sentences, `[]` when there is none. */
export function refusal(status: number, message: string, errors: Record<string, string[]> = {}): Answer {
  return { status, body: { message, errors: Object.keys(errors).length === 0 ? [] : errors } };
}

/** 401 in the shape that the service has kept from its older API. */
export function unauthorized(message: string): Answer {
  return { status: 401, body: { code: 401, message } };
}

/** Thrown by a rule to end the request with this answer. Rules come before writing: what is written stays. */
export class Refused extends Error {
  override name = "Refused";
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** Ends the request with 422 for one field. */
export function refuseField(path: string, sentence: string, message = "Validation failed"): never {
  throw new Refused(refusal(422, message, { [squeeze(path)]: [sentence] }));
}

/** A path as `errors` names it, with its brackets and dots squeezed out: `messages[0].phone` → `messages0phone`. */
export function squeeze(path: string): string {
  return path.replace(/[[\].]/g, "");
}
