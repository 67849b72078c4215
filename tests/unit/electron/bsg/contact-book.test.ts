import { afterEach, beforeEach, expect, test } from "vitest";
import { accountClient } from "../../../../electron/account/account-client.ts";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { practiceKey } from "../../../../electron/practice/account.ts";
import { type PracticeService, startPracticeService } from "../../../../electron/practice/service.ts";
import { testHttp } from "./servers.ts";

let service: PracticeService;
let client: BsgClient;

beforeEach(async () => {
  service = await startPracticeService({ stateFile: ":memory:" });
  client = accountClient(practiceKey, { base: service.url, http: testHttp(), now: () => Date.now() });
});
afterEach(() => service.close());

async function valueOf<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const read = await answer;
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  return read.value;
}

test("a list, a field and a contact are made, found again, changed, and taken off the list", async () => {
  const { contactBook } = client;
  const group = await valueOf(contactBook.createGroup("Spring sale", ""));
  expect(group).toMatchObject({ name: "Spring sale", people: 0 });
  expect(await valueOf(contactBook.groupsNamed("pring"))).toEqual([group]);
  const field = await valueOf(contactBook.createContactField("Shop", "text"));
  expect(field).toMatchObject({ name: "Shop", type: "text" });

  const made = await valueOf(
    contactBook.createContact({
      phone: "380671234567",
      groups: [group.id],
      fields: { [field.id]: "Podil", "388077": "" },
    }),
  );
  expect(made).toMatchObject({ phone: "380671234567", fields: { [field.id]: "Podil" } });
  expect(await valueOf(contactBook.contactByPhone("380671234567"))).toEqual(made);
  expect(await valueOf(contactBook.contactByPhone("380990000000"))).toBeNull();

  const changed = { phone: "380671234567", fields: { [field.id]: "Obolon" } };
  expect(await valueOf(contactBook.updateContact(made.id, changed))).toMatchObject({
    fields: { [field.id]: "Obolon" },
  });
  const others = await valueOf(client.contacts({ offset: 0, limit: 500, groups: ["7001"] }));
  const ids = others.rows.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(200);
  await valueOf(contactBook.addToGroups([made.id, ...ids], [group.id]));
  const people = async () => (await valueOf(contactBook.groupsNamed("Spring sale")))[0]?.people;
  expect(await people()).toBe(ids.length + 1);
  await valueOf(contactBook.removeFromGroups([made.id, ...ids], [group.id]));
  expect(await people()).toBe(0);
});

test("what exists already is refused in a sentence, and nothing is made twice", async () => {
  const { contactBook } = client;
  await valueOf(contactBook.createGroup("Spring sale"));
  expect(await contactBook.createGroup("Spring sale")).toMatchObject({ ok: false, error: { status: 422 } });
  await valueOf(contactBook.createContact({ phone: "380671234567" }));
  expect(await contactBook.createContact({ phone: "380671234567" })).toMatchObject({
    ok: false,
    error: { status: 422 },
  });
});

test("an entry of the stop list is found by its number or by a list, and taken off by its own id", async () => {
  await valueOf(client.addToStopList(["380671234567"]));
  const entries = await valueOf(client.contactBook.stopListEntries({ phone: "380671234567" }));
  expect(entries.map(({ phone }) => phone)).toEqual(["380671234567"]);
  expect((await valueOf(client.contactBook.stopListEntries({ group: "7001" }))).length).toBeGreaterThan(0);
  await valueOf(client.contactBook.removeFromStopList(entries.map(({ id }) => id)));
  expect(await valueOf(client.contactBook.stopListEntries({ phone: "380671234567" }))).toEqual([]);
});
