import type { recipients as english } from "../en/recipients.ts";
import type { Translation } from "../translation.ts";

export const recipients = {} as const satisfies Translation<typeof english>;
