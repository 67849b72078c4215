import { type AppError, appErrorOf, type ErrorCode } from "../../../shared/errors.ts";

/**
 * Thrown by the readers deep inside a file to say what is wrong with it; `readSource` turns it into a `Result`.
 * Parsers of nested formats stay readable that way, and nothing of it ever leaves the worker.
 */
export class Refusal extends Error {
  readonly reason: AppError;

  constructor(code: ErrorCode, params: AppError["params"] = {}) {
    super(code);
    this.name = "Refusal";
    this.reason = appErrorOf(code, params);
  }
}
