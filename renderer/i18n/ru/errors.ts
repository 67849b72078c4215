import { errorKeys } from "../error-sentences.ts";
import { preparingErrors } from "./errors-preparing.ts";
import { serviceErrors } from "./errors-service.ts";

export const errors = errorKeys({ ...preparingErrors, ...serviceErrors });
