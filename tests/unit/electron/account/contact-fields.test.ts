import { expect, test } from "vitest";
import { contactFieldsOf } from "../../../../electron/account/contact-fields.ts";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { ContactFieldStore } from "../../../../electron/library/contact-fields.ts";
import type { AccountState, ContactField } from "../../../../shared/account.ts";
import { appErrorOf, type ErrorCode } from "../../../../shared/errors.ts";
import { err, ok } from "../../../../shared/result.ts";
import { openLibrary } from "../library/library-file.ts";

const name: ContactField = { id: "388077", name: "Name", type: "text" };
const city: ContactField = { id: "388078", name: "City", type: "text" };

/** An account whose service names these fields, or is kept from it. */
function sideOf(library = openLibrary()) {
  let answer: ContactField[] | ErrorCode = [name];
  let identity = "40217";
  const store = new ContactFieldStore(library);
  let meanwhile = () => {};
  const ofAccount = new Map<string, BsgClient>();
  const clientOf = () => {
    const client = {
      contactFields: async () => {
        meanwhile();
        return typeof answer === "string" ? err({ ...appErrorOf(answer), status: null }) : ok(answer);
      },
    } as Partial<BsgClient> as BsgClient;
    ofAccount.set(identity, ofAccount.get(identity) ?? client);
    return ofAccount.get(identity) ?? client;
  };
  const keyHint = "live_…x8k";
  const side = {
    account: {
      client: () => ok(clientOf()),
      state: (): AccountState => ({
        mode: "account",
        keyHint,
        testKey: false,
        kept: "keychain",
        identity,
        balance: null,
        problem: null,
      }),
      kept: async () => [{ identity: "40217", keyHint, testKey: false }],
    },
    database: {
      contactFields: {
        read: async (account: string) => store.read(account),
        keep: async (...kept: Parameters<ContactFieldStore["keep"]>) => store.keep(...kept),
      },
    },
  };
  return {
    answers: (next: typeof answer) => (answer = next),
    isOf: (other: string) => (identity = other),
    while: (happens: () => void) => (meanwhile = happens),
    ask: (at: string) => contactFieldsOf(side, () => at),
  };
}

test("without the service the fields are those it named last, with their time; a newer answer takes their place", async () => {
  const side = sideOf();
  expect(await side.ask("2026-11-20T08:00:00.000Z")).toEqual(ok({ fields: [name], keptSince: null }));
  side.answers([name, city]);
  expect(await side.ask("2026-11-21T08:00:00.000Z")).toEqual(ok({ fields: [name, city], keptSince: null }));
  side.answers("network.down");
  expect(await side.ask("2026-11-24T08:00:00.000Z")).toEqual(
    ok({ fields: [name, city], keptSince: "2026-11-21T08:00:00.000Z" }),
  );
});

test("after a start without a network the account is known by its key in the keychain", async () => {
  const library = openLibrary();
  await sideOf(library).ask("2026-11-20T08:00:00.000Z");
  const restarted = sideOf(library);
  restarted.isOf("");
  restarted.answers("network.down");
  expect(await restarted.ask("2026-11-24T08:00:00.000Z")).toEqual(
    ok({ fields: [name], keptSince: "2026-11-20T08:00:00.000Z" }),
  );
});

test("fields of one account are not another's, and a refused key gets none", async () => {
  const side = sideOf();
  await side.ask("2026-11-20T08:00:00.000Z");
  side.answers("key.refused");
  expect(await side.ask("2026-11-24T08:00:00.000Z")).toEqual(err(appErrorOf("key.refused")));
  side.answers("network.down");
  side.isOf("50001");
  expect(await side.ask("2026-11-24T08:00:00.000Z")).toEqual(err(appErrorOf("network.down")));
});

test("fields that come after another account was chosen are not kept as its own", async () => {
  const side = sideOf();
  side.while(() => side.isOf("50001"));
  await side.ask("2026-11-20T08:00:00.000Z");
  side.answers("network.down");
  expect(await side.ask("2026-11-24T08:00:00.000Z")).toEqual(err(appErrorOf("network.down")));
});
