import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import type { Http, HttpRequest } from "../../../../electron/bsg/http.ts";
import type { PostOutcome } from "../../../../electron/bsg/port.ts";
import { closeServers, startHttp, startHttps, startProxy, startTcp, testHttp, through } from "./servers.ts";

afterEach(closeServers);

const body = JSON.stringify({ text: "Привіт", phones: [] });
const to = (base: string): HttpRequest => ({
  method: "POST",
  url: new URL("/api/campaigns/sms/send", base),
  headers: { "content-type": "application/json" },
  body,
});
const plain = ({ port }: { port: number }) => to(`http://127.0.0.1:${port}`);
const secure = ({ port }: { port: number }) => to(`https://localhost:${port}`);

/** Posts and tells how often the gate was asked. */
async function post(request: HttpRequest, http: Http = testHttp(), passes = true): Promise<[PostOutcome, number]> {
  let asked = 0;
  const outcome = await http.postCampaign(request, async () => {
    asked += 1;
    return passes;
  });
  return [outcome, asked];
}

/** Keeps what it was asked, whole, and answers with the body. */
function keeping(seen: string[], status = 200) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      seen.push(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(status, { "content-type": "application/json" }).end('{"data":{"id":12345678901234567890}}');
    });
  };
}

it("hands over the body byte by byte and brings back the whole answer", async () => {
  const seen: string[] = [];
  const server = await startHttps(keeping(seen));
  const [outcome, asked] = await post(secure(server));
  expect(outcome).toEqual({
    kind: "answered",
    status: 200,
    json: { data: { id: "12345678901234567890" } },
    text: '{"data":{"id":12345678901234567890}}',
    date: expect.any(String),
  });
  expect(seen).toEqual([body]);
  expect(asked).toBe(1);
});

it("brings back refusals, redirects and HTML as answers, following nothing", async () => {
  const elsewhere = await startHttp(keeping([]));
  const server = await startHttp((_, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${elsewhere.port}/` }).end("<html>");
  });
  expect(await post(plain(server))).toEqual([
    { kind: "answered", status: 307, json: null, text: "<html>", date: expect.any(String) },
    1,
  ]);
  expect([server.connections(), elsewhere.connections()]).toEqual([1, 0]);
});

it("takes a fresh connection for every campaign", async () => {
  const seen: string[] = [];
  const server = await startHttps(keeping(seen));
  const http = testHttp();
  for (let n = 0; n < 3; n += 1) await post(secure(server), http);
  expect([server.connections(), seen.length]).toEqual([3, 3]);
});

it("has not begun when nobody is there, and does not ask the gate", async () => {
  const server = await startTcp(() => {});
  await server.close();
  const [outcome, asked] = await post(plain(server));
  expect(outcome).toEqual({ kind: "not-begun", why: expect.objectContaining({ code: "network.down" }) });
  expect(asked).toBe(0);
});

it("has not begun when the TLS handshake is cut, though bytes were written", async () => {
  let bytes = 0;
  const server = await startTcp((socket) =>
    socket.on("data", (chunk) => {
      bytes += chunk.length;
      socket.destroy();
    }),
  );
  const [outcome, asked] = await post(secure(server));
  expect(outcome).toMatchObject({ kind: "not-begun" });
  expect(asked).toBe(0);
  expect(bytes).toBeGreaterThan(0);
});

it("has not begun when the certificate is not trusted, and the service has read nothing", async () => {
  const seen: string[] = [];
  const server = await startHttps(keeping(seen));
  const [outcome, asked] = await post(secure(server), testHttp({ certificates: [] }));
  expect(outcome).toMatchObject({ kind: "not-begun", why: { code: "network.tls" } });
  expect([asked, seen.length]).toEqual([0, 0]);
});

it("has not begun when the proxy's tunnel stands but the handshake inside it is cut", async () => {
  const server = await startTcp((socket) => socket.on("data", () => socket.destroy()));
  const proxy = await startProxy(server);
  const [outcome, asked] = await post(to("https://service.test"), testHttp({ resolveProxy: through(proxy) }));
  expect(outcome).toMatchObject({ kind: "not-begun" });
  expect(asked).toBe(0);
  expect(proxy.asked).toEqual(["service.test:443"]);
});

it("passes through a proxy once", async () => {
  const seen: string[] = [];
  const server = await startHttps(keeping(seen));
  const proxy = await startProxy(server);
  const [outcome, asked] = await post(to("https://service.test"), testHttp({ resolveProxy: through(proxy) }));
  expect(outcome).toMatchObject({ kind: "answered", status: 200 });
  expect([asked, seen.length]).toEqual([1, 1]);
});

it("is withheld without one byte when the gate says no, over TLS and on this computer", async () => {
  let bytes = 0;
  const closed = Promise.withResolvers<void>();
  const tcp = await startTcp((socket) => {
    socket.on("data", (chunk) => (bytes += chunk.length));
    socket.on("close", () => closed.resolve());
  });
  expect(await post(plain(tcp), testHttp(), false)).toEqual([{ kind: "withheld" }, 1]);
  await closed.promise;
  expect(bytes).toBe(0);

  const seen: string[] = [];
  const tls = await startHttps(keeping(seen));
  expect(await post(secure(tls), testHttp(), false)).toEqual([{ kind: "withheld" }, 1]);
  expect([tls.connections(), seen.length]).toEqual([1, 0]);
});

it("writes nothing before the gate has answered", async () => {
  let bytes = 0;
  const connected = Promise.withResolvers<void>();
  const server = await startTcp((socket) => {
    connected.resolve();
    socket.on("data", (chunk) => {
      bytes += chunk.length;
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    });
  });
  let bytesWhenAnswered = -1;
  const outcome = await testHttp().postCampaign(plain(server), async () => {
    await connected.promise;
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    bytesWhenAnswered = bytes;
    return true;
  });
  expect(outcome).toMatchObject({ kind: "answered", status: 200 });
  expect(bytesWhenAnswered).toBe(0);
});

it("has not begun when the gate cannot be asked", async () => {
  const seen: string[] = [];
  const server = await startHttp(keeping(seen));
  const outcome = await testHttp().postCampaign(plain(server), () => Promise.reject(new Error("journal closed")));
  expect(outcome).toMatchObject({ kind: "not-begun", why: { code: "internal" } });
  expect(seen).toEqual([]);
});

it("is broken when the connection is reset after the request, and tries nothing again", async () => {
  const server = await startTcp((socket) => socket.on("data", () => socket.resetAndDestroy()));
  const [outcome, asked] = await post(plain(server));
  expect(outcome).toMatchObject({ kind: "broken", why: { code: "network.broken" } });
  expect([asked, server.connections()]).toEqual([1, 1]);
});

it("is broken when the service hangs up, cuts its answer, is silent or says far too much", async () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
  const ways: [(write: (bytes: string) => void, end: () => void) => void, string][] = [
    [(_, end) => end(), "network.broken"],
    [(write, end) => (write(head), end()), "network.broken"],
    [(write, end) => (write(`${head}{"data":{"id":5`), end()), "network.broken"],
    [() => {}, "network.timeout"],
    [(write) => write(head), "network.timeout"],
    [(write) => write(head + "x".repeat(900)), "service.too-large"],
  ];
  for (const [act, code] of ways) {
    const server = await startTcp((socket) =>
      socket.once("data", () =>
        act(
          (bytes) => void socket.write(bytes),
          () => void socket.end(),
        ),
      ),
    );
    const [outcome] = await post(plain(server), testHttp({ limits: { idle: 100, answerBytes: 500 } }));
    expect(outcome).toMatchObject({ kind: "broken", why: { code } });
    expect(server.connections()).toBe(1);
  }
});

it("is never answered when the connection is lost while the gate is being asked", async () => {
  const lost = Promise.withResolvers<void>();
  const server = await startTcp((socket) => {
    socket.resume();
    socket.on("close", () => lost.resolve());
    socket.resetAndDestroy();
  });
  const outcome = await testHttp().postCampaign(plain(server), async () => {
    await lost.promise;
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    return true;
  });
  // Whether the reset is noticed before or after the first write is the system's affair.
  expect(["not-begun", "broken"]).toContain(outcome.kind);
});
