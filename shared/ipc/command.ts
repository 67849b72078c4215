import { z } from "zod";

/** At most this many rows of any table in one answer. */
export const pageLimit = 500;

/** One command: what goes in and what comes out. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/** The id of anything the program keeps. */
export const id = z.string().min(1).max(60);
/** A command without anything in or out. */
export const nothing = z.strictObject({});
/** Which rows of a table. */
export const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(pageLimit) };
/** Words typed into a search. */
export const search = z.string().max(200);
/** A number as the service takes it: international, no plus. */
export const number = z.string().regex(/^\d{9,15}$/);
/** Bytes on their way through the bridge. */
export const bytes = z.instanceof(Uint8Array);
