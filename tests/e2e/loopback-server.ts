import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback that nobody is to reach, and what reached it. It ends with the test process. */
export async function loopbackServer(): Promise<{ url: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer(({ method, url }, response) => {
    requests.push(`${method} ${url}`);
    response.end("reached");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}
