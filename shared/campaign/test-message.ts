import { z } from "zod";

/** One text to one's own number, as the preview shows it. */
export const testMessage = z.strictObject({
  number: z.string().regex(/^\d{9,15}$/),
  text: z.string().min(1).max(1000),
  sender: z.string().max(20),
  tariffCode: z.number().int().min(0).max(9).nullable(),
});
export type TestMessage = z.infer<typeof testMessage>;
