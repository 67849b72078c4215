import { z } from "zod";
import { appError } from "./errors.ts";
import { money } from "./money.ts";

/** The account as the window may know it: never the key, never the JWT. */
export const accountState = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("none") }),
  z.strictObject({ mode: z.literal("practice"), balance: money.nullable(), problem: appError.nullable() }),
  z.strictObject({
    mode: z.literal("account"),
    /** `live_…X8k` */
    keyHint: z.string(),
    testKey: z.boolean(),
    /** Where the key is: the system's keychain, or only in memory until the program ends. */
    kept: z.enum(["keychain", "session"]),
    /** The `id` claim of the JWT; "" until the first login. */
    identity: z.string(),
    balance: money.nullable(),
    problem: appError.nullable(),
  }),
]);
export type AccountState = z.infer<typeof accountState>;

/** An account whose key is kept in the keychain. */
export const keptAccount = z.strictObject({ identity: z.string(), keyHint: z.string(), testKey: z.boolean() });
export type KeptAccount = z.infer<typeof keptAccount>;

/** A sender name or number of the account. */
export const sender = z.strictObject({
  name: z.string(),
  status: z.enum(["active", "blocked", "registering", "other"]),
  isDefault: z.boolean(),
});
export type Sender = z.infer<typeof sender>;

/** A tariff connected to the account. */
export const tariff = z.strictObject({ code: z.number().int(), name: z.string(), isDefault: z.boolean() });
export type Tariff = z.infer<typeof tariff>;

/** A field of the Contact Book; `id` goes out as `{id}` in a text for its lists. */
export const contactField = z.strictObject({ id: z.string(), name: z.string(), type: z.string() });
export type ContactField = z.infer<typeof contactField>;

/** Fields of the Contact Book as they are now, or since when (ISO 8601 UTC) they are kept: the service did not answer. */
export const contactFields = z.strictObject({ fields: z.array(contactField), keptSince: z.string().nullable() });
export type ContactFields = z.infer<typeof contactFields>;

/** The service's rule for senders: Latin letters, digits, symbols and spaces up to 11, or digits only up to 15. */
export function isSender(name: string): boolean {
  if (/^\d+$/.test(name)) return name.length <= 15;
  return /^[\x20-\x7e]{1,11}$/.test(name) && name.trim() !== "";
}
