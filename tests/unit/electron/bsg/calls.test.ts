import { afterEach, expect, it } from "vitest";
import { createCalls } from "../../../../electron/bsg/calls.ts";
import { createBsgClient } from "../../../../electron/bsg/client.ts";
import { answers } from "../../../../electron/bsg/schema.ts";
import { ok } from "../../../../shared/result.ts";
import { closeServers, startHttp, testHttp } from "./servers.ts";

afterEach(closeServers);

const session = {
  bearer: async () => ok("first"),
  identity: async () => ok("7"),
  renew: async (refused?: string) => ok(`after ${refused}`),
};

it("tries again with the bearer that took the refused one's place", async () => {
  const seen: (string | undefined)[] = [];
  const server = await startHttp((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(seen.length === 1 ? 401 : 200).end('{"data":{"balance":1,"currency":"EUR"}}');
  });
  const calls = createCalls(`http://127.0.0.1:${server.port}`, testHttp(), session);
  expect(await calls({ method: "GET", path: "/api/accounts/balance" }, answers.balance)).toMatchObject({ ok: true });
  expect(seen).toEqual(["Bearer first", "Bearer after first"]);
});

it("gives up on a list whose pages never end", async () => {
  let pages = 0;
  const server = await startHttp((_, response) => {
    pages += 1;
    const rows = Array.from({ length: 500 }, (_, n) => ({ id: n, name: "again" }));
    response.end(JSON.stringify({ data: rows, total: 1_000_000_000 }));
  });
  const client = createBsgClient({ base: `http://127.0.0.1:${server.port}`, http: testHttp(), session });
  expect(await client.groups()).toMatchObject({ ok: false, error: { code: "service.malformed" } });
  expect(pages).toBe(200);
});

it("stops at an empty page although more were promised", async () => {
  const server = await startHttp((_, response) => response.end('{"data":[],"total":40}'));
  const client = createBsgClient({ base: `http://127.0.0.1:${server.port}`, http: testHttp(), session });
  expect(await client.groups()).toEqual({ ok: true, value: [] });
});
