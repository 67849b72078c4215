import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer } from "node:https";
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createHttp, type Http, type HttpOptions } from "../../../../electron/bsg/http.ts";

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/tls/${name}`, import.meta.url), "utf8");
export const certificate = fixture("certificate.pem");
const tls = { cert: certificate, key: fixture("key.pem") };

/** A server on a free loopback port, with what came in over its plain connections. */
export type Running = { port: number; connections: () => number; close: () => Promise<void> };

const running = new Set<Running>();

/** Closes every server that a test started. */
export async function closeServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.close()));
  running.clear();
}

export async function startHttp(handle: RequestListener): Promise<Running> {
  return started(createServer(handle));
}

export async function startHttps(handle: RequestListener): Promise<Running> {
  return started(createTlsServer(tls, handle));
}

/** A server that does with a raw connection what the test says. */
export async function startTcp(handle: (socket: Socket) => void): Promise<Running> {
  return started(createTcpServer(handle));
}

/** An HTTP proxy: CONNECT to any name leads to `target` on this computer; `asked` lists what it was asked for. */
export async function startProxy(target: { port: number }, secure = false): Promise<Running & { asked: string[] }> {
  const asked: string[] = [];
  const server = secure ? createTlsServer(tls) : createServer();
  server.on("connect", (request, socket: Socket) => {
    asked.push(request.url ?? "");
    const onward = connect(target.port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    for (const [one, other] of [
      [onward, socket],
      [socket, onward],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  return Object.assign(await started(server), { asked });
}

async function started(server: Server | TlsServer): Promise<Running> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;
  const one: Running = {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      for (const socket of sockets) socket.destroy();
      await closed.promise;
    },
  };
  running.add(one);
  return one;
}

/** The program's network without a proxy, trusting the test certificate unless told otherwise. */
export function testHttp(options: Partial<HttpOptions> = {}): Http {
  return createHttp({ resolveProxy: async () => "DIRECT", certificates: [certificate], ...options });
}

/** A resolver that answers with one HTTP proxy. */
export function through(proxy: { port: number }): (url: string) => Promise<string> {
  return async () => `PROXY 127.0.0.1:${proxy.port}`;
}
