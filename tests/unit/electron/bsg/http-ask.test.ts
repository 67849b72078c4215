import { randomBytes } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import type { HttpRequest } from "../../../../electron/bsg/http.ts";
import { closeServers, startHttp, startHttps, startProxy, startTcp, testHttp, through } from "./servers.ts";

afterEach(closeServers);

const get = (url: string): HttpRequest => ({ method: "GET", url: new URL(url), headers: {} });
const at = ({ port }: { port: number }, path = "/") => get(`http://127.0.0.1:${port}${path}`);
const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

it("reads status, JSON and Date of an answer, whatever its content type, with a byte order mark", async () => {
  const server = await startHttp((_, response) => {
    response.writeHead(201, { "content-type": "text/html", date: "Tue, 03 Mar 2026 10:00:00 GMT" });
    response.end('\uFEFF{"id": 9007199254740993}');
  });
  expect(await testHttp().ask(at(server))).toMatchObject({
    ok: true,
    value: { status: 201, json: { id: "9007199254740993" }, date: "Tue, 03 Mar 2026 10:00:00 GMT" },
  });
});

it("sends method, path with brackets, headers and body as given, and no more than one request", async () => {
  const seen: unknown[] = [];
  const server = await startHttp((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const { host, authorization, connection } = request.headers;
      seen.push({ method: request.method, url: request.url, host, authorization, connection, body });
      response.end("{}");
    });
  });
  const url = new URL(`http://127.0.0.1:${server.port}/api/x?page[offset]=0`);
  await testHttp().ask({ method: "POST", url, headers: { authorization: "Bearer t" }, body: "Привіт" });
  expect(seen).toEqual([
    {
      method: "POST",
      url: "/api/x?page[offset]=0",
      host: `127.0.0.1:${server.port}`,
      authorization: "Bearer t",
      connection: "close",
      body: "Привіт",
    },
  ]);
});

it("leaves json undefined for HTML and for an empty body", async () => {
  const server = await startHttp((request, response) => response.end(request.url === "/html" ? "<html>" : ""));
  const [html, empty] = [await testHttp().ask(at(server, "/html")), await testHttp().ask(at(server, "/empty"))];
  expect(html).toMatchObject({ ok: true, value: { text: "<html>", json: undefined } });
  expect(empty).toMatchObject({ ok: true, value: { text: "", json: undefined } });
});

it("does not follow a redirect", async () => {
  const elsewhere = await startHttp((_, response) => response.end("{}"));
  const server = await startHttp((_, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${elsewhere.port}/` }).end();
  });
  expect(await testHttp().ask(at(server))).toMatchObject({ ok: true, value: { status: 302 } });
  expect(elsewhere.connections()).toBe(0);
});

it("refuses plain http to anything but this computer, without a connection", async () => {
  const proxy = await startProxy({ port: 1 });
  const http = testHttp({ resolveProxy: through(proxy) });
  expect(await http.ask(get("http://one-api.bsg.world/"))).toEqual(refused("network.address"));
  expect(await http.ask(get("ftp://localhost/"))).toEqual(refused("network.address"));
  expect(proxy.connections()).toBe(0);
});

it("speaks https to a certificate that it trusts, and refuses one that vouches for itself", async () => {
  const server = await startHttps((_, response) => response.end("{}"));
  const request = get(`https://localhost:${server.port}/`);
  expect(await testHttp().ask(request)).toMatchObject({ ok: true });
  expect(await testHttp({ certificates: [] }).ask(request)).toEqual(refused("network.tls"));
});

it("refuses a trusted certificate made out for another name, even where the environment asks not to check", async () => {
  const proxy = await startProxy(await startHttps((_, response) => response.end("{}")));
  const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  try {
    const answer = await testHttp({ resolveProxy: through(proxy) }).ask(get("https://another.test/"));
    expect(answer).toEqual(refused("network.tls"));
  } finally {
    if (before === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
  }
});

it("tells a service that is not there from one that hangs up", async () => {
  const gone = await startTcp(() => {});
  await gone.close();
  const rude = await startTcp((socket) => socket.on("data", () => socket.resetAndDestroy()));
  expect(await testHttp().ask(at(gone))).toEqual(refused("network.down"));
  expect(await testHttp().ask(at(rude))).toEqual(refused("network.broken"));
});

it("notices an answer that was cut, by length and by chunks", async () => {
  const head = "HTTP/1.1 200 OK\r\n";
  const cut = await startTcp((socket) => socket.on("data", () => socket.end(`${head}content-length: 9\r\n\r\n{}`)));
  const chunked = await startTcp((socket) =>
    socket.on("data", () => socket.end(`${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`)),
  );
  expect(await testHttp().ask(at(cut))).toEqual(refused("network.broken"));
  expect(await testHttp().ask(at(chunked))).toEqual(refused("network.broken"));
});

it("takes neither a change of protocol nor something that is no HTTP for an answer", async () => {
  const upgrade = "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n";
  for (const bytes of [upgrade, "SSH-2.0-OpenSSH\r\n"]) {
    const server = await startTcp((socket) => socket.on("data", () => socket.end(bytes)));
    expect(await testHttp().ask(at(server))).toMatchObject({ ok: false });
  }
});

it("gives up on a silent service, on one that drips for ever, and on a handshake that never ends", async () => {
  const silent = await startTcp(() => {});
  const dripping = await startHttp((_, response) => {
    response.flushHeaders();
    const drip = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(drip));
  });
  expect(await testHttp({ limits: { idle: 50 } }).ask(at(silent))).toEqual(refused("network.timeout"));
  expect(await testHttp({ limits: { total: 100 } }).ask(at(dripping))).toEqual(refused("network.timeout"));
  const handshake = testHttp({ limits: { connect: 50 } }).ask(get(`https://127.0.0.1:${silent.port}/`));
  expect(await handshake).toEqual(refused("network.timeout"));
});

it("gives up on an answer that is far too long without reading all of it", async () => {
  let written = 0;
  const server = await startHttp((_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(randomBytes(65_536))) written += 65_536;
    };
    response.on("drain", pour);
    pour();
  });
  const answer = await testHttp({ limits: { answerBytes: 100_000 } }).ask(at(server));
  expect(answer).toEqual(refused("service.too-large"));
  expect(written).toBeLessThan(64 * 1024 * 1024);
});

it("reaches the service through the system's proxy, and the proxy sees only its name and ciphertext", async () => {
  const server = await startHttps((request, response) => response.end(JSON.stringify({ host: request.headers.host })));
  const proxy = await startProxy(server);
  const asked: string[] = [];
  const http = testHttp({
    resolveProxy: (url) => {
      asked.push(url);
      return through(proxy)(url);
    },
  });
  const answer = await http.ask(get("https://service.test/api/messages?filter[reference_id]=A"));
  expect(answer).toMatchObject({ ok: true, value: { json: { host: "service.test" } } });
  expect(proxy.asked).toEqual(["service.test:443"]);
  expect(asked).toEqual(["https://service.test"]);
});

it("reaches the service through a proxy that itself speaks TLS", async () => {
  const server = await startHttps((_, response) => response.end("{}"));
  const proxy = await startProxy(server, true);
  const http = testHttp({ resolveProxy: async () => `HTTPS localhost:${proxy.port}` });
  expect(await http.ask(get("https://service.test/"))).toMatchObject({ ok: true, value: { status: 200 } });
  expect(proxy.asked).toEqual(["service.test:443"]);
});

it("tries the next proxy when the first is not there, but never after the service itself has failed", async () => {
  const server = await startHttps((_, response) => response.end("{}"));
  const [first, second, last] = [await startProxy(server), await startProxy(server), await startProxy(server)];
  await first.close();
  const route = `SOCKS5 127.0.0.1:1; PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}; PROXY 127.0.0.1:${last.port}`;
  const resolveProxy = async () => route;
  expect(await testHttp({ resolveProxy }).ask(get("https://service.test/"))).toMatchObject({ ok: true });
  const untrusting = testHttp({ resolveProxy, certificates: [] });
  expect(await untrusting.ask(get("https://service.test/"))).toEqual(refused("network.tls"));
  expect([second.connections(), last.connections()]).toEqual([2, 0]);
});

it("names the proxy when it refuses, asks for a password, is of a kind we do not speak or cannot be found out", async () => {
  const deny = await startHttp((_, response) => response.end());
  const password = await startTcp((socket) =>
    socket.on("data", () => socket.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")),
  );
  const request = get("https://service.test/");
  for (const resolveProxy of [
    through(deny),
    through(password),
    async () => "SOCKS5 127.0.0.1:1080",
    () => Promise.reject(new Error("no resolver")),
  ]) {
    expect(await testHttp({ resolveProxy }).ask(request)).toEqual(refused("network.proxy"));
  }
});

it("never takes a proxy to this computer", async () => {
  const server = await startHttp((_, response) => response.end("{}"));
  const proxy = await startProxy(server);
  expect(await testHttp({ resolveProxy: through(proxy) }).ask(at(server))).toMatchObject({ ok: true });
  expect(proxy.connections()).toBe(0);
});
