import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What is done, once, to the connection that carries a campaign's POST. Bytes count from the first one of the head. */
export type WireFault =
  /** The way to the service ends after so many bytes of the request; both ends see it close, or reset. */
  | { kind: "cut-request"; atByte: number; how: "close" | "reset" }
  /** The request arrives whole; the answer ends after so many bytes. */
  | { kind: "cut-answer"; atByte: number; how: "close" | "reset" }
  /** Everything comes in pieces of so many bytes, each a little later. */
  | { kind: "slowly"; bytes: number }
  /** The answer comes late (ms). */
  | { kind: "latency"; ms: number }
  /** The answer comes whole, and the connection stays open for a while (ms). */
  | { kind: "slow-close"; ms: number }
  /** The request is delivered twice, as a proxy may do it; the answer to the second copy comes back. */
  | { kind: "twice" };

export type Relay = {
  url: string;
  leadTo(url: string): void;
  /** The next POST of a campaign meets this. */
  arm(fault: WireFault): void;
  /** Bytes of the last campaign's POST and of its answer. */
  measured(): { request: number; answer: number };
  close(): Promise<void>;
};

const campaignPost = "POST /api/campaigns/sms/";

/** A piece of wire on loopback between the program and the service. */
export async function startRelay(): Promise<Relay> {
  let port = 0;
  let armed: WireFault | null = null;
  const measured = { request: 0, answer: 0 };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // Whatever ends a connection is seen at the other end; here it is no news.
    socket.on("error", () => socket.destroy());
    return socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    near.once("data", (first: Buffer) => {
      near.pause();
      const isPost = first.subarray(0, campaignPost.length).toString("latin1") === campaignPost;
      const fault = isPost ? armed : null;
      if (isPost) Object.assign(measured, { request: 0, answer: 0 });
      if (fault !== null) armed = null;
      const far = keep(connect(port, "127.0.0.1"));
      far.once("connect", () => join(near, far, first, fault, isPost ? measured : { request: 0, answer: 0 }, port));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => void (port = Number(new URL(url).port)),
    arm: (fault) => void (armed = fault),
    measured: () => measured,
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      for (const socket of sockets) socket.destroy();
      await closed.promise;
    },
  };
}

function join(
  near: Socket,
  far: Socket,
  first: Buffer,
  fault: WireFault | null,
  measured: { request: number; answer: number },
  port: number,
): void {
  const sent: Buffer[] = [];
  const cut = (to: Socket, chunk: Buffer, left: number, how: "close" | "reset") => {
    if (chunk.length < left) {
      to.write(chunk);
      return;
    }
    to.write(chunk.subarray(0, Math.max(0, left)), () => {
      for (const socket of [far, near]) end(socket, how);
    });
  };
  const forward = (chunk: Buffer) => {
    const before = measured.request;
    measured.request += chunk.length;
    if (fault?.kind === "twice") {
      sent.push(chunk);
      if (isComplete(Buffer.concat(sent))) deliverTwice(Buffer.concat(sent), far, port);
    } else if (fault?.kind === "cut-request") cut(far, chunk, fault.atByte - before, fault.how);
    else pieces(far, chunk, fault);
  };
  const back = (chunk: Buffer) => {
    const before = measured.answer;
    measured.answer += chunk.length;
    if (fault?.kind === "latency") setTimeout(() => near.write(chunk), fault.ms);
    else if (fault?.kind === "cut-answer") cut(near, chunk, fault.atByte - before, fault.how);
    else pieces(near, chunk, fault);
  };
  forward(first);
  near.on("data", forward).resume();
  far.on("data", back);
  const late = fault?.kind === "slow-close" || fault?.kind === "latency" ? fault.ms + 5 : 0;
  far.on("end", () => setTimeout(() => near.end(), late));
  near.on("end", () => far.end());
  far.on("close", () => setTimeout(() => near.destroy(), late + 50));
  near.on("close", () => far.destroy());
}

function end(socket: Socket, how: "close" | "reset"): void {
  if (how === "reset") socket.resetAndDestroy();
  else socket.destroySoon();
}

function pieces(to: Socket, chunk: Buffer, fault: WireFault | null): void {
  const size = fault?.kind === "slowly" ? fault.bytes : chunk.length;
  for (let at = 0, ms = 1; at < chunk.length; at += size, ms += 1) {
    const piece = chunk.subarray(at, at + size);
    if (size === chunk.length) to.write(piece);
    else setTimeout(() => to.write(piece), ms);
  }
}

function isComplete(request: Buffer): boolean {
  const head = request.indexOf("\r\n\r\n");
  const length = Number(/content-length: (\d+)/i.exec(request.subarray(0, Math.max(0, head)).toString("latin1"))?.[1]);
  return head >= 0 && request.length >= head + 4 + length;
}

/** The first copy on a connection of its own, whose answer nobody hears; then the second. */
function deliverTwice(request: Buffer, far: Socket, port: number): void {
  const copy = connect(port, "127.0.0.1", () => copy.write(request));
  copy.resume();
  copy.on("error", () => copy.destroy());
  copy.on("close", () => far.write(request));
}
