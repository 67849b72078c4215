import { groupsOf } from "../../shared/campaign/plan.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { BsgClient } from "../bsg/port.ts";

const pageRows = 500;
/** The service takes no more people in one campaign for lists; somebody may have grown them since. */
const mostContacts = 100_000;

/**
 * Puts everybody of a body's Contact Book lists who must not be texted on the service's stop list.
 * @param neverText which of these numbers must not be texted.
 * @returns why it cannot be known or done; null when it is
 */
export async function stopNeverText(
  client: BsgClient,
  neverText: (numbers: string[]) => Promise<string[]>,
  body: string,
): Promise<AppError | null> {
  const groups = groupsOf(body);
  for (let offset = 0; offset < mostContacts;) {
    const page = await client.contacts({ offset, limit: pageRows, groups });
    if (!page.ok) return page.error;
    const { rows } = page.value;
    // A page may be shorter than asked for: only an empty one is the end.
    if (rows.length === 0) return null;
    offset += rows.length;
    const never = await neverText(rows.map(({ phone }) => phone));
    const added = never.length === 0 ? null : await client.addToStopList(never);
    if (added?.ok === false) return added.error;
  }
  return appErrorOf("service.malformed", { reason: "endless list" });
}
