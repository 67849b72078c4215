import { ok } from "../../shared/result.ts";
import type { Calls } from "./calls.ts";
import type { Answer, ContactBook } from "./port.ts";
import { queryOf } from "./query.ts";
import { answers } from "./schema.ts";

/** Most contacts of one attachment to lists, and most entries of one removal from the stop list, by the OpenAPI. */
const mostAtOnce = 200;
/** Most rows of one page, by the OpenAPI. */
const pageRows = 500;

/**
 * Keeping the Contact Book (`bsg-api.md`, "Contact Book"). An empty string is refused where the service wants a length,
 * so what is empty is left out. Deleting contacts is not offered: given lists, the service deletes the people in them.
 */
export function contactBookKeeping(calls: Calls): ContactBook {
  const post = <T>(path: string, body: unknown, schema: Parameters<typeof calls<T>>[1]) =>
    valueOf(calls({ method: "POST", path, body }, schema));
  const found = { "page[offset]": 0, "page[limit]": pageRows };
  const pair = async (path: string, contacts: string[], groups: string[]): Answer<null> => {
    for (let start = 0; start < contacts.length; start += mostAtOnce) {
      const body = { contacts: contacts.slice(start, start + mostAtOnce).map(Number), groups: groups.map(Number) };
      const answer = await post(path, body, answers.anything);
      if (!answer.ok) return answer;
    }
    return ok(null);
  };
  return {
    async groupsNamed(name) {
      const query = queryOf({ ...found, "search[value]": name });
      const page = await calls({ method: "GET", path: `/api/groups/search${query}` }, answers.groups);
      return page.ok ? ok(page.value.value.rows) : page;
    },
    createGroup: (name, description) =>
      post("/api/groups", { name, ...given("description", description) }, answers.group),
    createContactField: (name, type) => post("/api/contacts/fields", { name, type }, answers.field),
    createContact: (contact) => post("/api/contacts", bodyOf(contact), answers.contact),
    updateContact: (id, contact) =>
      valueOf(
        calls(
          { method: "PUT", path: `/api/contacts/${encodeURIComponent(id)}`, body: bodyOf(contact) },
          answers.contact,
        ),
      ),
    async contactByPhone(phone) {
      const search = { "search[field]": "phone", "search[operator]": "=", "search[value]": phone };
      const query = queryOf({ ...found, ...search });
      const page = await calls({ method: "GET", path: `/api/contacts/search${query}` }, answers.contacts);
      return page.ok ? ok(page.value.value.rows[0] ?? null) : page;
    },
    addToGroups: (contacts, groups) => pair("/api/groups/attach", contacts, groups),
    removeFromGroups: (contacts, groups) => pair("/api/groups/detach", contacts, groups),
    async stopListEntries(query) {
      const wanted = "phone" in query ? { phone: query.phone } : { contact_group_id: query.group };
      const page = await calls(
        { method: "GET", path: `/api/stoplist/search${queryOf({ ...found, ...wanted })}` },
        answers.stopList,
      );
      return page.ok ? ok(page.value.value.rows) : page;
    },
    async removeFromStopList(ids) {
      for (let start = 0; start < ids.length; start += mostAtOnce) {
        const body = { ids: ids.slice(start, start + mostAtOnce).map(Number), types: ["sms"] };
        const answer = await post("/api/stoplist/detach", body, answers.anything);
        if (!answer.ok) return answer;
      }
      return ok(null);
    },
  };
}

function bodyOf({ phone, groups, fields }: Parameters<ContactBook["createContact"]>[0]) {
  const values = Object.entries(fields ?? {}).filter(([, value]) => value !== "");
  return {
    phone: Number(phone),
    ...(groups === undefined ? {} : { groups: groups.map(Number) }),
    ...(fields === undefined ? {} : { fields: values.map(([id, value]) => ({ id: Number(id), value })) }),
  };
}

function given(name: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === "" ? {} : { [name]: value };
}

async function valueOf<T>(call: Answer<{ value: T }>): Answer<T> {
  const answer = await call;
  return answer.ok ? ok(answer.value.value) : answer;
}
