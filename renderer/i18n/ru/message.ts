import type { message as english } from "../en/message.ts";
import type { Translation } from "../translation.ts";

export const message = {} as const satisfies Translation<typeof english>;
