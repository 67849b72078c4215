import type { review as english } from "../en/review.ts";
import type { Translation } from "../translation.ts";

export const review = {} as const satisfies Translation<typeof english>;
