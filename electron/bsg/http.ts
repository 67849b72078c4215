import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect as tcpConnect, isIP, type Socket } from "node:net";
import { connect as tlsConnect, type SecureContext } from "node:tls";
import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isLoopbackHost, mayCarryTheKey } from "./address.ts";
import { trustedCertificates } from "./certificates.ts";
import { jsonOf } from "./json.ts";
import { networkErrorOf, TimeLimitError } from "./network-errors.ts";
import type { PostOutcome } from "./port.ts";
import { bareHost, proxyRoutes, type ProxyRoute } from "./proxy.ts";
import { askedWait } from "./rate-limit.ts";

/** How long (milliseconds) and how much (bytes) one request may take. */
export type Limits = {
  /** Until the connection is secure, proxy and name look-up included; for each way that is tried. */
  connect: number;
  /** Without a byte in either direction. */
  idle: number;
  /** From the first byte of the request to the last one of the answer. */
  total: number;
  answerBytes: number;
};

const defaultLimits: Limits = { connect: 20_000, idle: 45_000, total: 120_000, answerBytes: 16 * 1024 * 1024 };

export type HttpOptions = {
  /** The system's proxy for a URL, as a PAC script would answer ("DIRECT", "PROXY host:port", …). */
  resolveProxy: (url: string) => Promise<string>;
  /** Further trusted certificates in PEM. */
  certificates?: readonly string[];
  limits?: Partial<Limits>;
};

export type HttpRequest = {
  method: "GET" | "POST" | "PATCH" | "PUT";
  url: URL;
  headers: Record<string, string>;
  body?: string;
};

/** A complete answer. `json` is `undefined` unless the body is JSON; `date` is the `Date` header. */
export type HttpAnswer = {
  status: number;
  text: string;
  json: unknown;
  date: string | null;
  /** How long (ms) the service asks to wait before the next request; absent when it does not. */
  wait?: number;
};

/** The network as the BSG client needs it: every request on a connection of its own, redirects never followed. */
export interface Http {
  /** Asks once. Refuses (`network.address`) to speak plain http to anything but this computer. */
  ask(request: HttpRequest): Promise<Result<HttpAnswer, AppError>>;
  /**
   * Posts a campaign, once: a fresh connection, no redirect, no second try. Never rejects.
   * @param mayPass asked when the connection to the service is secure and no byte of the request is written.
   */
  postCampaign(request: HttpRequest, mayPass: () => Promise<boolean>): Promise<PostOutcome>;
}

/** Opens the program's only way to the network. */
export function createHttp(options: HttpOptions): Http {
  const limits = { ...defaultLimits, ...options.limits };
  const trust = trustedCertificates(options.certificates);
  const open = (url: URL) => openConnection(url, options.resolveProxy, trust, limits.connect);
  return {
    async ask(request) {
      const connection = await open(request.url);
      return connection.ok ? exchange(connection.value, request, limits) : connection;
    },
    async postCampaign(request, mayPass) {
      const connection = await open(request.url);
      if (!connection.ok) return { kind: "not-begun", why: connection.error };
      return postPastTheBoundary(connection.value, request, mayPass, limits);
    },
  };
}

/** The boundary of send-protocol.md is here: the connection stands, and no byte of the request has been written. */
async function postPastTheBoundary(
  socket: Socket,
  request: HttpRequest,
  mayPass: () => Promise<boolean>,
  limits: Limits,
): Promise<PostOutcome> {
  let passes = false;
  try {
    passes = await mayPass();
  } catch {
    // A gate that cannot be asked has not opened.
    socket.destroy();
    return { kind: "not-begun", why: appErrorOf("internal", { place: "mayPass" }) };
  }
  if (!passes) {
    socket.destroy();
    return { kind: "withheld" };
  }
  // Lost while the gate was asked: nothing has been written, and nothing can be any more.
  if (socket.destroyed) return { kind: "not-begun", why: appErrorOf("network.broken", { reason: "" }) };
  const answer = await exchange(socket, request, limits);
  if (!answer.ok) return { kind: "broken", why: answer.error };
  const { status, text, json, date } = answer.value;
  return { kind: "answered", status, text, json: json ?? null, date };
}

/** A connection on which the request may be written: TLS to the service stands, or TCP on this computer. */
async function openConnection(
  url: URL,
  resolveProxy: HttpOptions["resolveProxy"],
  trust: () => SecureContext,
  limit: number,
): Promise<Result<Socket, AppError>> {
  if (!mayCarryTheKey(url)) return err(appErrorOf("network.address"));
  let routes: ProxyRoute[] = [{ kind: "direct" }];
  if (!isLoopbackHost(url.hostname)) {
    try {
      // The origin only: a PAC script has no business with what is asked for.
      routes = proxyRoutes(await resolveProxy(url.origin));
    } catch {
      return err(appErrorOf("network.proxy", { reason: "unresolved" }));
    }
  }
  let refusal = appErrorOf("network.proxy");
  for (const route of routes) {
    const connection = await openBy(route, url, trust, limit);
    if (connection.ok) return connection;
    refusal = connection.error;
    // Only a proxy that is not there makes way for the next entry; what the service does is final.
    if (refusal.code !== "network.proxy") break;
  }
  return err(refusal);
}

async function openBy(
  route: ProxyRoute,
  url: URL,
  trust: () => SecureContext,
  limit: number,
): Promise<Result<Socket, AppError>> {
  if (route.kind === "unsupported") return err(appErrorOf("network.proxy", { reason: route.scheme }));
  const deadline = deadlineOf(limit);
  const { signal } = deadline;
  const host = bareHost(url.hostname);
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  try {
    let socket: Socket;
    if (route.kind === "direct") {
      socket = await established(tcpConnect({ host, port }), "connect", signal);
    } else {
      const tunnel = await tunnelThrough(route, host, port, trust, signal);
      if (!tunnel.ok) return tunnel;
      socket = tunnel.value;
    }
    return ok(url.protocol === "https:" ? await secured(socket, host, trust, signal) : socket);
  } catch (failure) {
    return err(networkErrorOf(signal.aborted ? signal.reason : failure));
  } finally {
    deadline.clear();
  }
}

/** Asks an HTTP proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6). Whatever fails here is `network.proxy`. */
async function tunnelThrough(
  proxy: Extract<ProxyRoute, { kind: "proxy" }>,
  host: string,
  port: number,
  trust: () => SecureContext,
  signal: AbortSignal,
): Promise<Result<Socket, AppError>> {
  try {
    const tcp = await established(tcpConnect({ host: proxy.host, port: proxy.port }), "connect", signal);
    const socket = proxy.secure ? await secured(tcp, proxy.host, trust, signal) : tcp;
    const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
    const request = httpRequest({
      createConnection: () => socket,
      method: "CONNECT",
      path: authority,
      headers: { host: authority },
    });
    request.end();
    const [response, tunnel] = (await destroyedOnFailure(socket, once(request, "connect", { signal }))) as [
      IncomingMessage,
      Socket,
    ];
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return ok(tunnel);
    tunnel.destroy();
    return err(appErrorOf("network.proxy", { reason: String(status) }));
  } catch (failure) {
    const { code, params } = networkErrorOf(signal.aborted ? signal.reason : failure);
    return err(appErrorOf("network.proxy", { reason: params["reason"] ?? code }));
  }
}

function secured(socket: Socket, host: string, trust: () => SecureContext, signal: AbortSignal): Promise<Socket> {
  const tls = tlsConnect({
    socket,
    host,
    // An address is never a server name (RFC 6066); the certificate is checked against `host` all the same.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext: trust(),
    // Said aloud, so that no environment variable can turn the check off.
    rejectUnauthorized: true,
    ALPNProtocols: ["http/1.1"],
  });
  return established(tls, "secureConnect", signal);
}

function established(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<Socket> {
  // Without a listener an error that comes while nobody waits would end the program; whoever waits is told too.
  socket.on("error", () => socket.destroy());
  return destroyedOnFailure(
    socket,
    once(socket, event, { signal }).then(() => socket),
  );
}

async function destroyedOnFailure<T>(socket: Socket, waiting: Promise<T>): Promise<T> {
  try {
    return await waiting;
  } catch (failure) {
    socket.destroy();
    throw failure;
  }
}

/** Writes the request on a standing connection, reads one answer, and closes it. */
async function exchange(
  socket: Socket,
  { method, url, headers, body }: HttpRequest,
  limits: Limits,
): Promise<Result<HttpAnswer, AppError>> {
  const deadline = deadlineOf(limits.total);
  const { signal } = deadline;
  signal.addEventListener("abort", () => socket.destroy());
  socket.setTimeout(limits.idle, deadline.pass);
  const content = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  try {
    const request = httpRequest({
      createConnection: () => socket,
      method,
      path: url.pathname + url.search,
      headers: { host: url.host, connection: "close", "accept-encoding": "identity", ...headers, ...content },
    });
    // Reported to whoever waits below; a late one, after the answer began, must not go uncaught.
    request.on("error", () => socket.destroy());
    // Nobody asked for another protocol (101); unanswered, Node would close the socket and tell no one.
    request.on("upgrade", deadline.pass);
    request.end(body);
    const [response] = (await once(request, "response", { signal })) as [IncomingMessage];
    return await readAnswer(response, limits.answerBytes);
  } catch (failure) {
    return err(networkErrorOf(signal.aborted ? signal.reason : failure));
  } finally {
    deadline.clear();
    socket.destroy();
  }
}

async function readAnswer(response: IncomingMessage, limit: number): Promise<Result<HttpAnswer, AppError>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return err(appErrorOf("service.too-large"));
    chunks.push(chunk);
  }
  if (!response.complete) return err(appErrorOf("network.broken", { reason: "" }));
  const text = Buffer.concat(chunks).toString("utf8");
  const wait = askedWait(response.headers);
  return ok({
    status: response.statusCode ?? 0,
    text,
    json: jsonOf(text),
    date: response.headers.date ?? null,
    ...(wait > 0 ? { wait } : {}),
  });
}

/** A time limit as a signal; `pass` lets it pass at once. */
function deadlineOf(milliseconds: number): { signal: AbortSignal; pass: () => void; clear: () => void } {
  const controller = new AbortController();
  const pass = () => controller.abort(new TimeLimitError());
  const timer = setTimeout(pass, milliseconds);
  return { signal: controller.signal, pass, clear: () => clearTimeout(timer) };
}
