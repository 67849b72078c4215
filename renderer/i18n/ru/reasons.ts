import type { reasons as english } from "../en/reasons.ts";
import type { Translation } from "../translation.ts";

export const reasons = {} as const satisfies Translation<typeof english>;
