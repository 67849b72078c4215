import { groupsOf } from "../../shared/campaign/plan.ts";
import type { AppError } from "../../shared/errors.ts";
import type { BsgClient } from "../bsg/port.ts";
import { wholeList } from "../bsg/whole-list.ts";

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
  const contacts = await wholeList((page) => client.contacts({ ...page, groups }));
  if (!contacts.ok) return contacts.error;
  const never = await neverText(contacts.value.map(({ phone }) => phone));
  const added = never.length === 0 ? null : await client.addToStopList(never);
  return added?.ok === false ? added.error : null;
}
