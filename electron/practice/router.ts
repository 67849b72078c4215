import { listSenders, listTariffs, refreshToken, showBalance } from "./account.ts";
import type { Answer } from "./answer.ts";
import { createGroups, createIndividual, createSend } from "./campaign-creation.ts";
import { listCampaigns, showCampaign, showDetail, stopCampaign } from "./campaign-reads.ts";
import {
  createContact,
  createField,
  deleteContacts,
  listContacts,
  listFields,
  searchContacts,
  updateContact,
} from "./contacts.ts";
import { attach, createGroup, detach, listGroups, searchGroups } from "./groups.ts";
import { listMessages } from "./message-reads.ts";
import type { Call } from "./practice.ts";
import { showPrice } from "./price-query.ts";
import { attachStopped, detachStopped, listStopped, searchStopped } from "./stop-list.ts";
import type { PracticeSwitches } from "./switches.ts";

/** Which limit on repeating a request applies to a route. */
type Repeats = keyof PracticeSwitches["duplicateSeconds"] | null;
type Route = { method: string; path: string; repeats: Repeats; handle: (call: Call) => Answer };

/** Every call but the login. `{id}` is a whole number. */
const routes: readonly Route[] = [
  route("POST", "/api/auth/refresh", null, refreshToken),
  route("POST", "/api/campaigns/sms/send", "campaigns", createSend),
  route("POST", "/api/campaigns/sms/send-groups", "campaigns", createGroups),
  route("POST", "/api/campaigns/sms/send-individual", "campaigns", createIndividual),
  route("POST", "/api/campaigns/price", "others", showPrice),
  route("GET", "/api/campaigns", null, listCampaigns),
  route("GET", "/api/campaigns/{id}", null, showCampaign),
  route("GET", "/api/campaigns/{id}/detail", null, showDetail),
  route("PATCH", "/api/campaigns/{id}/stop", null, stopCampaign),
  route("GET", "/api/messages", null, listMessages),
  route("GET", "/api/senders", null, listSenders),
  route("GET", "/api/accounts/balance", null, showBalance),
  route("GET", "/api/accounts/tariff", null, listTariffs),
  route("GET", "/api/groups", null, listGroups),
  route("POST", "/api/groups", "others", createGroup),
  route("GET", "/api/groups/search", null, searchGroups),
  route("POST", "/api/groups/attach", "others", attach),
  route("POST", "/api/groups/detach", "others", detach),
  route("GET", "/api/contacts/fields", null, listFields),
  route("POST", "/api/contacts/fields", "others", createField),
  route("GET", "/api/contacts", null, listContacts),
  route("POST", "/api/contacts", "others", createContact),
  route("GET", "/api/contacts/search", null, searchContacts),
  route("PUT", "/api/contacts/{id}", null, updateContact),
  route("POST", "/api/contacts/delete", "others", deleteContacts),
  route("GET", "/api/stoplist", null, listStopped),
  route("GET", "/api/stoplist/search", null, searchStopped),
  route("POST", "/api/stoplist/attach", "others", attachStopped),
  route("POST", "/api/stoplist/detach", "others", detachStopped),
];

function route(method: string, path: string, repeats: Repeats, handle: (call: Call) => Answer): Route {
  return { method, path, repeats, handle };
}

/** The route of a request with the number in its path (0 without one), or which of the two does not exist. */
export function findRoute(method: string, path: string): { route: Route; id: number } | "no-path" | "no-method" {
  const pattern = path.replace(/\/\d+(?=\/|$)/, "/{id}");
  const ofPath = routes.filter((each) => each.path === pattern);
  if (ofPath.length === 0) return "no-path";
  const found = ofPath.find((each) => each.method === method);
  if (found === undefined) return "no-method";
  return { route: found, id: Number(/\/(\d+)(?=\/|$)/.exec(path)?.[1] ?? 0) };
}
